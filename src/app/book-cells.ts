// What of a row is written: the cells that differ from what stands in the sheet.
import type { Column, ContactRow } from "../../sheets-schema/index";
import type { Decision } from "../model/fact";
import { say } from "../model/reason";
import { SECOND_MS } from "../model/time";
import type { Language, Ports, RowChange } from "../ports";

/** Columns that only a person fills; the machine never writes them after a row is made. */
const PERSONS = ["notes"];

/** Whatever stands in these cells was meant to stop: an unlisted word holds every mail back (note of the column). */
export function withOddMarks(
  cells: ContactRow,
  odd: Readonly<Partial<Record<string, string>>>,
): ContactRow {
  const stops = (odd.suppressed ?? odd.paid ?? "").trim() !== "" && cells.suppressed === "";
  return stops ? { ...cells, suppressed: "by hand" } : cells;
}

export function without<R extends object>(row: R, columns: readonly string[]): Partial<R> {
  const kept = Object.entries(row).filter(([column]) => !columns.includes(column));
  return Object.fromEntries(kept) as Partial<R>;
}

export function addChange(
  changes: RowChange<"Contacts">[],
  id: string,
  cells: Partial<ContactRow>,
): void {
  if (Object.keys(cells).length > 0) changes.push({ id, cells });
}

export function differences<R extends object>(
  columns: Readonly<Record<string, Column>>,
  value: R,
  seen: R,
  gone: readonly string[],
  odd: readonly string[] = [],
): Partial<R> {
  const changed = (Object.keys(value) as (keyof R & string)[]).filter(
    (name) =>
      !PERSONS.includes(name) &&
      !gone.includes(name) &&
      (odd.includes(name) || !sameCell(columns[name]?.kind, value[name], seen[name])),
  );
  return Object.fromEntries(changed.map((name) => [name, value[name]])) as Partial<R>;
}

/** Cells that were put back say why. */
export function noteCells({ store }: Ports, notes: Decision["notes"], language: Language): void {
  store.annotate(
    "Queue",
    notes.map(({ enrollment: id, column, reason }) => {
      return { id, column: column as "status", note: say(reason, language) };
    }),
  );
}

/** Times keep whole seconds in a cell. */
function sameCell(kind: Column["kind"] | undefined, a: unknown, b: unknown): boolean {
  if (kind !== "time" || typeof a !== "number" || typeof b !== "number") return a === b;
  return Math.abs(a - b) < SECOND_MS;
}
