// A warning before a person edits what the machine writes. It warns and never forbids.
import type { Tab } from "../../../sheets-schema/index";
import type { Dressing, Positions } from "./headers";

type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** By this beginning our protections are known from a person's own. */
const MARK = "Dripsheet: ";

interface Wanted {
  readonly description: string;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

/** True: they were not all as they should be, and were made anew. */
export function keepWarnings(dressing: Dressing): boolean {
  const { sheet } = dressing;
  const wanted = wantedWarnings(dressing);
  const standing = sheet
    .getProtections(SpreadsheetApp.ProtectionType.RANGE)
    .filter((protection) => isOurs(protection, wanted));
  const right = wanted.every((one) => standing.some((protection) => serves(protection, one)));
  if (right && standing.length === wanted.length) return false;
  for (const protection of standing) protection.remove();
  for (const { description, column, columns, rows } of wanted) {
    const range = sheet.getRange(1, column, rows, columns);
    range.protect().setDescription(description).setWarningOnly(true);
  }
  return true;
}

/** Also one that a run which was cut off has made and not yet described: it would forbid. */
function isOurs(protection: Protection, wanted: readonly Wanted[]): boolean {
  const description = protection.getDescription();
  if (description.startsWith(MARK)) return true;
  return description === "" && wanted.some((one) => covers(protection, one));
}

/** The header row, and every run of neighbouring machine columns from top to bottom. */
function wantedWarnings({ tab, positions, rows }: Dressing): readonly Wanted[] {
  const last = Math.max(...positions.values());
  return [
    { description: `${MARK}headers`, column: 1, columns: last, rows: 1 },
    ...machineRuns(tab, positions).map((names) => ({
      description: `${MARK}${names.join(", ")}`,
      column: positions.get(names[0] ?? "") ?? 1,
      columns: names.length,
      rows,
    })),
  ];
}

function machineRuns(tab: Tab, positions: Positions): readonly (readonly string[])[] {
  const inOrder = [...positions].sort(([, one], [, other]) => one - other);
  const runs: { names: string[]; end: number }[] = [];
  for (const [name, at] of inOrder) {
    if (tab.columns[name]?.writer !== "machine") continue;
    const run = runs[runs.length - 1];
    if (run?.end === at - 1) {
      run.names.push(name);
      run.end = at;
    } else {
      runs.push({ names: [name], end: at });
    }
  }
  return runs.map(({ names }) => names);
}

function serves(protection: Protection, wanted: Wanted): boolean {
  return (
    protection.getDescription() === wanted.description &&
    protection.isWarningOnly() &&
    covers(protection, wanted)
  );
}

/** Rows that were added below since are not covered any more. */
function covers(protection: Protection, wanted: Wanted): boolean {
  const range = protection.getRange();
  return (
    range.getRow() === 1 &&
    range.getColumn() === wanted.column &&
    range.getNumColumns() === wanted.columns &&
    range.getNumRows() >= wanted.rows
  );
}
