// What comes to somebody who was joined counts for the whole person; their own row learns of it, and keeps it when parted.
import type { Fact, Ground } from "../../model/fact";
import { transition } from "../../state/transition";
import type { Book } from "../book";

/** What a reader presses may have come from either mailbox: their wishes are the whole person's alone, but for a stop. */
const COUNTS: readonly Fact["kind"][] = ["form", "unsubscribe", "mail", "payment"];

/** `named`: the id or the address it came by. */
export function tellJoined(book: Book, fact: Fact, named: string, ground: Ground): void {
  const own = COUNTS.includes(fact.kind) && named !== "" ? book.joined(named) : null;
  if (own === null) return;
  const alone = { contact: own, enrollments: [] };
  const { contact } = transition(alone, fact, ground);
  if (contact === null) return;
  const { email, rows, merged_into } = own;
  book.putContact({ ...contact, email, rows, merged_into });
}
