// Rectangles of cells (1-based), their A1 names, and how they move when lines are put in or taken out.

export interface Rect {
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
}

export function lastRowOf(rect: Rect): number {
  return rect.row + rect.rows - 1;
}

export function lastColOf(rect: Rect): number {
  return rect.col + rect.cols - 1;
}

export function contains(rect: Rect, row: number, col: number): boolean {
  return row >= rect.row && row <= lastRowOf(rect) && col >= rect.col && col <= lastColOf(rect);
}

export function columnLetters(col: number): string {
  let rest = col;
  let letters = "";
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
}

export function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, char) => sum * 26 + char.charCodeAt(0) - 64, 0);
}

export function a1Of(rect: Rect): string {
  const from = `${columnLetters(rect.col)}${rect.row}`;
  if (rect.rows === 1 && rect.cols === 1) return from;
  return `${from}:${columnLetters(lastColOf(rect))}${lastRowOf(rect)}`;
}

/** Where a span of lines lies after `count` lines were put in before `at` (taken out if negative). */
export function shiftSpan(
  start: number,
  length: number,
  at: number,
  count: number,
): { start: number; length: number } {
  if (count >= 0) {
    if (at <= start) return { start: start + count, length };
    if (at <= start + length - 1) return { start, length: length + count };
    return { start, length };
  }
  const removedEnd = at - count;
  const cut = Math.max(0, Math.min(start + length, removedEnd) - Math.max(start, at));
  const before = Math.max(0, Math.min(start, removedEnd) - at);
  return { start: start - Math.max(0, before), length: length - cut };
}
