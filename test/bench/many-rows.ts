// A workbook with a long Queue: a month of business, its people again and again under new names.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openHost } from "../../local/host/open-host.ts";

/** One execution ends after six simulated minutes; this many rows cost a good minute. */
const ROWS_A_RUN = 2_000;

/** Run in place of the bundle. A row's contact gets the same new name in Contacts, so that ids still lead there. */
const FILL = `function fill(name, first, end) {
  var sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(name);
  var values = sheet.getDataRange().getValues();
  var headers = values[0];
  var seeds = values.slice(1).filter(function (row) { return String(row[headers.indexOf("id")]).indexOf("copy") < 0; });
  var missing = end + 1 - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  var rows = [];
  for (var at = first; at < end; at += 1) {
    var row = seeds[at % seeds.length].map(function (cell) {
      return typeof cell === "string" && cell !== "" ? "'" + cell : cell;
    });
    var copy = Math.floor(at / seeds.length);
    var rename = function (column, change) {
      var index = headers.indexOf(column);
      row[index] = change(String(row[index]));
    };
    rename("id", function (id) { return id.replace(/^('[^.]+)/, "$1copy" + copy); });
    var email = row[headers.indexOf("email")];
    // The seal of a contact is its address.
    ["email", "sealed"].forEach(function (column) {
      rename(column, function (was) { return was === email ? was.replace("@", "." + copy + "@") : was; });
    });
    rows.push(row);
  }
  sheet.getRange(first + 2, 1, rows.length, headers.length).setValues(rows);
}`;

export interface Workbook {
  readonly dataDir: string;
  readonly manifestFile: string;
  /** ISO; the folder's own clock may be later. */
  readonly now: string;
}

export function fillRows({ dataDir, manifestFile, now }: Workbook, rows: number): void {
  const codeFile = join(dataDir, "fill.js");
  writeFileSync(codeFile, FILL);
  const execUrl = "http://127.0.0.1:9/exec";
  const host = openHost({ dataDir, codeFile, manifestFile, execUrl, now });
  for (const name of ["Contacts", "Queue"]) {
    const seeds = host.sheet(name).rows.length;
    for (let first = seeds; first < rows; first += ROWS_A_RUN) {
      const end = Math.min(first + ROWS_A_RUN, rows);
      host.run({ function: "fill", args: [name, first, end] });
    }
  }
  host.close();
}
