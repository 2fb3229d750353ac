// XML as spreadsheet programs read it.

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** What XML 1.0 cannot hold at all; halves of surrogate pairs, too. */
const UNFIT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // Else a reader takes both for plain spaces in an attribute.
  "\n": "&#10;",
  "\t": "&#9;",
};

export function escaped(text: string): string {
  return text
    .replace(UNFIT, "")
    .replace(/\r\n?/g, "\n")
    .replace(/[&<>"\n\t]/g, (char) => ENTITIES[char] ?? char);
}

/** A text in a cell: "_x0041_" would be read as "A". */
export function cellText(text: string): string {
  return escaped(text).replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
}

export function attributes(given: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(given)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${escaped(String(value))}"`))
    .join("");
}
