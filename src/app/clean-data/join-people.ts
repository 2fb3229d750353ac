// What follows from an event that makes one person of two, or two of one.
import type { ContactRow, EventRow } from "../../../sheets-schema/index";
import { hadOf, type Shares } from "../../model/joined-marks";
import { type Reason, reason } from "../../model/reason";
import { isTestPerson } from "../../model/test-person";
import { joined, type Pair, parted } from "../../state/join";
import { type Applying, type Settling, settling } from "../apply-money";
import type { Book } from "../book";
import { groundOf } from "../office";
import { JOINED, type TwoTold } from "./join-events";

/** Applied to whoever is there still. */
export function applyJoin(applying: Applying, event: EventRow, told: TwoTold): Settling {
  const { book, office, now } = applying;
  const [kept, other] = [book.own(told.kept), book.own(told.merged)];
  const joins = event.type === JOINED;
  if (kept === null || other === null || !fits(book, kept, other, joins)) {
    return settling("IGNORED", reason("joinGone"), event.who);
  }
  const rows = book.wholeOf(kept.id).concat(joins ? book.wholeOf(other.id) : []);
  const pair = { kept, other, rows: rowsOf(book, [...new Set(rows)]) };
  const fact = { eventId: event.id, at: event.occurred_at ?? now };
  const ground = groundOf(office, now);
  const next = joins
    ? joined(pair, fact, ground)
    : parted(pair, told.shares ?? sharesNow(kept), told.join, fact, ground);
  put(book, next);
  return settling("APPLIED", toldAs(joins, kept, other), event.who);
}

/** Two of one kind, and nobody who counts as another already. A run that was cut comes here again, with half of it done. */
function fits(book: Book, kept: ContactRow, other: ContactRow, joins: boolean): boolean {
  const free = other.merged_into === "" || other.merged_into === kept.id;
  if (!joins) return free;
  const whole = kept.id !== other.id && book.wholeId(kept.id) === kept.id;
  return whole && free && isTestPerson(kept) === isTestPerson(other);
}

function rowsOf(book: Book, ids: readonly string[]): Pair["rows"] {
  return book.enrollments().filter(({ row }) => ids.some((id) => row.id.startsWith(`${id}.`)));
}

/** Nothing is given back where nobody knows what it was. */
function sharesNow(kept: ContactRow): Shares {
  return { had: hadOf(kept), took: hadOf(kept) };
}

/** First of all who is whose: a run that is cut after it knows them as one. */
function put(book: Book, { kept, other, rows }: Pair): void {
  book.putContact(other);
  book.putContact(kept);
  for (const row of rows) book.putEnrollment(row);
}

function toldAs(joins: boolean, { email }: ContactRow, other: ContactRow): Reason {
  return reason(joins ? "joinedAs" : "partedFrom", { email, other: other.email });
}
