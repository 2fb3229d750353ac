// Tabs over the control API: read, looked at, and edited as a person types.
import type { CellValue } from "../host/contract.ts";
import { columnNumber } from "../host/grid/rect.ts";
import { readInput, readText, refuse } from "./api-input.ts";
import { type Call, HttpError, json, type Reply } from "./http.ts";
import type { Local } from "./local.ts";

export function readSheet(local: Local, _call: Call, name: string): Reply {
  const { headers, rows, formulas } = local.host.sheet(requireSheet(local, name));
  const listed = Object.entries(formulas).map(([cell, formula]) => ({ cell, formula }));
  return json({ headers, rows, formulas: listed });
}

export function readLook(local: Local, _call: Call, name: string): Reply {
  return json(local.host.look(requireSheet(local, name)));
}

export async function editSheet(local: Local, call: Call, name: string): Promise<Reply> {
  const sheet = requireSheet(local, name);
  const input = readInput(call, ["row", "column", "value", "as"]);
  const row = input.row;
  if (typeof row !== "number" || !Number.isInteger(row) || row < 1) {
    throw refuse("row", row, "the number of a row as the sheet shows it (2 is below the headers)");
  }
  const { column, at } = readColumn(local, sheet, readText(input, "column"));
  const as = readText(input, "as");
  try {
    local.host.edit(sheet, row, column, readCell(input.value), as);
  } catch (error) {
    throw new HttpError(400, error instanceof Error ? error.message : String(error));
  }
  await local.outbox.settled();
  const header = headersOf(local, sheet)[at] ?? "";
  const written = local.host.sheet(sheet, [header]).rows[row - 2]?.[header];
  return json({ sheet, row, column, value: (row === 1 ? header : written) ?? "" });
}

export function requireSheet(local: Local, name: string): string {
  const names = local.host.sheets().map((sheet) => sheet.name);
  if (names.includes(name)) return name;
  throw new HttpError(404, `Sheet: saw "${name}", allowed is one of ${names.join(", ")}.`);
}

/** A letter names also a column without a header, or one whose header stands twice. */
function readColumn(local: Local, sheet: string, column = ""): { column: string; at: number } {
  const headers = headersOf(local, sheet);
  if (headers.includes(column)) return { column, at: headers.indexOf(column) };
  if (/^[A-Z]{1,3}$/.test(column)) return { column, at: columnNumber(column) - 1 };
  throw refuse("column", column, `a header of ${sheet}, or a letter: ${headers.join(", ")}`);
}

/** Without the rows, of which there may be many. */
function headersOf({ host }: Local, sheet: string): readonly string[] {
  return host.sheet(sheet, []).headers;
}

function readCell(value: unknown): CellValue {
  if (value === null) return "";
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return value;
  }
  throw refuse("value", value, "a text, a number, true or false; an empty text empties the cell");
}
