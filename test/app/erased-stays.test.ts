// Somebody erased is not brought back: not by a list, not by what Stripe still knows.
import { expect, it } from "vitest";
import { readHistory } from "../../src/app/history/history";
import { suppress } from "../../src/app/suppressed";
import type { Ports } from "../../src/ports";
import { Adopting } from "./adopt-office";
import { charge, past } from "./stripe-past";
import { unreadOffice } from "./unread-office";

const ADA = "ada@example.org";
const BOB = "bob@shop.test";

const eraseAda = (ports: Ports) => suppress(ports, ADA, { why: "unsubscribed", since: 0 });

it("by an adopted sheet, whose dry run says so", () => {
  const office = new Adopting("lite");
  eraseAda(office.ports);
  office.add(ADA);
  office.add(BOB);
  expect(office.dry()).toContain("erased before, and not brought back");
  office.adopt();
  expect(office.contact(ADA)).toBeUndefined();
  expect(office.contact(BOB)).toBeDefined();
  expect(JSON.stringify(office.ports.store.rows("Events"))).not.toContain(ADA);
});

it("by the payment history", () => {
  const office = unreadOffice();
  eraseAda(office.ports);
  past(office, { charges: [charge("1", ADA), charge("2", BOB)] });
  readHistory(office.ports);
  expect(office.contact(ADA)).toBeUndefined();
  expect(office.contact(BOB)?.paid).toBe("YES");
});
