// Edit this mail: looked at as it will be sent, saved without harm, tried on oneself (R189).
import { describe, expect, it } from "vitest";
import { editMail } from "../../src/app/edit-mail";
import { HOUR, MemoryOffice, OWNER } from "./memory-office";
import { newestWindow, type OpenWindow } from "./open-window";

function opened(office: MemoryOffice, tab: "Templates" | "Queue" | "", id = ""): OpenWindow {
  office.ports.person.selected = { tab, ids: id === "" ? [] : [id] };
  editMail(office.ports);
  return newestWindow(office.ports);
}

const words = (office: MemoryOffice, row: string) => office.ports.store.row("Templates", row);

describe("Edit this mail opens", () => {
  it("the selected row of Templates, with every one of its words", () => {
    const office = new MemoryOffice();
    const window = opened(office, "Templates", "geo_2.zh");
    const row = words(office, "geo_2.zh");
    for (const column of ["subject", "body", "why_now", "cost_of_not", "move", "doubt"] as const) {
      expect(window.field(column)).toBe(row?.[column]);
    }
    expect(office.ports.person.shown.at(-1)).toMatchObject({ title: "Edit this mail" });
  });

  it("the next mail of a row of Queue, in that reader's language and for that reader", () => {
    const office = new MemoryOffice();
    office.geo("lin@example.org", { name: "Lin", locale: "zh" });
    office.tick();
    const window = opened(office, "Queue", office.row("lin@example.org").id);
    expect(window.field("row")).toBe("geo_2.zh");
    expect(window.mail("light")).toContain('<p style="margin:0 0 18px">Lin，</p>');
  });

  it("a list where nothing is selected, and where the row gets no further mail", () => {
    const office = new MemoryOffice();
    expect(opened(office, "").text()).toContain("Choose a mail.");
    office.geo();
    office.tick();
    office.pay("ada@example.org");
    office.tick();
    const list = opened(office, "Queue", office.row().id);
    expect(list.text()).toContain("The selected row gets no further mail.");
    expect(list.text()).toContain("geo_1 Your GEO pack, and one sentence to look for geo · geo_1");
    list.press("open:geo_1:en");
    expect(list.field("row")).toBe("geo_1.en");
  });
});

describe("the preview", () => {
  it("is the very mail that goes, but for its mark and its links", () => {
    const office = new MemoryOffice();
    office.geo();
    office.tick();
    const went = office.ports.mailer.sent[0]?.mail.html ?? "";
    const window = opened(office, "Templates", "geo_1.en");
    window.type({ reader: office.row().id });
    window.press("preview");
    const same = (html: string) =>
      html
        .replace(/<head>.*<\/head>/s, "")
        .replace(/ref \w+/, "")
        .replace(/t=[^"&]+/g, "");
    expect(same(window.mail("light"))).toBe(same(went));
    expect(same(window.mail("dark"))).toBe(same(went));
  });

  it("shows what is typed, not what is saved", () => {
    const window = opened(new MemoryOffice(), "Templates", "geo_1.en");
    window.type({ subject: "Another", body: "Hi {{ name }}, [go]({{ links.download }})" });
    window.press("preview");
    expect(window.mail("dark")).toContain('Hi Ada, <a href="https://files.test/geo.pdf"');
    expect(window.text("preview")).toContain("Another");
  });

  it("names what is not there yet and lends a sample in its place", () => {
    const office = new MemoryOffice({ mode: "LIVE", geo_download_url: "" });
    const window = opened(office, "Templates", "geo_1.en");
    expect(window.text()).toContain(
      "{{ links.download }} the GEO pack: geo_download_url in Settings",
    );
    expect(window.mail("light")).toContain("https://example.org/pack");
  });

  it("names a fault in place of the mail", () => {
    const window = opened(new MemoryOffice(), "Templates", "geo_1.en");
    window.type({ body: "Hi {{ nmae }}" });
    window.press("preview");
    expect(window.text("preview")).toContain("{{ nmae }} is not a known value.");
    expect(window.mail("light")).toBe("");
  });

  it("says what is worth a second look, and nothing of a shipped mail", () => {
    const window = opened(new MemoryOffice(), "Templates", "geo_1.en");
    expect(window.text()).not.toContain("Worth a look");
    window.type({ subject: "Hurry! Only today", move: "" });
    window.press("preview");
    expect(window.text("preview")).toMatch(/It urges its reader: Hurry, .*the three moves/);
  });

  it("has links that belong to nobody: pressing them stops no reader", () => {
    const office = new MemoryOffice();
    office.geo();
    office.tick();
    const window = opened(office, "Queue", office.row().id);
    const url = /href="([^"]*p=stop[^"]*)"/.exec(window.mail("light"))?.[1] ?? "";
    const token = /t=([^&]*)/.exec(url)?.[1] ?? "";
    office.post({ p: "stop", t: decodeURIComponent(token) });
    office.pass(49 * HOUR, HOUR);
    expect(office.ports.mailer.sent).toHaveLength(2);
    expect(office.contact()?.suppressed).toBe("");
  });

  it("runs no script and loads nothing that a reader's name may hold", () => {
    const office = new MemoryOffice();
    office.geo("eve@example.org", { name: '"><script>1</script>' });
    office.tick();
    opened(office, "Queue", office.row("eve@example.org").id);
    const page = office.ports.person.shown.at(-1)?.html ?? "";
    expect(page.split("<script>")).toHaveLength(2);
    expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
  });
});

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

describe("another language or mail", () => {
  it("is opened with its own words", () => {
    const window = opened(new MemoryOffice(), "Templates", "geo_1.en");
    window.press("open:geo_1:zh");
    expect(window.field("row")).toBe("geo_1.zh");
    expect(window.mail("light")).toContain("小林，");
  });

  it("asks first where words are not saved, and takes no for an answer", () => {
    const window = opened(new MemoryOffice(), "Templates", "geo_1.en");
    window.type({ subject: "Mine" });
    window.press("open:geo_1:zh");
    expect(window.text("faults")).toContain("not saved. Leave without saving");
    expect(window.field("row")).toBe("geo_1.en");
    window.press("drop:open:geo_1:zh");
    expect(window.field("row")).toBe("geo_1.zh");
  });

  it("says that it is missing and what its readers get, and Save adds it", () => {
    const office = new MemoryOffice();
    office.ports.store.remove("Templates", ["geo_1.zh"]);
    const window = opened(office, "Templates", "geo_1.en");
    window.press("open:geo_1:zh");
    expect(window.text()).toContain("no Chinese version: these readers get the English one");
    window.type({ subject: "新的" });
    window.press("save");
    expect(window.said).toBe("Saved. Templates has a new line geo_1.zh.");
    expect(words(office, "geo_1.zh")).toMatchObject({
      template: "geo_1",
      locale: "zh",
      subject: "新的",
    });
    office.geo("lin@example.org", { locale: "zh" });
    office.tick();
    expect(office.subjects()).toEqual(["新的"]);
  });
});

describe("in Chinese", () => {
  it("the window speaks Chinese throughout", () => {
    const office = new MemoryOffice();
    office.set("language", "zh");
    const window = opened(office, "Templates", "geo_1.en");
    expect(office.ports.person.shown.at(-1)?.title).toBe("编辑邮件");
    window.type({ subject: "Mine" });
    window.press("save");
    expect(window.said).toBe("已保存到 Templates 的 geo_1.en：标题。之后发出的邮件都用新内容。");
  });
});
