// Erasing a person: from every tab, the archive and the properties, by the owner or by the person; nothing comes back.
import { describe, expect, it } from "vitest";
import { TABS, type TabName } from "../../sheets-schema/index";
import { audited } from "../../src/app/audit/audit";
import { Book } from "../../src/app/book";
import { deletedIn } from "../../src/app/deleted-rows/deleted-rows";
import { openPerson } from "../../src/app/dialogs/person";
import { suppressedAs } from "../../src/app/suppressed";
import { DAY, HOUR, MemoryOffice, MINUTE } from "./memory-office";
import { htmlOf } from "./offer-visit";
import { newestWindow } from "./open-window";

const ADA = "ada@example.org";
const BOB = "bob@example.org";

function twoPeople(everyMs = 2 * HOUR): MemoryOffice {
  const office = new MemoryOffice();
  office.geo(ADA, { name: "Ada Lovelace", timezone: "Asia/Shanghai" });
  office.geo(BOB, { name: "Bob" });
  office.pass(DAY, everyMs);
  return office;
}

/** Whatever is kept anywhere, as one text. */
function everything({ ports }: MemoryOffice): string {
  const tabs = (Object.keys(TABS) as TabName[]).map((tab) => ports.store.rows(tab));
  const files = [...ports.archive.files.values()].map((one) => [
    one.rows("Events"),
    one.rows("Sends"),
  ]);
  return JSON.stringify([tabs, files, Object.fromEntries(ports.properties.values)]).toLowerCase();
}

function backLink({ ports }: MemoryOffice): Readonly<Record<string, string>> {
  const text = ports.mailer.sent.find(({ mail }) => mail.to === ADA)?.mail.text ?? "";
  const query = /https:\S+\?(p=back\S+)/.exec(text)?.[1] ?? "";
  return Object.fromEntries(new URLSearchParams(query));
}

function press(office: MemoryOffice, w: string, own = ADA): string {
  return htmlOf(office.post({ ...backLink(office), w, own }));
}

function byOwner(office: MemoryOffice, named = ADA, again = named): string {
  openPerson(office.ports);
  const window = newestWindow(office.ports);
  window.type({ named });
  window.press("show");
  window.type({ again });
  window.press("erase");
  return window.said;
}

function mailsTo({ ports }: MemoryOffice, address: string): number {
  return ports.mailer.sent.filter(({ mail }) => mail.to === address).length;
}

function isGone(office: MemoryOffice): void {
  expect(everything(office)).not.toContain(ADA);
  expect(everything(office)).not.toContain("lovelace");
  const { ports } = office;
  expect(suppressedAs(ports, ports.properties.all(), ADA)).not.toBeNull();
  expect(Object.keys(ports.properties.all()).filter((key) => key.startsWith("erase:"))).toEqual([]);
}

describe("a person who erases themselves", () => {
  it("presses twice, is stopped at once and gone with the next run; another stays as they were", () => {
    const office = twoPeople();
    const bob = JSON.stringify([office.queue(BOB), office.contact(BOB)]);
    expect(press(office, "erase")).toContain("It cannot be undone");
    expect(everything(office)).toContain(ADA);
    expect(press(office, "erase-now")).toContain("everything about you is erased");
    office.tick();
    isGone(office);
    expect(JSON.stringify([office.queue(BOB), office.contact(BOB)])).toBe(bob);
  });

  it("is not erased for another's address, nor by the page alone", () => {
    const office = twoPeople();
    press(office, "erase-now", BOB);
    press(office, "erase");
    office.tick();
    expect(office.contact(ADA)?.suppressed).toBe("");
  });

  it("gets no mail afterwards, whatever time passes, and nobody complains of missing rows", () => {
    const office = twoPeople();
    const before = mailsTo(office, ADA);
    press(office, "erase-now");
    office.pass(20 * DAY, 2 * HOUR);
    isGone(office);
    expect(mailsTo(office, ADA)).toBe(before);
    const { ports } = office;
    expect(deletedIn(new Book(ports))).toEqual({ rows: [], contacts: [] });
    expect(audited(ports, ports.properties.all()).differences).toEqual([]);
    expect(ports.store.row("Start here", "deleted rows")?.state).toBe("✓");
  });

  it("is met as who left when the form is posted again", () => {
    const office = twoPeople();
    press(office, "erase-now");
    office.tick();
    const before = mailsTo(office, ADA);
    office.geo(ADA);
    office.pass(5 * DAY, 2 * HOUR);
    expect(office.contact(ADA)?.suppressed).toBe("unsubscribed");
    expect(mailsTo(office, ADA)).toBe(before);
  });

  it("has a link that says nothing any more", () => {
    const office = twoPeople();
    press(office, "erase-now");
    office.tick();
    expect(press(office, "download")).not.toContain("my-data");
  });
});

