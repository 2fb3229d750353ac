// Looks at everything a history has left, rule by rule.
import type { SheetDump } from "../host/contract.ts";
import { HOUR_MS } from "./lab.ts";
import type { Played } from "./play.ts";
import { inputRules } from "./rules/inputs.ts";
import { mailRules } from "./rules/mails.ts";
import { rowRules } from "./rules/rows.ts";
import { sendRules } from "./rules/sends.ts";
import { stopRules } from "./rules/stops.ts";
import type { Stage } from "./stage.ts";

export type Kind = "duplicate" | "loss" | "broken";
export interface Finding {
  /** Name of the invariant. */
  readonly rule: string;
  readonly kind: Kind;
  readonly what: string;
}
export type Row = SheetDump["rows"][number];

/** What stands in the sheets at the end. */
export interface Left {
  readonly stage: Stage;
  readonly events: readonly Row[];
  readonly contacts: readonly Row[];
  readonly queue: readonly Row[];
  readonly sends: readonly Row[];
  readonly unmatched: readonly Row[];
}
export type Rule = (left: Left) => readonly Finding[];

const RULES: readonly Rule[] = [
  ...mailRules,
  ...stopRules,
  ...sendRules,
  ...rowRules,
  ...inputRules,
];

export function judge(stage: Stage, seen: readonly Finding[], since: number): Played {
  const rows = (tab: string) => stage.lab.rows(tab);
  const left: Left = {
    stage,
    events: rows("Events"),
    contacts: rows("Contacts"),
    queue: rows("Queue"),
    sends: rows("Sends"),
    unmatched: rows("Unmatched"),
  };
  const { witness } = stage;
  const ran = stage.lab.host.executions().filter(({ startedAt }) => startedAt >= since);
  return {
    findings: [...seen, ...RULES.flatMap((rule) => rule(left)), ...crashes(stage, ran)],
    executions: ran.length,
    kills: witness.kills,
    sends: witness.went.length,
    review: left.queue.filter(({ status }) => status === "REVIEW").length,
    inFlight: witness.inFlight,
    virtualDays: Math.round((stage.now - since) / (24 * HOUR_MS)),
  };
}

type Ran = ReturnType<Stage["lab"]["host"]["executions"]>;

/** Each accident may end one execution; whatever else ends one is a mistake of ours. */
function crashes({ witness }: Stage, ran: Ran): readonly Finding[] {
  const failed = ran.filter(({ outcome }) => outcome !== "ok");
  if (failed.length <= witness.accidents) return [];
  const told = failed.map((one) => `${one.function}: ${one.error}`);
  return [{ rule: "no run fails by itself", kind: "broken", what: told.join(" | ").slice(0, 400) }];
}
