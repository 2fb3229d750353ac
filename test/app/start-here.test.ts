// Start here: what is ready, what is open, one plain action each, in the sheet's language.
import { beforeEach, describe, expect, it } from "vitest";
import { showPage } from "../../src/app/doors/show-page";
import { runBatch } from "../../src/app/run-batch";
import { setUp } from "../../src/app/set-up";
import { sendMailOne } from "../../src/app/start-here/start-mail";
import { DAY, HOUR, MemoryOffice, MINUTE, OWNER } from "./memory-office";

let office: MemoryOffice;
beforeEach(() => {
  office = new MemoryOffice();
});

const line = (id: string) => office.ports.store.row("Start here", id);
const state = (id: string) => line(id)?.state;
const told = (id: string) => line(id)?.what_to_do ?? "";
const look = () => setUp(office.ports);

describe("a sheet that has everything", () => {
  it("has one open line: nobody has looked at mail 1 yet", () => {
    const open = office.ports.store.rows("Start here").filter((row) => row.state === "✗");
    expect(open.map(({ id }) => id)).toEqual(["mail 1"]);
  });

  it("is written again only when something has changed", () => {
    look();
    const before = office.ports.store.rows("Start here");
    office.ports.clock.advance(5 * MINUTE);
    look();
    expect(office.ports.store.rows("Start here")).toEqual(before);
  });

  it("speaks Chinese, names included, once its language is zh", () => {
    office.set("language", "zh");
    office.set("sender_name", "玲");
    look();
    for (const row of office.ports.store.rows("Start here")) {
      expect(row.what_to_do, row.id).toMatch(/[\u4e00-\u9fff]|^https:/);
      if (row.id !== "Stripe") expect(row.check, row.id).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});

describe("the sender", () => {
  it.each(["sender_name", "postal_address"])("is open without %s, and names it", (key) => {
    office.set(key, "");
    look();
    expect(state("sender")).toBe("✗");
    expect(told("sender")).toContain(key);
  });

  it("is open while the alias is none of the account's, and mails go from its own address", () => {
    office.set("sender_alias", "team@shop.test");
    look();
    expect(told("sender")).toContain("may not send as team@shop.test");
    office.ports.mailer.own = ["team@shop.test"];
    look();
    expect(state("sender")).toBe("✓");
    expect(told("sender")).toContain("from team@shop.test");
  });
});

describe("permissions", () => {
  it("that were not given are named, and Set up asks for them before it does anything", () => {
    office.ports.platform.unpermitted = ["mail", "web"];
    office.tick();
    office.set("brand", "x");
    expect(() => look()).toThrow("Authorization");
  });

  it("are a line of their own", () => {
    const { platform } = office.ports;
    platform.unpermitted = ["mail", "web"];
    platform.requireAll = () => undefined;
    look();
    expect(state("authorised")).toBe("✗");
    expect(told("authorised")).toContain("Gmail, asking Stripe");
  });
});

describe("the timer", () => {
  it("that stands but does not beat is open, and says so until it beats again", () => {
    office.pass(MINUTE);
    office.ports.clock.advance(3 * HOUR);
    office.ports.person.user = OWNER;
    office.geo();
    runMenu();
    expect(state("timer")).toBe("✗");
    expect(told("timer")).toContain("3 h");
    office.tick();
    expect(state("timer")).toBe("✓");
    expect(line("timer")?.at).toBe(office.ports.clock.now());
  });

  it("is made anew by Set up when it does not beat, and left alone when it does", () => {
    const made: (readonly string[])[] = [];
    const { triggers } = office.ports;
    const install = triggers.install.bind(triggers);
    triggers.install = (afresh) => {
      made.push(afresh);
      return install(afresh);
    };
    office.pass(MINUTE);
    look();
    office.ports.clock.advance(DAY);
    look();
    expect(made).toEqual([[], ["tick", "watch", "edit"]]);
    expect(state("timer")).toBe("✓");
  });

  it("keeps the time of its last beat, whatever else is written", () => {
    office.pass(2 * MINUTE);
    const beat = line("timer")?.at;
    office.ports.clock.advance(HOUR);
    runMenu();
    expect(line("timer")?.at).toBe(beat);
  });
});

describe("the web address", () => {
  const URL = "https://script.google.com/macros/s/NEW/exec";
  const visit = () =>
    showPage(
      office.ports,
      { method: "GET", parameters: { p: "geo" }, body: "", contentType: "", contentLength: 0 },
      URL,
    );

  it("records itself at the tick after somebody opened the web app", () => {
    office.set("web_app_url", "");
    office.tick();
    runMenu();
    expect(state("web address")).toBe("✗");
    visit();
    office.pass(MINUTE);
    expect(office.ports.store.row("Settings", "web_app_url")?.value).toBe(URL);
    expect(line("web address")).toMatchObject({ state: "✓", what_to_do: URL });
  });

  it("that a person entered is never written over", () => {
    office.set("web_app_url", "");
    office.tick();
    visit();
    office.ports.store.edit("Settings", "web_app_url", "value", "https://mine.test/exec");
    office.pass(2 * MINUTE);
    expect(office.ports.store.row("Settings", "web_app_url")?.value).toBe("https://mine.test/exec");
  });
});

describe("send me mail 1", () => {
  it("goes to the owner alone, marked, counts for nobody, and its line is done", () => {
    const before = office.ports.store.rows("Sends");
    sendMailOne(office.ports);
    expect(office.ports.mailer.sent).toHaveLength(1);
    const [sent] = office.ports.mailer.sent;
    expect(sent?.mail.to).toBe(OWNER);
    expect(sent?.mail.subject).toMatch(/^\[test\] /);
    expect(sent?.mail.text).toContain("https://files.test/geo.pdf");
    expect(office.ports.store.rows("Sends")).toEqual(before);
    expect(office.ports.store.rows("Queue")).toEqual([]);
    expect(state("mail 1")).toBe("✓");
  });

  it("does not go with a sample in the place of the owner's link", () => {
    office.set("geo_download_url", "");
    sendMailOne(office.ports);
    expect(office.ports.mailer.sent).toEqual([]);
    expect(office.ports.person.told.at(-1)?.text).toContain("links.download");
    expect(state("mail 1")).toBe("✗");
  });

  it("leaves no draft behind when Gmail does not send it, and says why", () => {
    office.ports.mailer.failNext("send", "before");
    sendMailOne(office.ports);
    expect([...office.ports.mailer.drafts.values()]).toEqual([]);
    expect(office.ports.person.told.at(-1)?.text).toContain("not sent");
  });
});

describe("Set up of a sheet of an older version", () => {
  it("takes away the lines that nothing writes any more, and folds what is seldom touched", () => {
    office.ports.store.put("Start here", { id: "sender name", check: "sender name", state: "✗" });
    look();
    expect(line("sender name")).toBeUndefined();
    expect(office.ports.workbook.folded.get("Settings")).toContain("armed_file");
  });
});

it("shows at most twelve settings of the owner's on top", () => {
  const keys = office.ports.store.rows("Settings").map(({ key }) => key);
  const folded = office.ports.workbook.folded.get("Settings") ?? [];
  expect(keys.indexOf(folded[0] ?? "")).toBe(12);
  expect(keys.slice(12)).toEqual(folded);
});

function runMenu(): void {
  office.ports.locks.batchBusy = false;
  office.set("other_payments", "stop");
  runBatch(office.ports, "edit");
}
