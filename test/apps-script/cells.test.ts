// What a cell holds and what the code sees.
import { expect, it } from "vitest";
import type { Column } from "../../sheets-schema/index";
import {
  decodeCell,
  encodeCell,
  encodeRaw,
  sameValue,
  type Value,
} from "../../src/apps-script/cells";

const base = { writer: "machine", widthPx: 100, note: { en: "", zh: "" } } as const;
const columns = {
  text: { ...base, kind: "text" },
  integer: { ...base, kind: "integer" },
  time: { ...base, kind: "time" },
  choice: { ...base, kind: "choice", choices: ["PAID", "mark paid"] },
} as const satisfies Record<string, Column>;
type Kind = keyof typeof columns;
const AT = Date.parse("2026-03-02T09:00:00Z");

it.each<[Kind, unknown, Value]>([
  ["text", "", ""],
  ["text", " a ", " a "],
  ["text", 123, "123"],
  ["text", true, "TRUE"],
  ["text", new Date(AT), "2026-03-02T09:00:00.000Z"],
  ["integer", "", null],
  ["integer", 0, 0],
  ["integer", "12", 12],
  ["integer", " ", null],
  ["time", "", null],
  ["time", new Date(AT), AT],
  ["time", "2026-03-02T09:00:00Z", AT],
  ["time", "2026-03-02T10:00+01:00", AT],
  ["choice", "", ""],
  ["choice", "PAID", "PAID"],
  ["choice", " paid ", "PAID"],
  ["choice", "Mark Paid", "mark paid"],
])("%s: %j reads as %j", (kind, raw, value) => {
  expect(decodeCell(columns[kind], raw)).toEqual({ value, odd: null });
});

it.each<[Kind, unknown, string]>([
  ["integer", 1.5, "1.5"],
  ["integer", "three", "three"],
  ["integer", false, "FALSE"],
  ["integer", "99999999999999999999", "99999999999999999999"],
  ["time", "next week", "next week"],
  ["time", "2026-03-02T09:00:00", "2026-03-02T09:00:00"],
  ["time", "2026-13-45T09:00:00Z", "2026-13-45T09:00:00Z"],
  ["time", 46_000, "46000"],
  ["time", true, "TRUE"],
  ["choice", "payed", "payed"],
  ["choice", true, "TRUE"],
  ["choice", "#N/A", "#N/A"],
])("%s: %j is odd and reads as empty", (kind, raw, odd) => {
  const { value, odd: shown } = decodeCell(columns[kind], raw);
  expect([value === null || value === "", shown]).toEqual([true, odd]);
});

it("marks every text, and only text", () => {
  const texts = ["a", "=1+1", "'", "00123", " "];
  expect(texts.map((text) => encodeCell(columns.text, text, ""))).toEqual([
    "'a",
    "'=1+1",
    "''",
    "'00123",
    "' ",
  ]);
  expect(encodeCell(columns.choice, "PAID", "")).toBe("PAID");
  expect(encodeCell(columns.integer, 7, "")).toBe(7);
  expect(encodeCell(columns.time, AT, "")).toEqual(new Date(AT));
});

it("writes empty values as empty cells", () => {
  for (const column of Object.values(columns)) expect(encodeCell(column, null, "")).toBe("");
  expect(encodeCell(columns.text, "", "")).toBe("");
});

it("writes what it has read so that it reads the same", () => {
  expect(["00123", "", 5, false].map(encodeRaw)).toEqual(["'00123", "", 5, false]);
});

it("takes times within a second for the same", () => {
  expect(sameValue(columns.time, AT, AT + 999)).toBe(true);
  expect(sameValue(columns.time, AT, AT + 1000)).toBe(false);
  expect(sameValue(columns.time, AT, null)).toBe(false);
  expect(sameValue(columns.integer, 1, 2)).toBe(false);
});
