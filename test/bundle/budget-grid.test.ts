// Service calls of a batch by mails and new events (design 5), in a sheet of some rows: as docs/budgets.md states them for 5,000.
import { describe, expect, it } from "vitest";
import { allowed, formsAgain, type GridLine, mailsAndForms } from "../bench/grid.ts";
import { builtBundle } from "../built-bundle.ts";

const ROWS = 300;

function expectWithin({ mails, events, calls, sheet, flushes }: GridLine): void {
  const most = allowed(mails, events);
  expect.soft(calls, "service calls").toBeLessThanOrEqual(most.calls);
  expect.soft(sheet, "of these of the sheet").toBeLessThanOrEqual(most.sheet);
  expect.soft(flushes, "of these flushes").toBeLessThanOrEqual(most.flushes);
}

describe("a batch costs at most 24 + 4d + 10⌈d/25⌉ + 4e service calls", () => {
  it.each([
    [1, 0],
    [1, 1],
    [1, 3],
    [1, 25],
    [3, 0],
    [25, 0],
    [25, 3],
    [100, 0],
    [100, 25],
  ])("with %i mails due and %i forms that bring a mail each", (due, forms) => {
    expectWithin(mailsAndForms(builtBundle(), ROWS, due, forms));
  });

  it.each([1, 3, 25])("with %i forms that bring none", (forms) => {
    expectWithin(formsAgain(builtBundle(), ROWS, forms));
  });
});
