// What a list may say of why its people may be written to; anything else is nothing.
import { describe, expect, it } from "vitest";
import { readBasis } from "../../src/model/basis";

describe("a stated basis", () => {
  it.each([
    ["consent", "consent"],
    ["Consent: ticked at the fair", "consent"],
    ["opt-in", "consent"],
    ["yes", "consent"],
    ["同意：展会勾选", "consent"],
    ["是", "consent"],
    ["customer", "customer"],
    ["Existing customer, since 2024", "customer"],
    ["老客户", "customer"],
    ["no", "none"],
    ["否", "none"],
    ["不同意", "none"],
    ["no consent", "none"],
    ["consent refused", "none"],
    ["bought list", "none"],
    ["customer list, bought", "none"],
    ["legitimate interest", "none"],
    ["?", "none"],
  ])("%j is %s", (cell, basis) => {
    expect(readBasis(cell)).toEqual({ basis, words: cell });
  });

  it("is nothing where nothing stands", () => {
    expect(readBasis("  ")).toBeNull();
  });
});
