// Weeks of forms, payments, bounces and answers drawn from seeds: who was heard to have left gets nothing, a mail that came
// back is told once, and the records agree with every row.
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../local/month/random.ts";
import { audited } from "../../src/app/audit/audit";
import { mail, report } from "../events/raw-mails";
import { HOUR, MemoryOffice, MINUTE } from "./memory-office";

const SEEDS = 8;
const DEEDS = 14;
const PEOPLE = ["ada@example.org", "bo@example.org", "cy@example.org"];
const ANSWERS = ["STOP", "Is it for shops, too?", "退订", "Thanks!"];

function deed(office: MemoryOffice, below: (count: number) => number, at: number): void {
  const who = PEOPLE[below(PEOPLE.length)] ?? "";
  const mails = office.ports.mailer.sent.filter((one) => one.mail.to === who);
  const thread = mails[below(Math.max(1, mails.length))]?.threadId;
  const came = (raw: string) => void office.ports.mailbox.arrive(raw, thread);
  const roll = below(12);
  if (roll < 4) office.geo(who);
  else if (roll < 5) office.pay(who, `evt_${at}`);
  else if (roll < 6) came(report(who, "failed", "5.1.1"));
  else if (roll < 8) came(report(who, "failed", "4.2.2"));
  else if (roll < 9) came(mail({ From: who, "Auto-Submitted": "auto-replied" }, "Away. STOP"));
  else if (roll < 11) came(mail({ From: who }, utf8(ANSWERS[below(ANSWERS.length)] ?? "")));
  else release(office, who);
}

const utf8 = (text: string) => Buffer.from(text).toString("latin1");

function release(office: MemoryOffice, who: string): void {
  const held = office.queue(who).find(({ status }) => status === "PAUSED");
  if (held !== undefined) office.ports.store.edit("Queue", held.id, "do", "release");
}

/** Since when nothing may go to whom. */
function silences(office: MemoryOffice): ReadonlyMap<string, number> {
  const heard = office.ports.store
    .rows("Events")
    .filter(({ type, outcome }) => /^mail\.(?:bounced|stop)$/.test(type) && outcome === "APPLIED");
  const address = (id: string) =>
    office.ports.store.rows("Contacts").find((one) => one.id === id)?.email;
  return new Map(heard.map((one) => [address(one.who) ?? "", one.received_at ?? 0]));
}

describe("whatever comes back", () => {
  let heard = 0;
  let silent = 0;

  it.each(Array.from({ length: SEEDS }, (_, seed) => seed + 1))(
    "of seed %i breaks no rule",
    (seed) => {
      const office = new MemoryOffice();
      const chance = chanceFrom(seed);
      const below = (count: number) => chance.between(0, count - 1);
      for (let at = 0; at < DEEDS; at += 1) {
        deed(office, below, at);
        office.pass((1 + below(40)) * HOUR, 30 * MINUTE);
      }
      office.pass(HOUR, 10 * MINUTE);
      const left = silences(office);
      silent += left.size;
      for (const [to, since] of left) {
        const after = office.ports.mailer.sent.filter(
          (one) => one.mail.to === to && one.sentAt > since,
        );
        expect(
          after.map((one) => one.mail.subject),
          `${seed}: mails to ${to}`,
        ).toEqual([]);
      }
      const keys = office.ports.store.rows("Events").map(({ key }) => key);
      const mails = keys.filter((key) => key.startsWith("mail:"));
      expect(new Set(mails).size, `${seed}: told twice`).toBe(mails.length);
      heard += mails.length;
      const kept = office.ports.properties.all();
      expect(audited(office.ports, kept, { from: 0, count: 50 }).differences, `${seed}`).toEqual(
        [],
      );
    },
  );

  it("is heard at all", () => {
    expect(heard).toBeGreaterThan(2 * SEEDS);
    expect(silent).toBeGreaterThan(SEEDS / 2);
  });
});
