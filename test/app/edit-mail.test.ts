// Edit this mail: opened where somebody stands, and looked at as it will be sent (R189).
import { describe, expect, it } from "vitest";
import { opened, words } from "./mail-window";
import { HOUR, MemoryOffice } from "./memory-office";

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

  it("shows the owner's own domain in every link, offers included, once link_base is set", () => {
    const office = new MemoryOffice();
    office.set("link_base", "https://go.shop.test/");
    for (const row of ["geo_1.en", "lite_1.en", "lite_receipt.zh"]) {
      const window = opened(office, "Templates", row);
      expect(window.mail("light")).toContain("https://go.shop.test/?p=back");
      expect(window.mail("light")).not.toContain("script.google.com");
    }
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
