// Refuses what parses as ES2019 and still may not be accepted: lookbehind in a regular expression.
import { placeOf, walk } from "./script.mjs";

/** @param {import("./script.mjs").Script} script */
export function lookbehindProblems(script) {
  /** @type {import("../build-error.mjs").Problem[]} */
  const problems = [];
  walk(script.tree, (node) => {
    const regex = /** @type {{ pattern: string } | undefined} */ (node.regex);
    if (regex === undefined || !/\(\?<[=!]/.test(regex.pattern)) return;
    problems.push({
      place: placeOf(script.code, node.start),
      seen: `lookbehind in /${regex.pattern}/`,
      todo: "Apps Script does not promise it. Match more and cut, or test the character before.",
    });
  });
  return problems;
}
