// What is in the finished script without blanks: libraries, and words and tables that are no code. Its owner reads what our part
// does; words and tables read as well in the sheet, and Google reads all of it at every request.
import { transformSync } from "esbuild";

/** The bundler says above each file's code where it comes from. */
const PART = /^ *\/\/ ((?:node_modules|build|src|sheets-schema)\/\S+|\S*\/node_modules\/\S+)$/gm;
/** Longer lines are slow in Google's editor. */
const LINE_CHARACTERS = 200;

const WITHOUT_BLANKS = /node_modules\/|^ *\/\/ (?:src\/words|src\/flows|sheets-schema)\//;

/** @param {string} code */
export function compactLibraries(code) {
  const marks = [...code.matchAll(PART)].map(({ index, 0: line }) => ({ index, line }));
  const ends = [...marks.slice(1).map(({ index }) => index), -1];
  return marks.reduceRight((text, { index, line }, at) => {
    const end = ends[at] ?? -1;
    if (!WITHOUT_BLANKS.test(line) || end < 0) return text;
    const from = index + line.length;
    return `${text.slice(0, from)}\n${compacted(text.slice(from, end))}${text.slice(end)}`;
  }, code);
}

/** @param {string} code */
const compacted = (code) =>
  transformSync(code, {
    minifyWhitespace: true,
    legalComments: "none",
    charset: "utf8",
    target: "es2019",
    lineLimit: LINE_CHARACTERS,
  }).code;
