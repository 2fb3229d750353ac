// Settings keep: what is too old goes, and takes nobody's name with it; what still decides something stays (R188).
import { describe, expect, it } from "vitest";
import { TABS, type TabName } from "../../sheets-schema/index";
import { ARCHIVED, archiveSome, LET_GO, oldIn } from "../../src/app/archive";
import { audited } from "../../src/app/audit/audit";
import { Book } from "../../src/app/book";
import { deletedIn } from "../../src/app/deleted-rows/deleted-rows";
import { eraseWanted } from "../../src/app/persons-data/erase";
import { wantErased } from "../../src/app/persons-data/erase-wanted";
import { letGo } from "../../src/app/persons-data/let-go";
import { suppressedAs } from "../../src/app/suppressed";
import { parseKeep } from "../../src/model/keep";
import { faulty } from "../support/faults";
import { DAY, HOUR, MemoryOffice, MINUTE } from "./memory-office";

const [ADA, BEN, CEM, DORA] = ["ada", "ben", "cem", "dora"].map((name) => `${name}@example.org`);
const YEARS_3 = 3 * 365 * DAY;

/** Three years ago Ada was through, Cem paid, Dora left and a robot wrote; Ben has just come. */
function olden(settings: Readonly<Record<string, string>> = {}): MemoryOffice {
  const office = new MemoryOffice();
  for (const email of [ADA, CEM, DORA]) office.geo(email);
  office.post({ form: "geo", email: "not an address" });
  office.pass(2 * MINUTE);
  office.pay(CEM ?? "", "evt_old");
  leave(office, DORA ?? "");
  office.pass(3 * DAY, 12 * HOUR);
  office.ports.clock.advance(YEARS_3);
  office.geo(BEN);
  office.pass(5 * MINUTE);
  for (const [key, value] of Object.entries(settings)) office.set(key, value);
  return office;
}
function leave(office: MemoryOffice, email: string): void {
  const sent = office.ports.mailer.sent.find(({ mail }) => mail.to === email);
  const [, token = ""] = /p=stop&t=([^&\s]+)/.exec(sent?.mail.text ?? "") ?? [];
  office.post({ p: "stop", t: decodeURIComponent(token) });
}
function everything({ ports }: MemoryOffice): string {
  const tabs = (Object.keys(TABS) as TabName[]).map((tab) => ports.store.rows(tab));
  const files = [...ports.archive.files.values()].map((file) => [
    file.rows("Events"),
    file.rows("Sends"),
  ]);
  return JSON.stringify([tabs, files, [...ports.properties.values]]).toLowerCase();
}
function sound({ ports }: MemoryOffice, place = ""): void {
  expect(audited(ports, ports.properties.all()).differences, place).toEqual([]);
  expect(deletedIn(new Book(ports)), place).toEqual({ rows: [], contacts: [] });
  expect(ports.properties.values.get("disarmed"), place).toBeUndefined();
}
/** By hand, as the daily tick does, until there is nothing more. */
function letAllGo(office: MemoryOffice, keep: string): void {
  const { ports } = office;
  for (let slice = 0; slice < 20; slice += 1) {
    ports.locks.takeBatch();
    const more = letGo(ports, ports.properties.all(), parseKeep(keep) ?? {});
    office.tick();
    if (!more) return;
  }
  throw new Error("it never ends");
}

