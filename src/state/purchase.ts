// The buyer's row: every purchase of an offer has one row of the offer's flow, and that row owes the delivery once.
import type { ContactRow } from "../../sheets-schema/index";
import type { Enrollment } from "../model/enrollment";
import type { Ground, PaymentFact } from "../model/fact";
import type { Flow } from "../model/flow";
import { paymentsOf } from "../model/paid";
import { isTestPerson } from "../model/test-person";
import { inPlace } from "./editing";
import { openRow } from "./enter";

/** The earliest purchase belongs to the row that is there; each later one gets a row of its own. */
export function buyerRows(
  contact: ContactRow,
  enrollments: readonly Enrollment[],
  fact: PaymentFact,
  ground: Ground,
): readonly Enrollment[] {
  const offer = ground.offers.get(fact.offer);
  const flow = offer === undefined ? undefined : ground.rules.get(offer.flow);
  if (flow === undefined) return enrollments;
  // What is left of a rehearsal is no place for what a real person has bought.
  const own = enrollments.filter(
    ({ row, test }) => row.flow === flow.flow && test === isTestPerson(contact),
  );
  if (
    own.some(({ row, delivery }) => delivery === fact.paymentKey || row.payment === fact.paymentKey)
  )
    return enrollments;
  const free = own.find(({ row, delivery }) => delivery === "" && row.payment === "");
  if (free !== undefined) {
    return inPlace(enrollments, since(owing(free, flow, fact.paymentKey), fact.at));
  }
  const at = (key: string) => paymentsOf(contact).find((one) => one.key === key)?.at ?? fact.at;
  const later = own.find(
    ({ row, delivery }) => row.payment === "" && isAfter(at(delivery), delivery, fact),
  );
  if (later === undefined) return [...enrollments, bought(contact, own, flow, fact, fact, ground)];
  // An earlier purchase told of later: the row is its own, the later one moves to a row of its own.
  const moved = { paymentKey: later.delivery, at: at(later.delivery) };
  const earlier = since({ ...later, delivery: fact.paymentKey }, fact.at);
  const rest = inPlace(enrollments, earlier);
  return [...rest, bought(contact, own, flow, moved, fact, ground)];
}

/** Who buys before asking is in the flow since then, whichever is told first. */
function since(enrollment: Enrollment, at: number): Enrollment {
  const entered_at = Math.min(at, enrollment.row.entered_at ?? at);
  return { ...enrollment, row: { ...enrollment.row, entered_at } };
}

function isAfter(at: number, key: string, fact: PaymentFact): boolean {
  return at > fact.at || (at === fact.at && key > fact.paymentKey);
}

type Purchase = Pick<PaymentFact, "paymentKey" | "at">;

function bought(
  contact: ContactRow,
  own: readonly Enrollment[],
  flow: Flow,
  { paymentKey, at }: Purchase,
  { eventId, offer }: PaymentFact,
  ground: Ground,
): Enrollment {
  const entry = { eventId, at, payment: paymentKey, offer };
  const opened = openRow(contact, own, flow, entry, { ...ground, offers: new Map() });
  return owing({ ...opened, owed: [] }, flow, paymentKey);
}

function owing(enrollment: Enrollment, flow: Flow, paymentKey: string): Enrollment {
  const deliveries = flow.steps.filter(({ sentOn }) => sentOn === "paid");
  const owed = [...enrollment.owed, ...deliveries.map(({ step }) => ({ step, event: "" }))];
  return { ...enrollment, owed, delivery: paymentKey };
}
