// In a replay: a row that a person has deleted is not there any more, from that moment on.
import type { EventRow } from "../../../sheets-schema/index";
import { flowOf } from "../../model/enrollment";
import type { KnownRow } from "../../model/known-rows";
import type { Book } from "../book";

const DELETED = /^row\.deleted:(.+):\d+$/;
const NUMBER = /\.(\d+)-([^.]*)$/;

/** Of one person: deleted and not restored since. `standing`: every row of theirs. */
export function goneRows(
  events: readonly EventRow[],
  known: readonly KnownRow[],
  standing: ReadonlySet<string>,
): ReadonlySet<string> {
  const deleted = events.flatMap((event) => deletedBy(event) ?? []);
  const ids = [...deleted, ...known.map(({ id }) => id)];
  return new Set(ids.filter((id) => !standing.has(id)));
}

/** The row that this event says is deleted; null: it says something else. */
export function deletedBy({ type, key }: EventRow): string | null {
  return type === "row.deleted" ? (DELETED.exec(key)?.[1] ?? null) : null;
}

/**
 * A deletion is noticed some minutes after it. A row that the event begins tells how many of its flow stood before it: were
 * there more, those that are gone were so by then.
 */
export function forgetBefore(
  event: EventRow,
  book: Book,
  rows: readonly KnownRow[],
  gone: ReadonlySet<string>,
): void {
  for (const { id, test } of gone.size === 0 ? [] : rows) {
    const [, number = "", entry = ""] = NUMBER.exec(id) ?? [];
    if (entry === "" || !event.id.endsWith(entry)) continue;
    const flow = flowOf(id);
    const own = book
      .enrollments()
      .filter((one) => one.row.flow === flow && one.test === test && one.row.id !== id);
    const more = own.length + 1 - Number(number);
    const missing = own.filter(({ row }) => gone.has(row.id)).slice(0, Math.max(0, more));
    for (const { row } of missing) book.forget(row.id);
  }
}
