// The engine's answer in the model's words: facts made of deeds, and the state as the model would say it.

import type { ContactRow, QueueRow } from "../../sheets-schema/index";
import { isOpen } from "../../src/model/enrollment";
import type { Fact, Ground, PersonState } from "../../src/model/fact";
import { listOf } from "../../src/model/list-cell";
import { countedPayments } from "../../src/model/payment";
import { settled } from "../../src/state/settle";
import { transition } from "../../src/state/transition";
import { blankRow } from "../memory/memory-store";
import { T0 } from "./ground";
import { type Ask, byName, type Deed, type Expected } from "./model";

const PERSON = { email: "ada@example.org", name: "Ada" } as const;

/** Somebody the sheet knows already, so that there is a person who can leave. */
export const KNOWN: PersonState = {
  contact: {
    ...blankRow("Contacts"),
    ...PERSON,
    id: "c_ada1",
    source: "GEO",
    first_event: "form:geo",
    first_seen_at: T0,
    consent: "YES",
    paid: "NO",
  },
  enrollments: [],
};

export function apply(state: PersonState, deed: Deed, ground: Ground): PersonState {
  const { contact, enrollments } = transition(state, factOf(deed, state), ground);
  return { contact, enrollments };
}

function factOf(deed: Deed, state: PersonState): Fact {
  const { at, key } = deed;
  const happened = { eventId: `e_${key}`, at };
  if (deed.kind === "unsubscribed") return { kind: "unsubscribe", ...happened };
  if (deed.kind === "asked") return askFact(deed.entry, happened);
  if (deed.kind === "typed PAID") {
    const own = state.enrollments.find(({ row }) => row.flow === deed.flow);
    const changes = [{ column: "status" as const, from: own?.row.status ?? "", to: "PAID" }];
    return { kind: "edit", ...happened, enrollment: own?.row.id ?? "gone", changes };
  }
  return {
    kind: "payment",
    money: "live",
    ...happened,
    what: deed.kind,
    stripeEvent: `evt_${key}`,
    paymentKey: deed.payment,
    customer: "cus_1",
    offer: "offer" in deed ? deed.offer : "",
    earlyPrice: false,
    quiet: false,
    ...PERSON,
  };
}

function askFact(entry: Ask, happened: { eventId: string; at: number }): Fact {
  if (entry.startsWith("press:")) return { kind: "entry", ...happened, entry, byRule: false };
  return {
    kind: "form",
    ...happened,
    ...PERSON,
    form: entry.replace("form:", ""),
    consent: true,
    timeZone: "",
    locale: "en",
    source: "",
    utm: "",
    url: "",
    phone: "",
  };
}

/** As every run begins: a mark on the person counts for all their rows. */
export function settledAgain(state: PersonState, ground: Ground): PersonState {
  const { contact, enrollments } = state;
  if (contact === null) return state;
  const marks = { ...ground, at: ground.now };
  return { contact, enrollments: enrollments.map((one) => settled(contact, one, marks)) };
}

export function seenOf({ contact, enrollments }: PersonState): Expected {
  return seen(
    contact,
    enrollments.map(({ row }) => row),
  );
}

/** Also for rows as they stand in the sheet, where Queue `payment` says which payment a row is about. */
export function seen(contact: ContactRow | null, rows: readonly QueueRow[]): Expected {
  return {
    rows: rows.map(rowSeen).sort(byName),
    paid: contact?.paid === "YES" ? "YES" : "NO",
    paidAt: contact?.paid_at ?? null,
    suppressed: contact?.suppressed === "unsubscribed" ? "unsubscribed" : "",
    payments: countedPayments(contact?.payments ?? "").map(({ key }) => key),
    reversals: countedKeys(contact?.reversals ?? ""),
    pending: countedKeys(contact?.pending ?? ""),
    tags: [contact?.tags ?? "", ...rows.map(({ tags }) => tags)].filter((tag) => tag !== ""),
  };
}

function rowSeen(row: QueueRow): Expected["rows"][number] {
  const { status } = row;
  return {
    flow: row.flow as Expected["rows"][number]["flow"],
    payment: row.flow === "stripe_failed" || row.flow === "checkout_open" ? row.payment : "",
    status: status as Expected["rows"][number]["status"],
    because: row.stop_reason,
    paidAt: row.paid_at,
    enteredAt: isOpen(status) || status === "PAUSED" ? row.entered_at : null,
  };
}

/** "pi_1 refunded, pi_2": only the keys. */
function countedKeys(cell: string): readonly string[] {
  const keys = cell.split(",").map((item) => listOf(item)[0] ?? "");
  return [...new Set(keys.filter((key) => key !== ""))].sort();
}
