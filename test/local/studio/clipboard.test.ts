// What other spreadsheets put into the clipboard, read into cells and written from them.
import { describe, expect, it } from "vitest";
import { cellsOf, textOf, tiled } from "../../../local/studio/clipboard.js";

describe("cells from the clipboard", () => {
  it.each([
    ["one", [["one"]]],
    [
      "a\tb\nc\td",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "a\tb\r\nc\td\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "a\t\t\n\t\tb\n",
      [
        ["a", "", ""],
        ["", "", "b"],
      ],
    ],
    ["a\n\nb", [["a"], [""], ["b"]]],
    ['1\t"two\nlines"\t3', [["1", "two\nlines", "3"]]],
    ['"a ""quoted""\nword"\t2', [['a "quoted"\nword', "2"]]],
    ['"said"\t12" pipe\t"open', [['"said"', '12" pipe', '"open']]],
    ["", [[""]]],
  ])("%j", (text, cells) => {
    expect(cellsOf(text)).toEqual(cells);
  });

  it("are the same after they went out and came back", () => {
    const cells = [
      ["客户邮箱", 'say "hi"', "two\nlines\tand a tab"],
      ["", '"\n"', "x"],
    ];
    expect(cellsOf(textOf(cells))).toEqual(cells);
  });

  it("reads a large block at once", () => {
    const line = Array.from({ length: 10 }, (_, column) => `cell ${column}`);
    const text = textOf(Array.from({ length: 5_000 }, () => line));
    expect(cellsOf(text)).toHaveLength(5_000);
  });
});

describe("cells pasted into a larger selection", () => {
  it("fill it where they go into it a whole number of times", () => {
    expect(tiled([["x"]], 2, 3)).toEqual([
      ["x", "x", "x"],
      ["x", "x", "x"],
    ]);
    expect(tiled([["a", "b"]], 2, 2)).toEqual([
      ["a", "b"],
      ["a", "b"],
    ]);
  });

  it("stay as they are where they do not", () => {
    const block = [
      ["a", "b"],
      ["c", "d"],
    ];
    expect(tiled(block, 3, 2)).toBe(block);
    expect(tiled(block, 1, 1)).toBe(block);
  });
});
