// An office whose rows a person deletes, and what stands before and after.
import { expect } from "vitest";
import { Book } from "../../src/app/book";
import { noticeDeleted } from "../../src/app/deleted-rows/deleted-rows";
import { deletedRowsCheck } from "../../src/app/deleted-rows/deleted-rows-check";
import { restoreRows } from "../../src/app/deleted-rows/deleted-rows-restore";
import { withoutLate } from "../../src/cadence/late";
import { unseal } from "../../src/state/seal";
import { FounderOffice } from "./founder-office";
import { HOUR } from "./memory-office";

export class Deleting extends FounderOffice {
  delete(id: string, tab: "Queue" | "Contacts" = "Queue"): void {
    this.ports.store.remove(tab, id);
  }
  notice(): number {
    const known = new Set(this.ports.store.rows("Events").map(({ key }) => key));
    const kept = this.ports.properties.all();
    const book = new Book(this.ports);
    const count = noticeDeleted(this.ports, kept, book, (key) => known.has(key), "en");
    book.save(this.ports, "en");
    return count;
  }
  check() {
    return deletedRowsCheck(this.ports.properties.all());
  }

  /** What must be the same again, row by row. */
  stands() {
    return this.ports.store.rows("Queue").map((cells) => {
      const enrollment = unseal(cells);
      if (enrollment === null) throw new Error(`no seal in ${cells.id}`);
      const { row, revision, undo, timedBy, ...rest } = enrollment;
      const { why, sealed, next_at, notes, ...told } = row;
      const due = next_at === null ? null : Math.max(next_at, this.ports.clock.now() + HOUR);
      // Overdue ones go one after another: that they are due is all that is the same.
      const soon = due !== null && due < this.ports.clock.now() + 2 * HOUR;
      return { ...told, ...rest, timedBy: withoutLate(timedBy), due: soon ? "soon" : due };
    });
  }

  /** Deletes every row, restores them, looks, and puts everything back as it was. */
  deleteAndRestore(): void {
    const rows = this.ports.store.rows("Queue");
    const before = this.stands();
    for (const { id } of rows) this.delete(id);
    const contacts = this.ports.store.rows("Contacts");
    const sent = this.subjects().length;
    const told = restoreRows(this.ports);
    expect(told).toBe(
      rows.length === 0 ? "No row is missing." : `Restored: ${rows.length} in Queue.`,
    );
    expect(this.subjects()).toHaveLength(sent);
    const byId = <T extends { id: string }>(all: readonly T[]) =>
      [...all].sort((one, other) => (one.id < other.id ? -1 : 1));
    expect(byId(this.stands())).toEqual(byId(before));
    expect(this.ports.store.rows("Contacts")).toEqual(contacts);
    for (const { id } of rows) this.delete(id);
    this.ports.store.append("Queue", rows);
  }
}
