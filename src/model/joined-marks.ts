// Two rows of Contacts as one person: what the row that stays takes over from the other, and gives back when they are parted.
import type { ContactRow } from "../../sheets-schema/index";
import { itemsOf, listOf, withItems } from "./list-cell";
import { inOrder, paymentsOf, readReversals, reversalsCell } from "./paid";
import { type CountedPayment, countedPayments, paymentsCell } from "./payment";
import { SECOND_MS } from "./time";

/** What the row that stays held of its own before: enough to tell it from what was taken over. */
export type Had = Pick<ContactRow, (typeof TAKEN)[number]>;

const WORDS = ["aliases", "stripe_ids", "user_id", "device_id", "paid_for", "tags"] as const;
const STATES = ["suppressed", "suppressed_at", "paused_until", "pace", "paid", "paid_at"] as const;
const TAKEN = [...WORDS, ...STATES, "payments", "reversals", "pending"] as const;

/** As both stood before they were one. */
export interface Shares {
  readonly had: Had;
  /** Of the row that was joined. */
  readonly took: Had;
}

export function hadOf(contact: ContactRow): Had {
  return Object.fromEntries(TAKEN.map((name) => [name, contact[name]])) as unknown as Had;
}

/** The graver state of either holds for both. Consent is the row's own: it was given for its address. */
export function takenOver(kept: ContactRow, other: ContactRow): ContactRow {
  const own = { ...other, aliases: [other.email, other.aliases].join(", ") };
  const tags = itemsOf(other.tags).filter((tag) => !NOT_SHARED.includes(tag));
  const words = WORDS.map((name) => [
    name,
    withItems(kept[name], name === "tags" ? tags : itemsOf(own[name])),
  ]);
  const left = graver(other.suppressed) > graver(kept.suppressed) ? other : kept;
  const { suppressed, suppressed_at } = left;
  return {
    ...kept,
    ...Object.fromEntries(words),
    ...{ suppressed, suppressed_at, ...paidAs(kept, other) },
    aliases: itemsOf(withItems(kept.aliases, listOf(own.aliases)))
      .filter((one) => one !== kept.email)
      .join(", "),
    paused_until: later(kept.paused_until, other.paused_until),
    pace: kept.pace || other.pace,
    reversals: reversalsCell(
      unique(
        [...readReversals(kept.reversals), ...readReversals(other.reversals)],
        (one) => one.key + one.what,
      ),
    ),
    pending: paymentsCell(
      byKey([...countedPayments(kept.pending), ...countedPayments(other.pending)]),
    ),
  };
}

/** `other` as it stands now, with what has come to it since. A stop and a pause that came since stay with both: who pressed, nobody knows. */
export function givenBack(kept: ContactRow, other: ContactRow, { had, took }: Shares): ContactRow {
  const of = { ...other, aliases: [other.email, other.aliases].join(", ") };
  const words = WORDS.map((name) => [name, minus(kept[name], of[name], had[name])]);
  const stopped = (one: Had) => `${one.suppressed} ${toSecond(one.suppressed_at)}`;
  const paused = (one: Had) => toSecond(one.paused_until);
  return {
    ...kept,
    ...Object.fromEntries(words),
    ...(stopped(kept) === stopped(took)
      ? { suppressed: had.suppressed, suppressed_at: had.suppressed_at }
      : {}),
    ...paidWithout(kept, other, had),
    paused_until: paused(kept) === paused(took) ? had.paused_until : kept.paused_until,
    pace: kept.pace === took.pace ? had.pace : kept.pace,
    reversals: minus(kept.reversals, other.reversals, had.reversals),
    pending: minus(kept.pending, other.pending, had.pending),
  };
}

/** Told of an address, not of its person; and a rehearsal's mark. */
const NOT_SHARED = ["confirmed", "disposable", "role", "test"];

/** What a person typed there weighs most. */
function graver(suppressed: ContactRow["suppressed"]): number {
  return ["", "unsubscribed", "bounced", "complained", "by hand"].indexOf(suppressed);
}

function paidAs(kept: ContactRow, other: ContactRow): Partial<ContactRow> {
  if (other.paid !== "YES") return {};
  const own = kept.paid === "YES" || kept.payments !== "" ? paymentsOf(kept) : [];
  const all = byKey([...own, ...paymentsOf(other)]).sort(inOrder);
  const paid_at = Math.min(...[kept.paid_at, other.paid_at].flatMap((at) => at ?? []));
  return {
    paid: "YES",
    paid_at: Number.isFinite(paid_at) ? paid_at : null,
    payments: paymentsCell(all),
  };
}

function paidWithout(kept: ContactRow, other: ContactRow, had: Had): Partial<ContactRow> {
  if (kept.paid !== "YES") return {};
  const taken = new Set(paymentsOf(other).map(({ key }) => key));
  const own = new Set(countedPayments(had.payments).map(({ key }) => key));
  if (had.paid === "YES" && had.payments === "") own.add(paymentsOf(had)[0]?.key ?? "");
  const left = paymentsOf(kept).filter(({ key }) => !taken.has(key) || own.has(key));
  // Nothing of its own has come since: as it stood, to the letter.
  if (left.every(({ key }) => own.has(key)) && left.length === own.size) {
    return { payments: had.payments, paid: had.paid, paid_at: had.paid_at };
  }
  const [{ at } = { at: 0 }] = left;
  const paid_at = had.paid_at === null ? at : Math.min(at, had.paid_at);
  return { payments: paymentsCell(left), paid: "YES", paid_at };
}

function later(one: number | null, other: number | null): number | null {
  return one === null || (other !== null && other > one) ? other : one;
}

/** As cells keep it. */
function toSecond(at: number | null): number {
  return Math.floor((at ?? 0) / SECOND_MS);
}

function minus(cell: string, other: string, had: string): string {
  const taken = itemsOf(other).filter((item) => !itemsOf(had).includes(item));
  const left = itemsOf(cell).filter((item) => !taken.includes(item));
  return left.length === itemsOf(cell).length ? cell : left.join(", ");
}

function unique<T>(all: readonly T[], nameOf: (one: T) => string): readonly T[] {
  return [...new Map(all.map((one) => [nameOf(one), one])).values()];
}

function byKey<T extends CountedPayment>(all: readonly T[]): T[] {
  return [...unique(all, ({ key }) => key)];
}
