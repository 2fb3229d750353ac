// What may befall an execution at any of its calls: a fault, another run, a hand in the sheet or in Gmail.
import type { CallFault } from "../host/contract.ts";
import type { Deed, SheetAct } from "./history.ts";
import type { Blow } from "./sweep.ts";

const fault = (kind: CallFault["kind"], when: CallFault["when"]): Blow => ({
  name: `${kind} ${when}`,
  fault: { kind, when },
  inside: null,
});
/** Killed before a call is killed after the one before it. */
export const FAULTS: readonly Blow[] = [
  fault("kill", "after"),
  fault("throw", "before"),
  fault("throw", "after"),
];

const happens = (name: string, inside: Deed): Blow => ({ name, fault: null, inside });
const act = (what: SheetAct): Blow =>
  happens(`${what.kind} in ${what.sheet}`, { do: "act", act: what });

/** People sort, insert and delete while a run is at work. */
export const HANDS: readonly Blow[] = [
  ...["Queue", "Contacts", "Sends", "Events"].map((sheet) =>
    act({ kind: "insertRows", sheet, row: 2 }),
  ),
  act({ kind: "sort", sheet: "Queue", column: "name" }),
  act({ kind: "sort", sheet: "Contacts", column: "name" }),
  act({ kind: "sort", sheet: "Sends", column: "email" }),
  act({ kind: "sort", sheet: "Events", column: "who" }),
  act({ kind: "insertColumn", sheet: "Queue", column: "email" }),
  act({ kind: "insertColumn", sheet: "Queue", column: "id" }),
  act({ kind: "insertColumn", sheet: "Contacts", column: "email" }),
  act({ kind: "insertColumn", sheet: "Sends", column: "send_key" }),
  act({ kind: "insertColumn", sheet: "Events", column: "id" }),
  act({ kind: "insertColumn", sheet: "Events", column: "type" }),
  happens("a row of Queue is deleted", { do: "delete row", who: 1 }),
];

/** Somebody opens Gmail at that moment; then the run goes on, or is cut. */
export const DRAFT_HANDS: readonly Blow[] = (
  ["edit draft", "delete draft", "send draft"] as const
).flatMap((what) => [
  happens(what, { do: what, who: -1 }),
  {
    ...happens(`${what}, and a kill`, { do: what, who: -1 }),
    fault: { kind: "kill", when: "before" },
  },
]);

export const RUNS: readonly Blow[] = [
  happens("another tick", { do: "tick" }),
  happens("another batch from the menu", { do: "menu", who: 0, item: "runBatch" }),
  happens("a payment", { do: "pay", who: -1, offer: "course", told: "one", agoMin: 0 }),
  happens("an unsubscribe", { do: "leave", who: -1 }),
];
