// Two mail-merge designs as they are published, as call sequences: counted and killed like ours.
import type { Host } from "../../local/host/contract.ts";
import { type BatchCalls, countedBatch } from "./batches.ts";
import { type Beside, type Files, lastRun, openAccount } from "./bench-office.ts";
import { type Kills, killedEverywhere } from "./killed.ts";
import { countingMethods, methodsOf } from "./methods.ts";

/** What each does between reading the list and its end. */
const MERGES = {
  "all marks written once at the end": `
    rows.forEach(function (row, at) {
      if (row[1] === "") GmailApp.sendEmail(row[0], "Hello", "A mail");
      rows[at] = ["sent"];
    });
    sheet.getRange(1, 2, rows.length, 1).setValues(rows);`,
  "one flush per mail": `
    rows.forEach(function (row, at) {
      if (row[1] !== "") return;
      GmailApp.sendEmail(row[0], "Hello", "A mail");
      sheet.getRange(at + 1, 2).setValue("sent");
      SpreadsheetApp.flush();
    });`,
} as const;
export type Design = keyof typeof MERGES;
export const DESIGNS = Object.keys(MERGES) as readonly Design[];

const script = (design: Design) => `
function prepare(rows, due) {
  var sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
  var list = [];
  for (var at = 0; at < rows; at += 1) list.push(["p" + at + "@shop.test", at < due ? "" : "sent"]);
  if (sheet.getMaxRows() < rows) sheet.insertRowsAfter(sheet.getMaxRows(), rows - sheet.getMaxRows());
  sheet.getRange(1, 1, rows, 2).setValues(list);
}
function merge() {
  var sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
  var rows = sheet.getDataRange().getValues();
${MERGES[design]}
}`;

function opened(
  design: Design,
  { manifestFile }: Files,
  rows: number,
  due: number,
  beside?: Beside,
) {
  const after = `${script(design)}\n${beside?.after ?? ""}`;
  const own = { before: beside?.before ?? "", after };
  const host = openAccount({ codeFile: "", manifestFile }, own, own.before === "");
  host.run({ function: "prepare", args: [rows, due] });
  return host;
}

export function designBatch(design: Design, files: Files, rows: number, due: number): BatchCalls {
  const host = opened(design, files, rows, due);
  host.run({ function: "merge" });
  if (host.outbox().length !== due) throw new Error(`${host.outbox().length} mails, not ${due}`);
  return countedBatch([lastRun(host)]);
}

export function designMethods(design: Design, files: Files, due: number): number {
  const host = opened(design, files, due, due, countingMethods("merge = telling(merge);"));
  host.run({ function: "merge" });
  return methodsOf(lastRun(host).logs);
}

export function designKills(design: Design, files: Files, due: number): Kills {
  const again = (host: Host) => host.run({ function: "merge" });
  const prepared = opened(design, files, 4 * due, due);
  const addresses = Array.from({ length: due }, (_, at) => `p${at}@shop.test`);
  return killedEverywhere(prepared, addresses, { act: again, recover: again });
}
