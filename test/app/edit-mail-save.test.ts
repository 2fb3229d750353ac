// Edit this mail: saved without harm, tried on oneself (R189).
import { describe, expect, it } from "vitest";
import { opened, words } from "./mail-window";
import { MemoryOffice, OWNER } from "./memory-office";
import { newestWindow } from "./open-window";

describe("Save", () => {
  it("writes the changed cells alone, and the next mail has them", () => {
    const office = new MemoryOffice();
    const window = opened(office, "Templates", "geo_1.en");
    const before = words(office, "geo_1.en");
    window.type({ subject: "Your pack" });
    window.press("save");
    expect(window.said).toBe(
      "Saved in Templates, geo_1.en: Subject. Mails that go from now on use it.",
    );
    expect(words(office, "geo_1.en")).toEqual({ ...before, subject: "Your pack" });
    office.geo();
    office.tick();
    expect(office.subjects()).toEqual(["Your pack"]);
  });

  it("refuses a fault by its name and keeps what was typed", () => {
    const office = new MemoryOffice();
    const before = words(office, "geo_1.en");
    const window = opened(office, "Templates", "geo_1.en");
    for (const [typed, fault] of [
      [{ subject: " " }, "The subject is empty. Write one."],
      [{ body: "[x]()", subject: "S" }, "A link has no target."],
      [{ body: "{{ why_now }}", why_now: "" }, "{{ why_now }} is not there."],
      [{ body: "See https://www.example.com/page" }, "body: “www.example.com” is a placeholder"],
    ] as const) {
      window.type(typed);
      const answer = window.press("save");
      expect(window.text("faults")).toContain(fault);
      expect(window.said).toBe("Not saved.");
      expect(answer.html).toBeUndefined();
    }
    expect(words(office, "geo_1.en")).toEqual(before);
  });

  it("is for the owner alone and never beside a run; what was typed stays in the window", () => {
    const office = new MemoryOffice();
    const before = words(office, "geo_1.en");
    const window = opened(office, "Templates", "geo_1.en");
    window.type({ subject: "Mine" });
    office.ports.person.user = "editor@shop.test";
    expect(window.press("save").html).toBeUndefined();
    expect(window.said).toBe("Not saved.");
    expect(window.text("faults")).toContain("Only the account that set this sheet up");
    office.ports.person.user = OWNER;
    office.ports.locks.batchBusy = true;
    window.press("save");
    expect(window.text("faults")).toContain("A run is under way");
    expect(words(office, "geo_1.en")).toEqual(before);
    office.ports.locks.batchBusy = false;
    window.press("save");
    expect(words(office, "geo_1.en")?.subject).toBe("Mine");
  });

  it("leaves somebody else's change, shows it, and writes over it only when pressed again", () => {
    const office = new MemoryOffice();
    const window = opened(office, "Templates", "geo_1.en");
    office.ports.store.edit("Templates", "geo_1.en", "subject", "Theirs");
    office.ports.store.edit("Templates", "geo_1.en", "why_now", "Their reason");
    window.type({ subject: "Mine" });
    window.press("save");
    expect(window.text("faults")).toContain("Somebody changed “Subject” meanwhile.");
    expect(window.text("faults")).toContain("Theirs");
    expect(words(office, "geo_1.en")?.subject).toBe("Theirs");
    window.press("save");
    expect(words(office, "geo_1.en")).toMatchObject({ subject: "Mine", why_now: "Their reason" });
  });

  it("writes only what was typed here: other cells that changed meanwhile keep their change", () => {
    const office = new MemoryOffice();
    const window = opened(office, "Templates", "geo_1.en");
    office.ports.store.edit("Templates", "geo_1.en", "why_now", "Their reason");
    window.type({ subject: "Mine" });
    window.press("save");
    expect(words(office, "geo_1.en")).toMatchObject({ subject: "Mine", why_now: "Their reason" });
  });

  it("says when the line is gone, and makes none", () => {
    const office = new MemoryOffice();
    const window = opened(office, "Templates", "geo_1.en");
    office.ports.store.remove("Templates", ["geo_1.en"]);
    window.type({ subject: "Mine" });
    window.press("save");
    expect(window.text("faults")).toContain("geo_1.en is no longer in Templates.");
    expect(words(office, "geo_1.en")).toBeUndefined();
  });

  it("does nothing where nothing was changed", () => {
    const office = new MemoryOffice();
    const window = opened(office, "Templates", "geo_1.en");
    const { calls } = office.ports.store;
    const from = calls.length;
    window.press("save");
    expect(window.said).toBe("Nothing was changed.");
    expect(calls.slice(from).filter((call) => !call.startsWith("read"))).toEqual([]);
  });

  it("takes no press that no window of ours made", () => {
    const office = new MemoryOffice();
    const window = opened(office, "Templates", "geo_1.en");
    const forged = newestWindow(office.ports);
    window.type({ subject: "Mine" });
    window.press("save");
    forged.type({ subject: "Forged" });
    forged.press("save");
    expect(forged.said).toContain("This window is too old");
    expect(words(office, "geo_1.en")?.subject).toBe("Mine");
  });
});

describe("Send me a test", () => {
  it.each(["REHEARSAL", "LIVE"])(
    "goes to the owner in %s, and counts as sent to nobody",
    (mode) => {
      const office = new MemoryOffice();
      office.set("mode", mode);
      office.geo();
      office.tick();
      const before = office.ports.mailer.sent.length;
      const rows = office.ports.store.rows("Sends");
      const row = office.row();
      const window = opened(office, "Queue", row.id);
      window.type({ subject: "Not saved yet" });
      window.press("test");
      expect(window.said).toBe(`A test is on its way to ${OWNER}. It counts as sent to nobody.`);
      const { mail } = office.ports.mailer.sent.at(-1) ?? {};
      expect(mail).toMatchObject({ to: OWNER, subject: "[test] Not saved yet" });
      expect(office.ports.mailer.sent).toHaveLength(before + 1);
      office.tick();
      expect(office.ports.store.rows("Sends")).toEqual(rows);
      expect(office.row()).toEqual(row);
    },
  );

  it("goes from the owner's account alone", () => {
    const office = new MemoryOffice();
    const window = opened(office, "Templates", "geo_1.en");
    office.ports.person.user = "helper@shop.test";
    window.press("test");
    expect(window.text("faults")).toContain("Only the account that set this sheet up can send");
    expect(office.ports.mailer.sent).toEqual([]);
  });

  it("leaves no draft behind when Gmail does not send", () => {
    const office = new MemoryOffice();
    office.ports.mailer.quota = 0;
    const window = opened(office, "Templates", "geo_1.en");
    window.press("test");
    expect(window.text("faults")).toContain("The test did not go: Service invoked too many times");
    expect(office.ports.mailer.drafts.size).toBe(0);
  });

  it("is not taken for a mail of ours by recovery", () => {
    const office = new MemoryOffice();
    const window = opened(office, "Templates", "geo_1.en");
    window.press("test");
    expect(office.ports.mailer.sent[0]?.mail.text).not.toMatch(/^ref [0-9a-f]{20}$/m);
  });
});
