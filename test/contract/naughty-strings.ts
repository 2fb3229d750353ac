// Texts that a sheet takes for something else, and the big list of naughty strings.
import { readFileSync } from "node:fs";

const blns = new URL("../data/blns/blns.json", import.meta.url);
export const naughtyStrings: readonly string[] = [
  ...JSON.parse(readFileSync(blns, "utf8")),
  ...[
    "=1+1",
    "00123",
    "+49 1",
    "'x",
    "''",
    "'",
    "1/2",
    "TRUE",
    "50%",
    "1e5",
    "2026-03-01",
    "12:30",
  ],
  ...["@SUM(1)", "-1", " padded ", "\ttab", "two\nlines", "$1,000.50", '=IMPORTXML("a","b")'],
];
