// The floors of the design: who may import whom. Arrows go down; rooms on one floor do not know
// each other.
import path from "node:path";
import type { SourceFile } from "./files.js";

const ROOMS = "events state cadence stop-loss content measure flows pages".split(" ");
const SRC_ROOMS = ROOMS.map((room) => `src/${room}`);
const GROUND = ["src/model", "src/words", "sheets-schema"];

/** Each place, and the places it may import besides itself. */
const MAY_IMPORT: ReadonlyMap<string, readonly string[]> = new Map([
  ["src/main.ts", ["src/app", "src/apps-script", ...SRC_ROOMS, "src/ports", ...GROUND]],
  ["src/app", [...SRC_ROOMS, "src/ports", ...GROUND]],
  ["src/apps-script", ["src/ports", ...GROUND]],
  ["src/ports", GROUND],
  ...SRC_ROOMS.map((room): [string, readonly string[]] => [room, GROUND]),
  ["src/model", ["src/words", "sheets-schema"]],
  ["src/words", ["sheets-schema"]],
  ["sheets-schema", []],
  // Local builds the bundle and runs it; of the sources it sees nothing else.
  ["local", ["build.mjs"]],
]);

/** Packages that may be in the bundle; each costs its size at every request. */
const BUNDLED = ["liquidjs", "marked"];

export interface Import {
  readonly from: string;
  readonly line: number;
  readonly target: string;
}

export function importsOf({ path: from, text }: SourceFile): readonly Import[] {
  const pattern =
    /^(?:import|export)\b(?:[^"';]*?\bfrom)?\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;
  return [...text.matchAll(pattern)].map((match) => ({
    from,
    line: text.slice(0, match.index).split("\n").length,
    target: match[1] ?? match[2] ?? "",
  }));
}

/** What is wrong with the imports of one file, as sentences. */
export function floorFaults(file: SourceFile): readonly string[] {
  const place = placeOf(file.path);
  if (place === undefined) return unplaced(file.path);
  return importsOf(file).flatMap((one) => {
    const fault = one.target.startsWith(".") ? ownFault(place, one) : packageFault(place, one);
    return fault === "" ? [] : [`${one.from}:${one.line} imports ${one.target}: ${fault}`];
  });
}

/** A file of src/ that stands on no floor. */
const unplaced = (file: string): readonly string[] =>
  file.startsWith("src/")
    ? [`${file}: no floor of the design; known are ${[...MAY_IMPORT.keys()].join(", ")}`]
    : [];

function placeOf(file: string): string | undefined {
  return [...MAY_IMPORT.keys()].find((place) => file === place || file.startsWith(`${place}/`));
}

function ownFault(place: string, { from, target }: Import): string {
  const file = path.posix.join(path.posix.dirname(from), target).replace(/\.js$/, ".ts");
  const other = placeOf(file) ?? placeOf(`${file}.ts`) ?? file.split("/")[0] ?? "";
  if (other === place) return "";
  const allowed = MAY_IMPORT.get(place) ?? [];
  return allowed.includes(other)
    ? ""
    : `${place} may import ${allowed.join(", ") || "only itself"}`;
}

function packageFault(place: string, { target }: Import): string {
  if (place === "local") return "";
  const bundled = place !== "sheets-schema" && BUNDLED.includes(target.split("/")[0] ?? "");
  return bundled ? "" : `the bundle holds ${BUNDLED.join(", ")} and no other package`;
}
