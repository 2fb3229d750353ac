// What a person types into a row's content cells: the result, the conclusion. Each holds, or says why not.
import { CONCLUSIONS } from "../../sheets-schema/index";
import type { Enrollment } from "../model/enrollment";
import type { EditChange, Ground } from "../model/fact";
import type { Flow } from "../model/flow";
import { type Reason, reason } from "../model/reason";
import { isWebAddress, WEB_ADDRESS } from "../model/web-address";
import { type Changed, withConclusion, withResult } from "./apply-result";

export type Typed = Changed | { readonly putBack: Reason };

export function contentTyped(
  own: Enrollment,
  { column, to }: EditChange,
  flow: Flow | undefined,
  ground: Ground,
): Typed {
  return column === "result_url"
    ? resultTyped(own, to, flow, ground)
    : conclusionTyped(own, to, flow, ground);
}

/** The link itself is what the row waits for. */
function resultTyped(own: Enrollment, to: string, flow: Flow | undefined, ground: Ground): Typed {
  const waits = flow?.waits.some(({ until }) => until !== "") ?? false;
  if (flow === undefined || !waits) return { putBack: reason("noResult", { flow: own.row.flow }) };
  if (to !== "" && !isWebAddress(to)) {
    return { putBack: reason("noLink", { to, allowed: WEB_ADDRESS }) };
  }
  return withResult(own, flow, to, ground);
}

function conclusionTyped(
  own: Enrollment,
  to: string,
  flow: Flow | undefined,
  ground: Ground,
): Typed {
  const carries = flow?.steps.some(({ sentOn }) => sentOn === "conclusion") ?? false;
  if (flow === undefined || !carries) {
    return { putBack: reason("noConclusion", { flow: own.row.flow }) };
  }
  const known = to === "" || (CONCLUSIONS as readonly string[]).includes(to);
  const allowed = CONCLUSIONS.join(", ");
  if (!known) return { putBack: reason("notOneOf", { to, allowed }) };
  return withConclusion(own, flow, to, ground);
}