describe("the owner", () => {
  it("erases after typing the address twice, and only then", () => {
    const office = twoPeople();
    expect(byOwner(office, ADA, BOB)).toContain("not the same");
    expect(office.contact(ADA)).toBeDefined();
    expect(byOwner(office)).toContain("Erased");
    isGone(office);
  });

  it("erases what lies in the archive as well", () => {
    const office = twoPeople();
    const { archive, properties, store } = office.ports;
    const file = archive.create("old");
    const events = store.rows("Events").filter(({ who }) => who === ADA || who === BOB);
    archive.append(file.fileId, "Events", events);
    archive.append(file.fileId, "Sends", store.rows("Sends"));
    properties.set("archive", JSON.stringify(file));
    byOwner(office);
    isGone(office);
    expect(JSON.stringify(archive.read(file.fileId, "Sends"))).toContain(BOB);
  });

  it("keeps a payment under its id, so that it never counts twice", () => {
    const office = twoPeople();
    office.pay(ADA, "evt_9");
    office.tick();
    byOwner(office);
    isGone(office);
    office.pay(ADA, "evt_9");
    office.tick();
    expect(office.contact(ADA)).toBeUndefined();
    expect(office.lastEvent()).toMatchObject({ key: "evt_9", outcome: "REPEAT" });
  });

  it("leaves nobody's name in what Start here, Runs and the properties tell", () => {
    const office = twoPeople();
    const { store, properties } = office.ports;
    const told = `geo_2 → ${ADA}, ${BOB}: Invalid To header: ${ADA}.`;
    store.edit("Start here", "timer", "what_to_do", told);
    store.edit("Start here", "sending", "answer", told);
    store.edit("Runs", store.rows("Runs")[0]?.run ?? "", "errors", told);
    const audit = { next: 9e15, from: 0, count: 1, named: [`${ADA} geo`], told: null };
    properties.set("audit", JSON.stringify(audit));
    properties.set("paused", JSON.stringify({ why: "", at: 1, what: told }));
    byOwner(office);
    isGone(office);
    expect(store.row("Start here", "sending")?.answer).toBe(
      `geo_2 → …, ${BOB}: Invalid To header: ….`,
    );
    expect(JSON.parse(properties.values.get("audit") ?? "")).toMatchObject({ named: ["… geo"] });
  });

  it("keeps keys of mails, without whom they went to", () => {
    const office = twoPeople();
    const keys = office.ports.store.rows("Sends").map((row) => row.send_key);
    byOwner(office);
    expect(office.ports.store.rows("Sends").map((row) => row.send_key)).toEqual(keys);
  });

  it("waits for a mail that may be on its way, and finishes by itself", () => {
    const office = twoPeople();
    office.ports.properties.set("sending_run", String(office.ports.clock.now()));
    expect(byOwner(office)).toContain("under way");
    expect(office.contact(ADA)?.suppressed).toBe("by hand");
    office.pass(40 * MINUTE);
    isGone(office);
  });

  it("may try it on a rehearsal: the address is not barred", () => {
    const office = new MemoryOffice();
    office.set("mode", "REHEARSAL");
    office.geo(ADA, { name: "Ada Lovelace" });
    office.tick();
    byOwner(office);
    expect(everything(office)).not.toContain("lovelace");
    expect(suppressedAs(office.ports, office.ports.properties.all(), ADA)).toBeNull();
  });
});

type Called = (...given: unknown[]) => unknown;

/** Counts what is written, and lets only so much of it happen. */
function cutting({ ports }: MemoryOffice, after: number) {
  let written = 0;
  const places = [
    [ports.store, ["append", "update", "remove"]],
    [ports.properties, ["set", "remove"]],
  ] as const;
  for (const [place, names] of places) {
    const methods = place as unknown as Record<string, Called>;
    for (const name of names) {
      const real = (methods[name] as Called).bind(place);
      methods[name] = (...given) => {
        written += 1;
        if (written > after) throw new Error("cut");
        return real(...given);
      };
    }
  }
  return {
    count: () => written,
    mend() {
      for (const [place, names] of places) {
        for (const name of names) Reflect.deleteProperty(place, name);
      }
    },
  };
}

describe("cut at any call", () => {
  it("the next runs complete it, and nothing goes to the person", () => {
    const whole = twoPeople(12 * HOUR);
    press(whole, "erase-now");
    const all = cutting(whole, Number.POSITIVE_INFINITY);
    whole.tick();
    expect(all.count()).toBeGreaterThan(8);
    for (let after = 0; after < all.count(); after += 1) {
      const office = twoPeople(12 * HOUR);
      const before = mailsTo(office, ADA);
      press(office, "erase-now");
      const cut = cutting(office, after);
      try {
        office.tick();
      } catch (error) {
        expect(String(error)).toContain("cut");
      }
      cut.mend();
      office.pass(20 * MINUTE, 10 * MINUTE);
      isGone(office);
      expect(mailsTo(office, ADA)).toBe(before);
      expect(deletedIn(new Book(office.ports)).rows).toEqual([]);
      expect(office.contact(BOB)).toBeDefined();
    }
  });
});
