// Rows whose `do` said "explain": once the pass is over, `why` holds the explanation.
import type { EventRow } from "../../../sheets-schema/index";
import { readFact } from "../../events/read-fact";
import type { Pass } from "../one-pass";
import { planSends } from "../sending/plan";
import { planningOf, stopOf } from "../sending/send-due";
import { explainLine } from "./explain-line";

export function explainAsked(pass: Pass, events: readonly EventRow[]): void {
  const asked = new Set(events.flatMap(enrollmentAsked));
  if (asked.size === 0) return;
  const { ports, book } = pass;
  const sent = new Map(ports.store.read("Sends").map(({ cells }) => [cells.send_key, cells]));
  const planning = planningOf(pass, sent, stopOf(pass));
  const plan = planSends(planning);
  for (const id of asked) {
    const enrollment = book.enrollment(id);
    if (enrollment === null) continue;
    const why = explainLine(planning, id, plan);
    book.putEnrollment({ ...enrollment, row: { ...enrollment.row, why } });
  }
}

function enrollmentAsked(event: EventRow): readonly string[] {
  const fact = event.type === "edit" ? readFact(event) : null;
  if (fact?.kind !== "edit") return [];
  const asks = fact.changes.some(({ column, to }) => column === "do" && to === "explain");
  return asks ? [fact.enrollment] : [];
}
