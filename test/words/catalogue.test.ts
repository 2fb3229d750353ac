// One catalogue: whatever a person reads is said in both languages, and nowhere else.
import { describe, expect, it } from "vitest";
import { inFolder, read, type SourceFile, sourceFiles } from "../tidy/files.js";
import { type Pair, pairsIn, pairsOfTwo, type Saying } from "./pairs.js";
import { HAN, straysIn } from "./strays.js";

const files = sourceFiles();
const sample = (text: string, path = "src/app/sample.ts"): SourceFile => ({ path, text });

/** A template literal, written as sample code: "$a" is a value. */
const quoted = (text: string) => `\`${text.replace(/\$(\w+)/g, ["$", "{$1}"].join(""))}\``;

/** Said alike in both languages, or in the reader's own: names, addresses, signs. */
const NAMES = [
  "Lite",
  "Stripe",
  "GEO",
  "Apps Script API",
  "English",
  "Chinese",
  "中文",
  "英文",
  "Asia/Shanghai",
  "do",
];
const isName = (text: string) =>
  NAMES.includes(text) ||
  /^\w+_(?:en|zh)$|^[a-z]{2}-[A-Z]{2}$|^(?:https:\/\/)?[\w.@-]+\.test$/.test(text);

const isEmptyText = ({ text, computed, gaps }: Saying) =>
  text.trim() === "" && !computed && gaps.length === 0;
/** Nothing in either language may be meant. */
const isEmpty = ({ en, zh }: Pair) => isEmptyText(en) !== isEmptyText(zh);
/** The name of a language is written in that language. */
const chineseInEnglish = ({ en }: Pair) => HAN.test(en.text) && !isName(en.text);
const noChinese = ({ zh: { text } }: Pair) =>
  /\p{L}{2}/u.test(text.replace(/\{\w+\}|^zh$/g, "")) && !HAN.test(text) && !isName(text);
const otherGaps = ({ en, zh }: Pair) => en.gaps.join() !== zh.gaps.join();

function faultsOf({ pairs, uneven }: ReturnType<typeof pairsIn>): readonly string[] {
  const named = (fault: string, is: (pair: Pair) => boolean) =>
    pairs.filter(is).map(({ where, en, zh }) => `${where}: ${fault}: "${en.text}" / "${zh.text}"`);
  return [
    ...uneven.map(({ where, seen }) => `${where}: ${seen}`),
    ...named("empty", isEmpty),
    ...named("Chinese among the English", chineseInEnglish),
    ...named("not Chinese", noChinese),
    ...named("not the same values", otherGaps),
  ];
}

describe("what is said in two languages", () => {
  it.each([
    ['{ en: "Go", zh: "" }', "empty"],
    ['{ en: "Go", zh: "Go" }', "not Chinese"],
    ['{ en: "走", zh: "走" }', "Chinese among the English"],
    ['{ en: "{a} of {b}", zh: "{a} 个" }', "not the same values"],
    [
      `{ en: (a, b) => ${quoted("$a of $b")}, zh: (a, b) => ${quoted("共 $b 个")} }`,
      "not the same",
    ],
    ['{ en: { a: "x", b: "y" }, zh: { a: "甲" } }', "b is only in en"],
    ['{ en: ["a", "b"], zh: ["甲"] }', "1 is only in en"],
  ])("is found wanting: %s", (text, fault) => {
    const faults = faultsOf(pairsIn(sample(`export const A = ${text};`)));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
  });

  it("is complete in the sheet, its windows, mails and pages", () => {
    const found = inFolder(files, "src", "sheets-schema").map(pairsIn);
    expect(found.flatMap(({ pairs }) => pairs).length).toBeGreaterThan(900);
    expect(found.flatMap(faultsOf)).toEqual([]);
  });

  it("is complete in Local: its page, its walk, its terminal", () => {
    const studio = pairsOfTwo(read("local/studio/words-en.js"), read("local/studio/words-zh.js"));
    const tour = inFolder(files, "local/tour", "local/server").map(pairsIn);
    expect(studio.pairs.length).toBeGreaterThan(100);
    expect(tour.flatMap(({ pairs }) => pairs).length).toBeGreaterThan(60);
    expect([studio, ...tour].flatMap(faultsOf)).toEqual([]);
  });

  it("is complete in the set-up command", () => {
    const found = pairsIn(read("build/setup/words.mjs"));
    expect(found.pairs.length).toBeGreaterThan(40);
    expect(faultsOf(found)).toEqual([]);
  });
});

/** No words of ours: rows a new sheet starts with, and text of others that is recognised. */
const NOT_WORDS: readonly RegExp[] = [
  /^src\/words\//,
  /^src\/flows\/(?:templates\/|shipped-|offers\.ts)/,
  /^src\/content\/pressure-words\.ts$/,
  /^src\/events\/(?:adopt-|response-row|stripe-amount)/,
  /^src\/model\/date-words\.ts$/,
  // Values to try a template with.
  /^src\/content\/check-template\.ts$/,
  // Said to programs: Stripe, a keyed post; kept beside a form for whoever looks into it.
  /^src\/(?:app\/(?:links\/hook-key|doors\/receive-event)|events\/form-post)\.ts$/,
];
/** Still with words of their own. Only ever shorter. */
const NOT_MOVED: readonly string[] = [
  "src/app/one-pass.ts",
  "src/app/stripe/payment-now.ts",
  "src/app/recover/recover.ts",
  "src/app/sending/send-batch.ts",
];

describe("the catalogue", () => {
  it.each([
    ['say("It did not work out.");', 1],
    ['const a = "不行";', 1],
    [`const a = ${quoted("It did $not work out.")};`, 1],
    ['const a = { en: "Nothing", zh: "没有" };', 2],
    ['throw new Error("It did not work out.");', 0],
    ['log.warn("It did not work out.");', 0],
    ['const a = { key: "free_check.result", css: "a { color: red }" };', 0],
    ["const a = { en: WORDS.en, zh: WORDS.zh };", 0],
  ])("knows a stray when it sees one: %s", (text, count) => {
    expect(straysIn(sample(text))).toHaveLength(count);
  });

  const product = inFolder(files, "src").filter(
    ({ path }) => !NOT_WORDS.some((home) => home.test(path)),
  );

  it("holds every word a person reads", () => {
    const strays = product
      .filter(({ path }) => !NOT_MOVED.includes(path))
      .flatMap((file) => straysIn(file).map((text) => `${file.path}: ${text}`));
    expect(strays).toEqual([]);
  });

  it("is not waited for by a file whose words have moved", () => {
    const waiting = product.filter((file) => straysIn(file).length > 0).map(({ path }) => path);
    expect(NOT_MOVED.filter((path) => !waiting.includes(path))).toEqual([]);
  });
});
