// Histories in which two addresses are joined and parted among everything else that happens: what must hold of each.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { audited } from "../../src/app/audit/audit";
import { Book } from "../../src/app/book";
import { wantJoined, wantParted } from "../../src/app/clean-data/join-events";
import { deletedIn } from "../../src/app/deleted-rows/deleted-rows";
import { FounderOffice } from "./founder-office";
import { DAY, HOUR, MINUTE } from "./memory-office";

const RUNS_MAX_MS = 60_000;

const ADA = "ada@example.org";
const SHOP = "ada+shop@example.org";
const ACTS = [
  ...(["geo", "lite", "pay", "stop", "hold", "wait", "rest"] as const),
  ...(["join", "join", "join", "part", "part"] as const),
];
type Act = readonly [what: (typeof ACTS)[number], who: string];

class Histories extends FounderOffice {
  #payments = 0;

  does([what, who]: Act): void {
    const { ports } = this;
    const contact = this.contact(who);
    if (what === "geo") this.geo(who);
    if (what === "lite") this.lite(who);
    if (what === "pay") this.pay(who, `evt_${++this.#payments}`);
    if (what === "stop" && contact !== undefined) this.stops(contact.id);
    if (what === "hold") this.holds(who);
    if (what === "join" || what === "part") this.joins(what);
    ports.clock.advance(what === "wait" ? 2 * DAY : what === "rest" ? 12 * HOUR : 7 * MINUTE);
    this.tick();
    ports.clock.advance(2 * MINUTE);
    this.tick();
  }

  stops(id: string): void {
    const text = this.ports.mailer.sent.map(({ mail }) => mail.text).join("\n");
    const links = [...text.matchAll(/https:\S+\?(p=stop\S+)/g)].map(([, query = ""]) => query);
    const own = links.find((query) => query.includes(id.slice(2)));
    if (own !== undefined) this.post(Object.fromEntries(new URLSearchParams(own)));
  }

  holds(who: string): void {
    const [row] = this.queue(who).filter(({ status }) => status === "ACTIVE");
    if (row !== undefined) this.type("Queue", row.id, "do", "hold");
  }

  joins(what: "join" | "part"): void {
    const [kept, other] = [this.contact(ADA), this.contact(SHOP)];
    if (kept === undefined || other === undefined) return;
    const isOne = other.merged_into === kept.id;
    if (what === "join" && !isOne) wantJoined(this.ports, kept, other);
    if (what === "part" && isOne) wantParted(this.ports, kept, other);
  }

  isOne(): boolean {
    return this.contact(SHOP)?.merged_into === this.contact(ADA)?.id;
  }
}

const histories = fc.array(fc.tuple(fc.constantFrom(...ACTS), fc.constantFrom(ADA, SHOP, SHOP)), {
  minLength: 4,
  maxLength: 10,
});

function holds(office: Histories, acts: readonly Act[]): void {
  const { ports } = office;
  for (const act of acts) {
    const before = ports.mailer.sent.length;
    const wasOne = office.isOne();
    office.does(act);
    const to = ports.mailer.sent.slice(before).map(({ mail }) => mail.to);
    if (wasOne && office.isOne()) expect(to).not.toContain(SHOP);
    const keys = ports.store.rows("Sends").map(({ send_key }) => send_key);
    expect(new Set(keys).size).toBe(keys.length);
    if (office.isOne()) holdsOfOne(office);
  }
  const found = audited(ports, ports.properties.all()).differences;
  expect(found.map(({ stands, cells }) => [stands.row.id, cells])).toEqual([]);
  expect(deletedIn(new Book(ports))).toEqual({ rows: [], contacts: [] });
}

/** Whoever has paid or left under either address has, and goes on in a flow by one row alone. */
function holdsOfOne(office: Histories): void {
  const [kept, other] = [ADA, SHOP].map((email) => office.contact(email));
  const left = [kept, other].map((one) => (one?.suppressed ?? "") !== "");
  const paid = [kept, other].map((one) => one?.paid === "YES");
  expect(left[0] || !left[1]).toBe(true);
  expect(paid[0] || !paid[1]).toBe(true);
  const rows = office.ports.store.rows("Queue");
  const open = rows.filter(({ status }) => ["ACTIVE", "PAUSED"].includes(status));
  const flows = open.map(({ flow }) => flow);
  expect(new Set(flows).size).toBe(flows.length);
  if (left[0]) expect(flows).toEqual([]);
}

describe("whatever happens to two who are joined and parted", () => {
  it("each mail goes once, nobody who left is mailed, and the records agree", {
    timeout: RUNS_MAX_MS,
  }, () => {
    fc.assert(
      fc.property(histories, (acts) => {
        holds(new Histories("geo", "lite"), [
          ["geo", ADA],
          ["geo", SHOP],
          ...acts,
          ["join", ADA],
          ["part", ADA],
        ]);
      }),
      { numRuns: 6 },
    );
  });
});
