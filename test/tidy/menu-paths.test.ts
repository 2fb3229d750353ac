// Whoever is told to press something in the menu finds it there, under that very name.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { MENU } from "../../src/words/menu";

const FOLDERS = ["src", "sheets-schema", "local", "docs"];
const FILES = ["README.md", "README.zh-CN.md"];
/** "Dripsheet ▸ Group ▸ Item", whatever follows the item's name. */
const TOLD = /Dripsheet ▸ ([^\n]{0,60})/g;

const paths = MENU.flatMap(({ words: group, items }) =>
  items.flatMap(({ words }) =>
    (["en", "zh"] as const).map((l) => (group === null ? words[l] : `${group[l]} ▸ ${words[l]}`)),
  ),
);

/** A group by itself is a place, too. */
const isGroup = (told: string): boolean =>
  MENU.some(({ words }) =>
    Object.values(words ?? {}).some(
      (name) => told.startsWith(name) && !told.startsWith(`${name} ▸`),
    ),
  );

function textFiles(): string[] {
  const found = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) =>
      path.join(folder, name),
    ),
  );
  return [...FILES, ...found.filter((name) => /\.(ts|js|md|html)$/.test(name))];
}

const unknownIn = (file: string): string[] =>
  [...readFileSync(file, "utf8").replace(/\n +/g, " ").matchAll(TOLD)]
    .map(([, told = ""]) => told)
    .filter((told) => !paths.some((known) => told.startsWith(known)) && !isGroup(told))
    .map((told) => `${file}: ${told}`);

describe("the menu", () => {
  it("has every item that words, pages and docs send a person to", () => {
    expect(textFiles().flatMap(unknownIn)).toEqual([]);
  });
});
