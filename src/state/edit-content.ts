// What a person types into a row's content cells: the result, the conclusion, the promise. Each holds, or says why not.
import { CONCLUSIONS } from "../../sheets-schema/index";
import type { Enrollment } from "../model/enrollment";
import type { EditChange, Ground } from "../model/fact";
import type { Flow } from "../model/flow";
import { type Offer, offerOfFlow, priceAt, promiseText, readPromise } from "../model/offer";
import { type Reason, reason } from "../model/reason";
import { isWebAddress } from "../model/web-address";
import { WEB_ADDRESS_WORDS } from "../words/rule-faults";
import { type Changed, withConclusion, withResult } from "./apply-result";

export type Typed = Changed | { readonly putBack: Reason };

export function contentTyped(
  own: Enrollment,
  { column, to }: EditChange,
  flow: Flow | undefined,
  ground: Ground,
): Typed {
  switch (column) {
    case "result_url":
      return resultTyped(own, to, flow, ground);
    case "conclusion":
      return conclusionTyped(own, to, flow, ground);
    default:
      return promiseTyped(own, to, ground);
  }
}

/** The link itself is what the row waits for. */
function resultTyped(own: Enrollment, to: string, flow: Flow | undefined, ground: Ground): Typed {
  const waits = flow?.waits.some(({ until }) => until !== "") ?? false;
  if (flow === undefined || !waits) return { putBack: reason("noResult", { flow: own.row.flow }) };
  if (to !== "" && !isWebAddress(to)) {
    return { putBack: reason("noLink", { to, allowed: WEB_ADDRESS_WORDS }) };
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

/** Emptied, it becomes what Offers says today; so page, mail and `price` agree whatever is edited there later. */
function promiseTyped(own: Enrollment, to: string, { offers, now }: Ground): Typed {
  const { row } = own;
  if (row.paid === "YES") return { putBack: reason("rowIs", { status: row.status }) };
  const today = offerOfFlow(offers, row.flow);
  const prices = to === "" ? today : readPromise(to);
  if (to !== "" && (prices === null || !leadsSomewhere(prices))) {
    return { putBack: reason("noPromise", { to }) };
  }
  const runs = prices !== null && row.offer_deadline !== null;
  const price = prices === null ? "" : priceAt(prices, row.offer_deadline, now).price;
  const promised = to === "" && runs ? promiseText(prices) : to;
  return {
    enrollment: { ...own, row: { ...row, promised, price } },
    told: reason("handMoved", { what: `price → ${price || "-"}` }),
  };
}

function leadsSomewhere({ before, after }: Pick<Offer, "before" | "after">): boolean {
  return [before, after].every(({ link }) => link === "" || isWebAddress(link));
}
