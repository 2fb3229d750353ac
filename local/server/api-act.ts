// What a person does to a tab besides typing into one cell: pastes, inserts, deletes, sorts, folds, adds another.
import type { CellValue, PersonAct } from "../host/contract.ts";
import { type Input, readInput, readText, refuse } from "./api-input.ts";
import { requireSheet } from "./api-sheets.ts";
import { type Call, HttpError, json, type Reply } from "./http.ts";
import type { Local } from "./local.ts";

const FIELDS = ["kind", "row", "count", "column", "ascending", "values", "to", "collapsed", "as"];
/** By kind, the fields it must have; others may be left out. */
const NEEDED: Readonly<Record<PersonAct["kind"], readonly string[]>> = {
  paste: ["row", "column", "values"],
  clear: ["row"],
  insertRows: ["row"],
  deleteRows: ["row"],
  insertColumn: ["column"],
  deleteColumn: ["column"],
  sort: ["column"],
  renameSheet: ["to"],
  insertSheet: ["to"],
  deleteSheet: [],
  fold: ["row", "collapsed"],
  unfilter: [],
};

export async function actOnSheet(local: Local, call: Call, name: string): Promise<Reply> {
  const sheet = requireSheet(local, name);
  const { as, ...input } = readInput(call, FIELDS);
  const act = { ...readAct(input), sheet } as PersonAct;
  try {
    local.host.act(act, readText({ as }, "as"));
  } catch (error) {
    throw new HttpError(400, error instanceof Error ? error.message : String(error));
  }
  await local.outbox.settled();
  return json({ sheet, kind: act.kind });
}

function readAct(input: Input): Input {
  const kind = readText(input, "kind") ?? "";
  if (!Object.hasOwn(NEEDED, kind)) {
    throw refuse("kind", input.kind, `one of ${Object.keys(NEEDED).join(", ")}`);
  }
  const needed = NEEDED[kind as PersonAct["kind"]];
  for (const field of needed) {
    if (input[field] === undefined) throw refuse(field, undefined, `what ${kind} needs`);
  }
  for (const [field, value] of Object.entries(input)) {
    if (!SHAPES[field]?.(value)) throw refuse(field, value, ALLOWED[field] ?? "nothing else");
  }
  return input;
}

const isNumber = (value: unknown) => Number.isInteger(value) && Number(value) > 0;
const isText = (value: unknown) => typeof value === "string";
const isFlag = (value: unknown) => typeof value === "boolean";
const isCell = (value: unknown): value is CellValue =>
  ["string", "number", "boolean"].includes(typeof value);

const SHAPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  kind: isText,
  row: isNumber,
  count: isNumber,
  column: isText,
  ascending: isFlag,
  to: isText,
  collapsed: isFlag,
  values: (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((line) => Array.isArray(line) && line.length > 0 && line.every(isCell)),
};
const ALLOWED: Readonly<Record<string, string>> = {
  row: "the number of a row as the sheet shows it",
  count: "how many rows",
  column: "a header, or a column's letter",
  ascending: "true or false",
  to: "a name",
  collapsed: "true or false",
  values: "lines of cells, each a text, a number, true or false",
};