describe("people nobody has heard of", () => {
  it("go from every tab by the timer, and the daily mail says how many", () => {
    const office = olden({ keep: "Contacts 2 y", digest: "daily" });
    office.pass(50 * HOUR, 5 * HOUR);
    for (const gone of [ADA, DORA]) expect(everything(office)).not.toContain(gone);
    for (const stays of [BEN, CEM]) expect(office.contact(stays)).toBeDefined();
    sound(office);
    const told = office.ports.mailer.told.map(({ mail }) => mail.text).join("\n");
    expect(told).toContain("Kept no longer (Settings keep): Contacts 2\n");
  });

  it("that had left stay left; the others may come back", () => {
    const office = olden();
    letAllGo(office, "Contacts 2 y");
    const kept = office.ports.properties.all();
    expect(suppressedAs(office.ports, kept, DORA ?? "")?.why).toBe("unsubscribed");
    expect(suppressedAs(office.ports, kept, ADA ?? "")).toBeNull();
    const before = office.ports.mailer.sent.length;
    office.geo(ADA);
    office.geo(DORA);
    office.pass(10 * MINUTE);
    const to = office.ports.mailer.sent.slice(before).map(({ mail }) => mail.to);
    expect(to).toEqual([ADA]);
  });

  it("that have paid go only where Payers is named, and their payment counts once all the same", () => {
    const office = olden();
    letAllGo(office, "Payers 2 y");
    expect(office.contact(ADA)).toBeDefined();
    expect(everything(office)).not.toContain(CEM);
    office.pay(CEM ?? "", "evt_old");
    office.tick();
    expect(office.contact(CEM)).toBeUndefined();
    expect(office.lastEvent()).toMatchObject({ key: "evt_old", outcome: "REPEAT" });
    sound(office);
  });

  it("stay while anything of them is younger, or a row is open", () => {
    const office = olden();
    office.ports.clock.advance(YEARS_3);
    // Ben's second mail was due years ago; it is what waits.
    expect(office.row(BEN).status).toBe("ACTIVE");
    office.geo(ADA);
    office.tick();
    letAllGo(office, "Contacts 2 y");
    expect(office.contact(ADA)).toBeDefined();
    expect(office.contact(BEN)).toBeDefined();
    expect(office.contact(DORA)).toBeUndefined();
  });

  it("that are one by now go or stay as one", () => {
    const office = olden();
    const { store } = office.ports;
    const into = (email: string | undefined) => office.contact(email)?.id ?? "";
    store.edit("Contacts", into(ADA), "merged_into", into(CEM));
    letAllGo(office, "Contacts 2 y");
    expect(office.contact(ADA)).toBeDefined();
    const dora = olden();
    const own = dora.ports.store;
    own.edit("Contacts", dora.contact(DORA)?.id ?? "", "merged_into", dora.contact(ADA)?.id ?? "");
    letAllGo(dora, "Contacts 2 y");
    expect(everything(dora)).not.toMatch(/ada@|dora@/);
  });

  it("that come back in that very moment stay", () => {
    const office = olden();
    wantErased(office.ports, office.contact(ADA)?.id ?? "", "age");
    office.ports.clock.advance(MINUTE);
    office.geo(ADA);
    office.tick();
    office.pass(5 * MINUTE);
    expect(eraseWanted(office.ports)).toBe(0);
    expect(office.queue(ADA).map(({ status }) => status)).toContain("ACTIVE");
  });
});

