// Fills a sheet with people: those who are there, again and again under names of their own.
import type { CellValue, Host } from "../../local/host/contract.ts";

/** One execution ends after six simulated minutes; this many rows cost a good minute. */
const ROWS_A_RUN = 5_000;

/** A row again `count` times; each of the names in it gets the number of its copy. */
export const FILL = `
function fill(tab, row, first, count, names) {
  var sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab);
  var width = sheet.getLastColumn();
  var seed = sheet.getRange(row, 1, 1, width).getValues()[0];
  var top = sheet.getLastRow() + 1;
  var missing = top + count - 1 - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  var rows = [];
  for (var copy = first; copy < first + count; copy += 1) {
    rows.push(seed.map(function (cell) {
      if (typeof cell !== "string" || cell === "") return cell;
      return "'" + names.reduce(function (text, name) {
        return text.split(name).join(name.replace(/^[^@]+/, "$&x" + copy));
      }, cell);
    }));
  }
  sheet.getRange(top, 1, count, width).setValues(rows);
}`;

type Row = Readonly<Record<string, CellValue>>;

/** Everything that is said of a person, `count` times more; `tabs`: where it is said. */
export function multiply(host: Host, email: string, count: number, tabs: readonly string[]): void {
  const contact = host.sheet("Contacts").rows.find((row) => row.email === email);
  if (contact === undefined) throw new Error(`Nobody is called ${email}`);
  const names = [email, String(contact.id)];
  for (const tab of tabs) {
    const rows = host.sheet(tab).rows;
    for (const [at, row] of rows.entries()) {
      if (speaksOf(row, names)) copies(host, tab, at + 2, count, [...names, ...ownName(tab, row)]);
    }
  }
}

const speaksOf = (row: Row, names: readonly string[]) =>
  Object.values(row).some((cell) => names.some((name) => String(cell).includes(name)));

/** Of what has a name beside its person's. */
function ownName(tab: string, row: Row): readonly string[] {
  if (tab === "Events") return [String(row.id)];
  return tab === "Sends" ? [String(row.token)] : [];
}

function copies(host: Host, tab: string, row: number, count: number, names: readonly string[]) {
  for (let first = 0; first < count; first += ROWS_A_RUN) {
    const some = Math.min(ROWS_A_RUN, count - first);
    host.run({ function: "fill", args: [tab, row, first, some, names] });
  }
}
