// A cell that holds several values, as a person separates them, and as the machine does.

/** By commas of any script, semicolons or spaces. */
export function listOf(cell: string): readonly string[] {
  return cell.split(/[\s,，;；、]+/).filter((item) => item !== "");
}

/** By commas alone: a value may be of several words. */
export function itemsOf(cell: string): readonly string[] {
  return cell.split(",").flatMap((item) => item.trim() || []);
}

/** The cell with these as well, each once; the very same text where nothing is new. */
export function withItems(cell: string, more: readonly string[]): string {
  const own = itemsOf(cell);
  const fresh = more.filter((item) => item !== "" && !own.includes(item));
  return fresh.length === 0 ? cell : [...own, ...new Set(fresh)].join(", ");
}