describe("rows that are too old", () => {
  const ALL = "Events 2 y, Sends 2 y, Unmatched 2 y, Runs 1 y";

  it("keep keys, times and outcomes, and decide as before", () => {
    const office = olden();
    const { store } = office.ports;
    const keys = store.rows("Events").map(({ key }) => key);
    const mails = store.rows("Sends").map(({ send_key }) => send_key);
    letAllGo(office, ALL);
    const events = store.rows("Events");
    expect(events.map(({ key }) => key).slice(0, keys.length)).toEqual(keys);
    expect(store.rows("Sends").map(({ send_key }) => send_key)).toEqual(mails);
    expect(events.filter(({ payload }) => payload === LET_GO).length).toBeGreaterThan(2);
    expect(JSON.stringify(events)).not.toContain("not an address");
    const sends = JSON.stringify(store.rows("Sends"));
    expect(sends).not.toContain(ADA);
    expect(sends).toContain(BEN);
    sound(office);
    office.pay(CEM ?? "", "evt_old");
    office.pass(5 * MINUTE);
    expect(office.lastEvent()?.outcome).toBe("REPEAT");
    expect(office.contact(CEM)?.payments.split("evt_old").length).toBeLessThanOrEqual(2);
  });

  it("leave the proof of consent of whoever is known, and that they confirmed it", () => {
    const office = olden();
    const received_at = office.ports.clock.now() - YEARS_3;
    const who = office.contact(ADA)?.id ?? "";
    const row = { id: "e_confirmed", key: "k", type: "reader.confirm", payload: "x" };
    office.ports.store.put("Events", { ...row, who, received_at, outcome: "APPLIED" });
    letAllGo(office, ALL);
    const proof = office.contact(ADA)?.consent_proof ?? "";
    expect(proof).not.toBe("");
    expect(office.ports.store.row("Events", proof)?.payload).toContain("agreed");
    expect(office.ports.store.row("Events", "e_confirmed")?.payload).toBe("x");
  });

  it("go from the archive, too", () => {
    const office = olden();
    const { ports } = office;
    archiveSome(ports, oldIn(ports));
    expect(ports.store.rows("Events").some(({ payload }) => payload === ARCHIVED)).toBe(true);
    letAllGo(office, ALL);
    const [file] = [...ports.archive.files.values()];
    expect(JSON.stringify(file?.rows("Sends"))).not.toContain("example.org");
    const proofs = ports.store.rows("Contacts").map((one) => one.consent_proof);
    const whole = (file?.rows("Events") ?? []).filter(({ payload }) => payload !== LET_GO);
    expect(whole.every(({ id }) => proofs.includes(id))).toBe(true);
    sound(office);
  });

  it("of Runs go whole; an unmatched payment keeps its id, and stays while it waits", () => {
    const office = olden();
    const { store, clock } = office.ports;
    const old = clock.now() - YEARS_3;
    const row = { seen_at: old, name: "Zoe", suspects: "zoe@x.test", this_is: "" };
    store.put("Unmatched", { payment: "pi_1", ...row, resolved_at: old });
    store.put("Unmatched", { payment: "pi_2", ...row, resolved_at: null });
    letAllGo(office, ALL);
    expect(store.row("Unmatched", "pi_1")).toMatchObject({ name: "", suspects: "" });
    expect(store.row("Unmatched", "pi_2")).toMatchObject({ name: "Zoe" });
    const runs = store.rows("Runs");
    expect(runs.length).toBeGreaterThan(0);
    expect(runs.every(({ started_at }) => (started_at ?? 0) > clock.now() - 400 * DAY)).toBe(true);
  });

  it("are told by tab, and nobody by name", () => {
    const office = olden();
    letAllGo(office, ALL);
    const told = office.ports.store.rows("Events").filter(({ type }) => type === "rows.let_go");
    expect(told.length).toBeGreaterThan(0);
    expect(JSON.stringify(told)).not.toContain("example.org");
  });
});

it("cut at any call, it completes", () => {
  const keep = "Contacts 2 y, Events 2 y, Sends 2 y, Runs 1 y";
  const calls: string[] = [];
  const whole = olden();
  whole.ports.locks.takeBatch();
  letGo(faulty(whole.ports, null, calls), whole.ports.properties.all(), parseKeep(keep) ?? {});
  const writes = calls.flatMap((name, at) => (/append|update|remove|set/.test(name) ? [at] : []));
  expect(writes.length).toBeGreaterThan(3);
  for (const at of writes) {
    const office = olden();
    office.ports.locks.takeBatch();
    const cut = faulty(office.ports, { at, when: "after", kill: true });
    expect(() => letGo(cut, cut.properties.all(), parseKeep(keep) ?? {})).toThrow();
    letAllGo(office, keep);
    office.pass(5 * MINUTE);
    expect(everything(office), `${at}`).not.toContain(ADA);
    expect(office.contact(BEN), `${at}`).toBeDefined();
    sound(office, `${at}`);
  }
});

describe("Settings keep", () => {
  it.each([
    ["Contacts 2 y", { Contacts: 730 }],
    ["runs 90 d，Payers 10y, events 24 m", { Runs: 90, Payers: 3650, Events: 720 }],
  ])("reads %s", (typed, days) => {
    const ms = Object.entries(days).map(([name, count]) => [name, count * DAY]);
    expect(parseKeep(typed)).toEqual(Object.fromEntries(ms));
  });

  it.each(["Contacts", "Contacts 3 d", "Queue 2 y", "2 y", "Runs 1 y, Runs 2 y", "Runs -1 y"])(
    "refuses %s, and keeps everything",
    (typed) => {
      expect(parseKeep(typed)).toBeNull();
    },
  );

  it("empty keeps everything, and Start here tells of the promise to who leaves", () => {
    const office = olden();
    leave(office, BEN ?? "");
    office.pass(50 * HOUR, 5 * HOUR);
    expect(everything(office)).toContain(ADA);
    const line = office.ports.store.row("Start here", "promise");
    expect(line).toMatchObject({ state: "✓" });
    expect(line?.what_to_do).toContain("asked to stop in the last 30 days: 1");
  });
});
