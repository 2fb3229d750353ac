// Lists as text, read strictly and written so that they open harmlessly.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv, writeCsv } from "../../src/events/csv";

const rowsOf = (text: string) => {
  const read = readCsv(text);
  return read.kind === "rows" ? read.rows : read;
};

describe("a list as text", () => {
  it.each([
    [
      "commas",
      "a,b\n1,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "semicolons, with commas within",
      "a;b\n1,5;2",
      [
        ["a", "b"],
        ["1,5", "2"],
      ],
    ],
    [
      "tabs",
      "a\tb\n1,1\t2;2",
      [
        ["a", "b"],
        ["1,1", "2;2"],
      ],
    ],
    [
      "a byte order mark and Windows line ends",
      "\uFEFFa,b\r\n1,2\r\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "quotes, separators and line ends in a cell",
      'a,b\n"x ""y"", z\nw",2',
      [
        ["a", "b"],
        ['x "y", z\nw', "2"],
      ],
    ],
    [
      "empty cells, also the last",
      "a,b,c\n,,\n1,,\n,2,",
      [
        ["a", "b", "c"],
        ["1", "", ""],
        ["", "2", ""],
      ],
    ],
    ["one column", "a\nb\n\nc", [["a"], ["b"], ["c"]]],
    ["nothing", "\n \n", []],
    [
      "a separator in the first header",
      '"a,b";c\n1;2',
      [
        ["a,b", "c"],
        ["1", "2"],
      ],
    ],
  ])("is read with %s", (_, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  it.each([
    ["never closed", 'a,b\n1,"2\n3,4', 2],
    ["closed before the cell's end", 'a,b\n1,"2"3', 2],
  ])("names the line of a quote that is %s", (_, text, line) => {
    expect(readCsv(text)).toEqual({ kind: "quote", line });
  });

  it("comes back as it was written, but for what would begin a formula", () => {
    const cell = fc.string({ unit: fc.constantFrom(..."a,;\t\"'\n 中=+-@") });
    const table = fc.array(fc.tuple(fc.constant("x"), cell, cell), { minLength: 1 });
    fc.assert(
      fc.property(table, (rows) => {
        const read = rowsOf(writeCsv([["one", "two", "three"], ...rows]));
        const harmless = (text: string) => (/^\s*[=+\-@]|^\t/.test(text) ? `'${text}` : text);
        expect(read).toEqual([["one", "two", "three"], ...rows.map((row) => row.map(harmless))]);
      }),
      { numRuns: 100 },
    );
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", " =1", "|cmd", "%0A"])("%j opens as text", (cell) => {
    expect(writeCsv([[cell]])).toContain(`'${cell}`);
  });
});
