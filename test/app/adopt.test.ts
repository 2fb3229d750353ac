// Adopting the founder's own sheet (R63): everybody goes on exactly where they stood, and nobody is met by a burst.
import { beforeEach, describe, expect, it } from "vitest";
import { restoreRows } from "../../src/app/deleted-rows/deleted-rows-restore";
import { guessColumns } from "../../src/events/adopt-columns";
import { unseal } from "../../src/state/seal";
import { Adopting, COLUMNS, HEADERS, TAB } from "./adopt-office";
import { DAY, HOUR, MINUTE, START } from "./memory-office";

describe("adopting a sheet:", () => {
  let office: Adopting;
  beforeEach(() => {
    office = new Adopting("geo", "free_check", "lite", "stripe_failed");
  });

  it("finds the founder's own headers by itself", () => {
    const guessed = Object.entries(guessColumns(HEADERS)).map(([field, header]) => [
      `column_${field}`,
      header,
    ]);
    expect(Object.fromEntries(guessed)).toEqual(COLUMNS);
    office.add("ada@example.org");
    office.open();
    const { html } = office.press({ go: "tab", tab: TAB });
    expect(String(html)).toContain('<option value="客户邮箱" selected>客户邮箱 (ada@example.org)');
    expect(String(html)).toContain('<option value="lite" selected>');
  });

  it("puts everybody at exactly their stage and time, and goes on from there", () => {
    const next = START + 3 * DAY;
    office.add("ada@example.org", {
      first: new Date(START - 40 * DAY),
      stage: 4,
      last: new Date(START - 4 * DAY),
      next: new Date(next),
    });
    office.adopt();
    const row = office.one("lite");
    expect(row).toMatchObject({
      status: "UNPAID",
      stage: 4,
      next_step: "lite_5",
      next_at: next,
      last_at: START - 4 * DAY,
      first_sent_at: START - 40 * DAY,
      source: "YouTube",
    });
    expect(office.contact()).toMatchObject({ consent: "YES", notes: "", source: "YouTube" });
    expect(unseal(row)).toMatchObject({ test: false, owed: [], steppedAt: START - 4 * DAY });
    office.pass(3 * DAY - 2 * MINUTE, HOUR);
    expect(office.subjects()).toHaveLength(0);
    office.pass(HOUR, MINUTE);
    expect(office.steps()).toEqual(["lite_5"]);
    const after = office.one("lite");
    expect(after.stage).toBe(5);
    expect((after.next_at ?? 0) - (after.last_at ?? 0)).toBeLessThanOrEqual(15 * DAY + 1_000);
    expect((after.next_at ?? 0) - (after.last_at ?? 0)).toBeGreaterThan(15 * DAY - 1_000);
  });

  it("says in a dry run what would happen, names what it cannot read, and writes nothing", () => {
    office.add("ada@example.org", { stage: 1, last: "2026/2/27", next: "2026年3月6日" });
    office.add("bea@example.org", { paid: "已付款", stage: 3 });
    office.add("cem@example.org", { stage: 2, next: new Date(office.now() + HOUR) });
    office.add("", { name: "Nobody" });
    office.add("not an address");
    office.add("dee@example.org", { next: "03/04/2026" });
    office.add("eva@example.org", { paid: "maybe" });
    office.add("Ada@Example.org", { stage: 2 });
    office.add("fay@gmial.com", { paid: "yes" });
    const before = office.sheet();
    const told = office.dry();
    expect(told).toContain("lines: 9");
    for (const said of [
      ">4</td><td>new people",
      "perhaps fay@gmail.com: rows 10",
      ">2</td><td>paid",
      ">1</td><td>due today",
      "without an address: rows 5",
      "no address: “not an address”: rows 6",
      "Next mail when: “03/04/2026” may be two days: rows 7",
      "Paid (yes or no): “maybe” is not understood: rows 8",
      "not taken: rows 2",
      ">2</td><td>lite UNPAID",
      ">2</td><td>lite PAID",
      "Adopt 4 people",
    ]) {
      expect(told).toContain(said);
    }
    expect(office.sheet()).toBe(before);
    expect(office.dry({ order: "dmy" })).not.toContain("may be two days");
  });

  it("stops those who have paid, and mails them nothing", () => {
    office.add("ada@example.org", { paid: "YES", stage: 3, next: new Date(START + HOUR) });
    office.adopt();
    expect(office.one("lite")).toMatchObject({ status: "PAID", paid: "YES", next_at: null });
    expect(office.contact()).toMatchObject({ paid: "YES" });
    office.pass(90 * DAY, DAY);
    expect(office.subjects()).toHaveLength(0);
    expect(office.one("lite").status).toBe("PAID");
  });

  it("makes a row of its own of a failed payment, and mails only where it can look whether it is paid", () => {
    office.fails("bea@example.org", "pi_bea");
    for (const { id } of office.ports.store.rows("Events")) office.ports.store.remove("Events", id);
    const failed = new Date(office.now() - 2 * HOUR);
    office.add("ada@example.org", { failed });
    office.add("bea@example.org", { failed, notes: "pi_bea" });
    office.add("cem@example.org", { failed: "FAILED", stage: 2, next: new Date(START + DAY) });
    office.add("dee@example.org", { failed: "FAILED", paid: "paid" });
    office.adopt({ column_payment: "备注", column_notes: "" });
    const ada = office.one("stripe_failed");
    expect(ada).toMatchObject({ status: "FAILED", next_at: null });
    expect(ada.why).toContain("which payment failed");
    expect(office.one("stripe_failed", "bea@example.org")).toMatchObject({
      stage: 0,
      next_at: office.now() + 4 * HOUR,
      payment: "pi_bea",
    });
    const flows = office.queue("cem@example.org").map(({ flow }) => flow);
    expect(flows).toEqual(["lite", "stripe_failed"]);
    expect(office.queue("dee@example.org").map(({ status }) => status)).toEqual(["PAID"]);
    office.pass(2 * DAY, HOUR);
    expect(office.steps()).toEqual([]);
    expect(office.steps("bea@example.org")).toEqual(["stripe_failed_1", "stripe_failed_2"]);
    expect(office.one("stripe_failed", "cem@example.org").next_at).toBeNull();
  });

  it("sends nothing overdue in a burst: one every quarter of an hour", () => {
    for (let at = 0; at < 30; at += 1) {
      office.add(`p${at}@example.org`, {
        stage: 2,
        last: new Date(START - 20 * DAY),
        next: new Date(START - (30 - at) * HOUR),
      });
    }
    expect(office.dry()).toContain("one every 15 minutes");
    office.adopt();
    const times = office.ports.store.rows("Queue").map(({ next_at }) => next_at ?? 0);
    expect(new Set(times).size).toBe(30);
    expect(Math.max(...times) - Math.min(...times)).toBe(29 * 15 * MINUTE);
    expect(office.queue("p0@example.org")[0]?.why).toContain("adopted; lite_3 was overdue");
    office.pass(HOUR, MINUTE);
    expect(office.subjects().length).toBeLessThanOrEqual(5);
    office.pass(8 * HOUR, MINUTE);
    expect(office.subjects()).toHaveLength(30);
  });

  it("adds nothing in a second run, and only what was missing when a line is mended", () => {
    office.add("ada@example.org", { stage: 1 });
    office.add("", { stage: 2 });
    office.adopt();
    office.tick();
    const before = office.sheet();
    expect(office.dry()).toContain("There is nobody to adopt");
    office.adopt();
    expect(office.sheet()).toBe(before);
    (office.lines[2] ?? [])[0] = "bea@example.org";
    office.adopt();
    expect(office.ports.store.rows("Queue").map(({ email }) => email)).toEqual([
      "ada@example.org",
      "bea@example.org",
    ]);
  });

  it("goes on where a run was cut, in blocks of some hundred", () => {
    for (let at = 0; at < 450; at += 1) office.add(`p${at}@example.org`, { stage: 1 });
    office.open();
    const first = office.press({ ...office.args(), go: "write" });
    expect(first.more).toMatchObject({ done: 400, of: 450 });
    expect(office.ports.store.rows("Contacts")).toHaveLength(400);
    // Cut between the rows and their people.
    for (const { id } of office.ports.store.rows("Contacts").slice(350)) {
      office.ports.store.remove("Contacts", id);
    }
    expect(office.adopt()).toBe(1);
    expect(office.ports.store.rows("Contacts")).toHaveLength(450);
    const ids = office.ports.store.rows("Queue").map(({ id }) => id);
    expect(new Set(ids).size).toBe(450);
    expect(ids).toHaveLength(450);
  });

  it("blocks marketing by name for those without consent, and keeps a stop", () => {
    office.add("ada@example.org", { stage: 1, next: new Date(START + DAY) });
    office.adopt({ basis: "" });
    office.tick();
    expect(office.contact()?.consent).toBe("NO");
    expect(office.one("lite").why).toContain("no consent");
    office.pass(3 * DAY, HOUR);
    expect(office.subjects()).toHaveLength(0);
  });

  it("never takes somebody of another form into a flow", () => {
    office.add("ada@example.org", { source: "FREE_AUDIT" });
    office.add("bea@example.org", { source: "GEO", first: new Date(START - DAY) });
    expect(office.dry({ flow: "geo" })).toContain("come from another form");
    office.adopt({ flow: "geo" });
    expect(office.queue()).toHaveLength(0);
    expect(office.contact()).toMatchObject({ source: "FREE_AUDIT" });
    expect(office.one("geo", "bea@example.org")).toMatchObject({ stage: 1, next_step: "geo_2" });
  });

  it("is one event with its summary, from which each row can be restored", () => {
    office.add("ada@example.org", {
      stage: 4,
      last: new Date(START - DAY),
      next: new Date(START + 9 * DAY),
    });
    office.adopt();
    office.tick();
    const [told, ...more] = office.events("adopted");
    expect(more).toEqual([]);
    expect(told).toMatchObject({ outcome: "APPLIED", reason: expect.stringContaining("people 1") });
    expect(office.contact()?.consent_proof).toBe(told?.id);
    const row = office.one("lite");
    office.ports.store.remove("Queue", row.id);
    expect(restoreRows(office.ports)).toBe("Restored: 1 in Queue.");
    const { why: _, sealed: __, ...stood } = row;
    expect(office.one("lite")).toMatchObject(stood);
  });

  it("speaks Chinese in a Chinese sheet, in the window and in why", () => {
    office.set("language", "zh");
    office.tick();
    office.add("ada@example.org", { stage: 1, next: new Date(START + DAY) });
    office.add("", { name: "Nobody" });
    const told = office.dry();
    expect(told).toContain("接管 1 人");
    expect(told).toContain("没有邮箱：第 3 行");
    office.adopt();
    expect(office.one("lite").why).toContain("从旧表接管");
  });

  it("writes nothing for another editor, beside a batch, or from a tab that is gone", () => {
    office.add("ada@example.org", { stage: 1 });
    office.open();
    office.ports.person.user = "other@shop.test";
    expect(office.press({ ...office.args(), go: "write" }).message).toContain("Only the account");
    office.ports.person.user = "owner@shop.test";
    office.ports.locks.batchBusy = true;
    expect(office.press({ ...office.args(), go: "write" }).message).toContain("under way");
    office.ports.locks.batchBusy = false;
    const gone = office.press({ ...office.args(), tab: "elsewhere", go: "write" });
    expect(gone.message).toContain("not there any more");
    expect(office.press({ tab: TAB, flow: "lite", go: "dry" }).message).toContain("address");
    expect(office.ports.store.rows("Contacts")).toEqual([]);
  });
});
