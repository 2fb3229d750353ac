import { expect, it } from "vitest";
import { amountText } from "../../src/events/stripe-amount";

it.each([
  [4_900, "eur", "49.00 EUR"],
  [5, "usd", "0.05 USD"],
  [0, "usd", "0.00 USD"],
  [500, "jpy", "500 JPY"],
  [500, "KRW", "500 KRW"],
  [5_120, "kwd", "5.120 KWD"],
  [500, "ugx", "5.00 UGX"],
  [99_999_999, "eur", "999999.99 EUR"],
  [100, "", "1.00"],
])("%i %s reads %s", (units, currency, expected) => {
  expect(amountText(units, currency)).toBe(expected);
});
