// A list as text: comma, semicolon or tab between cells, quotes as in RFC 4180. What cannot be read one way only is named.

export type ReadCsv =
  | { readonly kind: "rows"; readonly rows: readonly (readonly string[])[] }
  /** Line of the text, from 1. */
  | { readonly kind: "quote"; readonly line: number };

const SEPARATORS = ["\t", ";", ","] as const;

export function readCsv(text: string): ReadCsv {
  const plain = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const separator = separatorOf(plain);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < plain.length) {
    const cell = plain[at] === '"' ? quoted(plain, at) : bare(plain, at, separator);
    const next = cell === null ? undefined : plain[cell.end];
    if (cell === null || (next !== undefined && next !== separator && next !== "\n")) {
      return { kind: "quote", line: plain.slice(0, at).split("\n").length };
    }
    row.push(cell.value);
    // A separator at the very end leaves an empty cell behind it.
    if (next === separator && cell.end === plain.length - 1) row.push("");
    if (next !== separator || cell.end === plain.length - 1) {
      rows.push(row);
      row = [];
    }
    at = cell.end + 1;
  }
  return { kind: "rows", rows: rows.filter((cells) => cells.some((one) => one.trim() !== "")) };
}

/** The one that stands in the first line most often, outside quotes. */
function separatorOf(text: string): string {
  const [first = ""] = text.replace(/"(?:[^"]|"")*"/g, "").split("\n");
  const count = (separator: string) => first.split(separator).length;
  return SEPARATORS.reduce((best, one) => (count(one) > count(best) ? one : best));
}

interface Cell {
  readonly value: string;
  readonly end: number;
}

/** Null: its quote is never closed. */
function quoted(text: string, from: number): Cell | null {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] === '"') continue;
    return { value: text.slice(from + 1, at).replace(/""/g, '"'), end: at + 1 };
  }
  return null;
}

function bare(text: string, from: number, separator: string): Cell {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== "\n") end += 1;
  return { value: text.slice(from, end), end };
}

/** Opens harmlessly: no cell begins a formula. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.map(cellText).join(",")}\r\n`).join("")}`;
}

function cellText(value: string): string {
  const harmless = /^\s*[=+\-@|%]|^[\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n;\t]|^\s|\s$/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}
