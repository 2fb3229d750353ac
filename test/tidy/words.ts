// Words that have no place in a committed file: notes to oneself, silenced checks, one machine's
// paths, and talk about a working day instead of the project.
import type { SourceFile } from "./files.js";

// In pieces, so that this file does not hold what it looks for.
const word = (...pieces: string[]) => new RegExp(`\\b${pieces.join("")}\\b`, "i");
const mark = (...pieces: string[]) => new RegExp(`\\b${pieces.join("")}\\b`);

const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [mark("FIX", "ME"), "do it or write an issue"],
  [mark("TO", "DO"), "do it or write an issue"],
  [mark("X", "XX"), "do it or write an issue"],
  [new RegExp(`@ts-${"ignore"}|@ts-${"nocheck"}`), "say the type"],
  [
    new RegExp(`(?<![\\w.])/(?:wor${"k"}|hom${"e"}|roo${"t"}|User${"s"})/[\\w.-]+/`),
    "a path of one machine",
  ],
  [new RegExp(`\\bC:\\\\+User${"s"}`), "a path of one machine"],
  [word("(?:this|last|next|previous|earlier|my|our) ", "session(?! id)"), "say it of the project"],
];

export function wordFaults({ path, text }: SourceFile): readonly string[] {
  return text
    .split("\n")
    .flatMap((line, index) =>
      FORBIDDEN.filter(([pattern]) => pattern.test(line)).map(
        ([pattern, todo]) => `${path}:${index + 1} has "${pattern.exec(line)?.[0]}": ${todo}`,
      ),
    );
}
