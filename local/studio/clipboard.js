// Cells as the clipboard carries them between spreadsheets: tabs between cells, line breaks between rows.

/**
 * A cell with a tab or a line break in it stands in quotes; any other is taken as it is, quotes and all.
 * @param {string} text
 * @returns {string[][]}
 */
export function cellsOf(text) {
  const whole = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  /** @type {string[][]} */
  const rows = [[]];
  let at = 0;
  while (at <= whole.length) {
    const { cell, end } = nextCell(whole, at);
    rows.at(-1)?.push(cell);
    if (whole[end] === "\n") rows.push([]);
    at = end + 1;
  }
  return rows;
}

const quotedCell = /"((?:[^"]|"")*[\t\n](?:[^"]|"")*)"(?=[\t\n]|$)/y;
const plainCell = /[^\t\n]*/y;

/**
 * @param {string} text
 * @param {number} at
 * @returns {{ cell: string, end: number }}
 */
function nextCell(text, at) {
  const quoted = matchAt(quotedCell, text, at);
  if (quoted) return { cell: (quoted[1] ?? "").replaceAll('""', '"'), end: at + quoted[0].length };
  const [cell = ""] = matchAt(plainCell, text, at) ?? [];
  return { cell, end: at + cell.length };
}

/**
 * @param {RegExp} pattern a sticky one
 * @param {string} text
 * @param {number} at
 */
function matchAt(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/**
 * @param {readonly (readonly string[])[]} rows
 * @returns {string}
 */
export function textOf(rows) {
  return rows.map((row) => row.map(quoted).join("\t")).join("\n");
}

/** @param {string} cell */
function quoted(cell) {
  return /[\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * What is pasted into a larger selection fills it as often as it goes into it.
 * @param {readonly (readonly string[])[]} values
 * @param {number} rows
 * @param {number} columns
 * @returns {readonly (readonly string[])[]}
 */
export function tiled(values, rows, columns) {
  const width = Math.max(...values.map((line) => line.length));
  if (rows % values.length !== 0 || columns % width !== 0) return values;
  return Array.from({ length: rows }, (_, down) => {
    const line = values[down % values.length] ?? [];
    return Array.from({ length: columns }, (_, right) => line[right % width] ?? "");
  });
}
