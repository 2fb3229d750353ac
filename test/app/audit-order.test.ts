// The audit of rows about which things came in another order than they happened, or as nobody would expect.
import { expect, it, vi } from "vitest";
import { eventRow } from "../../src/app/doors/record-event";
import { recordStop } from "../../src/app/stop-event";
import { report } from "../events/raw-mails";
import { found } from "./audit-found";
import { FounderOffice } from "./founder-office";
import { DAY, HOUR, MINUTE } from "./memory-office";

it("is silent about a failure whose first event waited for Stripe while its second made the row", () => {
  const office = new FounderOffice("stripe_failed");
  const { stripe, clock } = office.ports;
  const at = clock.now();
  const failed = (id: string, type: string, object: Readonly<Record<string, unknown>>) => {
    const created = Math.floor(at / 1_000);
    const event = { id, object: "event", type, created, livemode: true, data: { object } };
    stripe.put(`events/${id}`, event);
    office.hook(event);
  };
  const money = { amount: 4_900, currency: "usd" };
  failed("evt_1", "payment_intent.payment_failed", {
    ...{ id: "pi_1", object: "payment_intent", status: "requires_payment_method" },
    ...{ ...money, latest_charge: "ch_1" },
  });
  const charge = {
    ...{ id: "ch_1", object: "charge", status: "failed", paid: false, payment_intent: "pi_1" },
    ...{ ...money, billing_details: { email: "ada@example.org" } },
  };
  failed("evt_2", "charge.failed", charge);
  const get = stripe.get.bind(stripe);
  const silent = vi.spyOn(stripe, "get").mockImplementation((path, key) => {
    return path === "charges/ch_1" ? { kind: "unreachable", why: "timeout" } : get(path, key);
  });
  office.tick();
  silent.mockRestore();
  stripe.put("charges/ch_1", charge);
  office.pass(10 * MINUTE, 5 * MINUTE);
  const told = office.ports.store.rows("Events").filter(({ source }) => source === "stripe");
  expect(told.map(({ reason }) => reason)).toEqual([
    "pi_1 has its row already; it goes on as it was",
    expect.stringContaining("entered stripe_failed"),
  ]);
  expect(found(office)).toEqual([]);
});

it("is silent about a row that a mark had closed before another mark took its place", () => {
  const office = new FounderOffice("lite");
  office.lite();
  office.pass(HOUR, MINUTE);
  const { id } = office.row();
  office.ports.store.edit("Queue", id, "status", "STOPPED");
  office.pass(HOUR, 10 * MINUTE);
  recordStop(office.ports, office.contact()?.id ?? "", office.ports.clock.now(), {});
  office.pass(HOUR, 10 * MINUTE);
  office.ports.store.edit("Queue", id, "do", "undo");
  office.pass(HOUR, 10 * MINUTE);
  const thread = office.ports.mailer.sent[0]?.threadId;
  office.ports.mailbox.arrive(report("ada@example.org", "failed", "5.1.1"), thread);
  office.pass(HOUR, 10 * MINUTE);
  expect(office.contact()).toMatchObject({ suppressed: "bounced" });
  expect(office.row()).toMatchObject({ status: "STOPPED", stop_reason: "unsubscribed" });
  expect(found(office)).toEqual([]);
});

it("is silent about a row that was held after its time had come with no mail left", () => {
  const office = new FounderOffice("stripe_failed");
  office.fails();
  office.pass(2 * DAY, HOUR);
  const { id } = office.row();
  office.ports.store.edit("Queue", id, "next_at", office.ports.clock.now() + DAY);
  office.pass(2 * DAY, HOUR);
  expect(office.row()).toMatchObject({ status: "FAILED", next_at: null });
  office.ports.store.edit("Queue", id, "status", "PAUSED");
  office.pass(HOUR, 10 * MINUTE);
  expect(found(office)).toEqual([]);
});

it("is silent about a row whose reader wished to go on while the timer stood still for days", () => {
  const office = new FounderOffice("lite");
  office.lite();
  office.pass(HOUR, MINUTE);
  office.ports.clock.advance(4 * DAY);
  goesOn(office, office.contact()?.id ?? "");
  office.ports.clock.advance(2 * DAY);
  office.pass(10 * MINUTE, MINUTE);
  expect(office.row().why).toContain("asked to go on");
  expect(found(office)).toEqual([]);
});

function goesOn(office: FounderOffice, contact: string): void {
  const { ports } = office;
  const event = eventRow(ports, {
    ...{ source: "page", type: "reader.on", key: `reader.on:${contact}:1:`, who: contact },
    payload: JSON.stringify({ contact, to: "" }),
    ...{ occurredAt: ports.clock.now(), stops: true },
  });
  ports.store.append("Events", [event]);
}
