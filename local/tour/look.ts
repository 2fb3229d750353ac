// Finds a lead's rows and mails, and the small waits between an event and what the batch makes of it.
import type { Mail, NumberedRow } from "./control.ts";
import type { Place, Walk } from "./step.ts";

const minuteMs = 60_000;
// Nothing is due in these stretches; few ticks are enough to show that nothing goes, and keep the wait short.
const lazyTick = "PT6H";
const isoInstant = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):[\d.]+Z$/;

/** The tick runs each minute; two of them are enough for anything that is due now. */
const afterTheNextTick = "PT2M";

export async function findRow(
  walk: Walk,
  sheet: string,
  email: string,
): Promise<NumberedRow | undefined> {
  const rows = await walk.control.rows(sheet);
  return rows.find(({ cells }) => String(cells.email) === email);
}

export async function findMention(
  walk: Walk,
  sheet: string,
  email: string,
): Promise<NumberedRow | undefined> {
  const rows = await walk.control.rows(sheet);
  return rows.find(({ cells }) =>
    Object.values(cells).some((cell) => String(cell).includes(email)),
  );
}

/** Oldest first. */
export async function findMails(walk: Walk, email: string): Promise<readonly Mail[]> {
  const mails = (await walk.control.outbox()).filter((mail) => mail.to.includes(email));
  return [...mails].sort((a, b) => a.sentAt.localeCompare(b.sentAt));
}

export function cell(row: NumberedRow | undefined, column: string): string {
  return String(row?.cells[column] ?? "");
}

/** Named cells of a row in one line, for the reader. */
export function seen(row: NumberedRow | undefined, columns: readonly string[]): string {
  if (!row) return "–";
  const shown = (column: string) => cell(row, column).replace(isoInstant, "$1 $2 UTC");
  return columns.map((column) => `${column} ${shown(column) || "–"}`).join(" · ");
}

export function placeOf(
  sheet: string,
  row: NumberedRow | undefined,
): { place: Place } | Record<string, never> {
  return row ? { place: { kind: "row", sheet, row: row.row } } : {};
}

export function placeOfMail(mail: Mail | undefined): { place: Place } | Record<string, never> {
  return mail ? { place: { kind: "mail", id: mail.id } } : {};
}

export async function nextTick(walk: Walk): Promise<void> {
  await walk.control.move({ advance: afterTheNextTick });
}

/** Just before an instant, quickly; then over it, minute by minute. */
export async function moveJustBefore(walk: Walk, instant: string): Promise<void> {
  const to = new Date(new Date(instant).getTime() - minuteMs).toISOString();
  await walk.control.move({ to, every: lazyTick });
}

/** Long enough for mail 2, which is due after two. */
export async function threeDaysPass(walk: Walk): Promise<void> {
  await walk.control.move({ advance: "P3D", every: lazyTick });
}

export async function aWeekPasses(walk: Walk): Promise<void> {
  await walk.control.move({ advance: "P7D", every: lazyTick });
}
