// Indentation of the bundle: a tab a level instead of two blanks, and none for the function around everything. Smaller by a
// tenth, and as readable. Inside template literals blanks are content and stay.
import { parse } from "acorn";

/** @param {string} code */
export function byTabs(code) {
  /** @type {{ start: number, end: number }[]} */
  const kept = [];
  parse(code, {
    ecmaVersion: 2019,
    onToken: ({ type, start, end }) => {
      if (type.label === "template") kept.push({ start, end });
    },
  });
  let at = 0;
  return code.replace(/(?<=\n)(?: {2})+/g, (blanks, /** @type {number} */ offset) => {
    while (at < kept.length && (kept[at]?.end ?? 0) < offset) at += 1;
    const inside = (kept[at]?.start ?? code.length) < offset;
    return inside ? blanks : "\t".repeat(blanks.length / 2 - 1);
  });
}
