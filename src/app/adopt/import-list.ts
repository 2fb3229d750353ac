// A pasted or chosen list as rows under a header, whether or not it has one of its own.
import { readMailbox } from "../../events/address";
import { readCsv } from "../../events/csv";
import type { OtherCell } from "../../ports";

/** Beyond it a press takes longer than anybody waits. */
export const ROWS_MAX = 10_000;

export type ReadList =
  | { readonly kind: "rows"; readonly values: readonly (readonly OtherCell[])[] }
  | { readonly kind: "empty" | "too long" }
  | { readonly kind: "quote"; readonly line: number };

export function readList(text: string): ReadList {
  const read = readCsv(text);
  if (read.kind === "rows" && !isHeadless(read.rows)) return asRows(read.rows);
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== "");
  if (read.kind === "rows") {
    const at = addressColumn(read.rows);
    return asRows(at === null ? named(lines) : [headerFor(read.rows, at), ...read.rows]);
  }
  // "Lin, Mei" <mei@b.org> is no CSV, and a list of people all the same.
  return isAddress(itemsOf(lines[0] ?? "")[0] ?? "") ? asRows(named(lines)) : read;
}

function asRows(rows: readonly (readonly string[])[]): ReadList {
  if (rows.length < 2) return { kind: "empty" };
  if (rows.length > ROWS_MAX + 1) return { kind: "too long" };
  return { kind: "rows", values: rows.map((cells) => cells.map((text) => ({ text, at: null }))) };
}

function isAddress(text: string): boolean {
  return typeof readMailbox(text) !== "string";
}

function isHeadless([first = []]: readonly (readonly string[])[]): boolean {
  return first.some((cell) => /[@＠]/.test(cell));
}

/** A table: every row as long as the first, with its one address in the same place. */
function addressColumn(rows: readonly (readonly string[])[]): number | null {
  const [first = []] = rows;
  const at = first.findIndex(isAddress);
  const fits = (cells: readonly string[]) =>
    cells.length === first.length && cells.every((cell, one) => one === at || !cell.includes("@"));
  return first.length > 1 && rows.every(fits) ? at : null;
}

/** Called as a sheet calls them: A, B, C. */
function headerFor([first = []]: readonly (readonly string[])[], at: number): readonly string[] {
  return first.map((_, one) => (one === at ? "email" : String.fromCharCode(65 + (one % 26))));
}

/** Parted by commas and the like, but for those within the quotes of a name. */
function itemsOf(line: string): readonly string[] {
  const items = line.match(/(?:["“][^"”]*["”]|[^,，;；、\t])+/g) ?? [];
  return items.filter((item) => item.trim() !== "");
}

/** Addresses in any order on any line, with or without names: Ada <a@b.org>, c@d.org. */
function named(lines: readonly string[]): readonly (readonly string[])[] {
  const people = lines.flatMap(itemsOf).map((item) => {
    const name = /^\s*["“]?([^<>@"“”]*?)["”]?\s*<[^<>]*>/.exec(item)?.[1] ?? "";
    return [item, name.trim()];
  });
  return [["email", "name"], ...people];
}
