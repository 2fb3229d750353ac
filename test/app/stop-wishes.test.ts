// The promise that a wish to stop takes effect within a day: measured from Events and Sends, and told in the daily mail.
import { describe, expect, it } from "vitest";
import { stopWishes } from "../../src/app/stop-wishes";
import { DAY, HOUR, MemoryOffice, MINUTE } from "./memory-office";

const ADA = "ada@example.org";
const YEAR = 365 * DAY;

function asked(): MemoryOffice {
  const office = new MemoryOffice();
  office.set("digest", "daily");
  office.geo();
  office.tick();
  press(office, "stop");
  return office;
}
function press(office: MemoryOffice, page: "stop" | "back"): void {
  const sent = office.ports.mailer.sent.find(({ mail }) => mail.to === ADA);
  const [, token = ""] = new RegExp(`p=${page}&t=([^&\\s]+)`).exec(sent?.mail.text ?? "") ?? [];
  office.post({ p: page, t: decodeURIComponent(token), w: "on", v: "1" });
}
const measured = ({ ports }: MemoryOffice) => {
  const [events, sends] = [ports.store.rows("Events"), ports.store.rows("Sends")];
  const now = ports.clock.now();
  return stopWishes({ events, sends }, now - YEAR, now);
};

describe("a wish to stop", () => {
  it("takes effect before the next mail, and the daily mail says how soon", () => {
    const office = asked();
    office.pass(3 * DAY, 10 * MINUTE);
    expect(measured(office)).toEqual({ count: 1, slowestMs: 0 });
    const text = office.ports.mailer.told.map(({ mail }) => mail.text);
    expect(text[0]).toContain("Asked to stop: 1. The slowest took effect within 1 min; promised");
    expect(text[1]).not.toContain("Asked to stop");
  });

  it("that a mail followed has taken as long as to the last of them", () => {
    const office = asked();
    office.pass(HOUR, 10 * MINUTE);
    const { store, clock } = office.ports;
    const [first] = store.rows("Sends");
    if (first === undefined) throw new Error("no mail went");
    const sent_at = clock.now();
    const late = { ...first, send_key: "x", class: "marketing" as const, sent_at };
    store.append("Sends", [late]);
    clock.advance(1);
    expect(measured(office).slowestMs).toBe(HOUR);
  });

  it("that nobody has taken in yet has had no effect yet", () => {
    const office = asked();
    office.ports.clock.advance(30 * HOUR);
    expect(measured(office).slowestMs).toBe(30 * HOUR);
  });

  it("is over once the same person asks for mails again", () => {
    const office = asked();
    office.pass(HOUR, 10 * MINUTE);
    press(office, "back");
    office.pass(10 * DAY, HOUR);
    const mails = office.ports.store.rows("Sends").filter((row) => row.class === "marketing");
    expect(mails.length).toBeGreaterThan(0);
    expect(measured(office)).toEqual({ count: 1, slowestMs: 0 });
  });
});
