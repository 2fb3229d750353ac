// The way back (R113): a reader sees where they stand and says what they wish, without explaining anything.
import { describe, expect, it } from "vitest";
import { linkToken } from "../../src/app/links/link-token";
import { DAY, HOUR, MINUTE } from "./memory-office";
import { htmlOf, words } from "./offer-visit";
import { ADA, Reader } from "./way-back-reader";

describe("every mail", () => {
  it("shows the way back in both its parts (R113)", () => {
    const reader = new Reader();
    const { text, html } = reader.office.ports.mailer.sent[0]?.mail ?? { text: "", html: "" };
    expect(text).toMatch(/another address or language: https:\S+\?p=back&t=\S+&l=en\n/);
    expect(html).toContain("?p=back&amp;t=");
  });
});

describe("the page behind it", () => {
  it("says what is planned and when, in the reader's own zone", () => {
    const reader = new Reader({ timezone: "Asia/Shanghai" });
    const page = words(reader.get());
    expect(page).toContain("The GEO resource pack");
    expect(page).toContain("Next mail: 4 March 2026, 17:00 (Asia/Shanghai).");
    expect(page).toContain("no explanation needed");
  });

  it("speaks Chinese when asked", () => {
    const page = words(new Reader({ timezone: "Asia/Shanghai" }).get({ l: "zh" }));
    expect(page).toContain("下一封邮件：2026年3月4日 17:00（Asia/Shanghai）。");
  });

  it("announces no mail that consent does not allow", () => {
    const reader = new Reader({ consent: "" });
    expect(words(reader.get())).toContain("Nothing is planned.");
    expect(words(reader.get())).not.toContain("Next mail");
  });

  it("announces no mail while sending is off, or the flow is", () => {
    const reader = new Reader();
    reader.office.set("sending", "OFF");
    reader.office.tick();
    expect(words(reader.get())).toContain("Nothing is planned.");
  });

  it("hides most of the address: mails are passed on", () => {
    const page = words(new Reader().get());
    expect(page).toContain("a…@example.org");
    expect(page).not.toContain(ADA);
  });

  it("thanks whoever has bought, offers nothing to buy, and announces nothing", () => {
    const reader = new Reader();
    reader.office.pay(ADA);
    reader.office.tick();
    const html = reader.get();
    expect(words(html)).toContain("You have bought here. Thank you.");
    expect(html).not.toMatch(/class="price"|class="go"|p=offer|Next mail/);
  });

  it("of whoever is not there any more is the answer of a bad link", () => {
    const reader = new Reader();
    const gone = linkToken(
      "back",
      "c_nobody",
      reader.office.ports.clock.now(),
      secretOf(reader),
      reader.office.ports.secrets,
    );
    expect(reader.get({ t: gone })).toBe(reader.get({ t: "" }));
  });

  it("changes nothing, however often it is opened", () => {
    const reader = new Reader();
    const { store, properties } = reader.office.ports;
    const before = JSON.stringify([
      store.rows("Queue"),
      store.rows("Contacts"),
      store.rows("Events"),
    ]);
    const kept = JSON.stringify([...properties.values]);
    for (let n = 0; n < 5; n += 1) reader.get({ w: "stop" });
    reader.office.tick();
    expect(
      JSON.stringify([store.rows("Queue"), store.rows("Contacts"), store.rows("Events")]),
    ).toBe(before);
    expect(JSON.stringify([...properties.values])).toBe(kept);
  });

  it.each([
    ["empty", () => ""],
    ["cut", (token: string) => token.slice(0, -1)],
    ["of somebody else", (token: string) => token.replace(/^c_\w/, "c_0")],
    ["good for longer", (token: string) => token.replace(/\.(\d+)\./, ".99999.")],
    ["a link of another kind", (_: string, reader: Reader) => stopTokenOf(reader)],
  ])("with a token that is %s shows and does nothing, one answer for all", (_, forge) => {
    const reader = new Reader();
    const rows = reader.office.ports.store.rows("Events").length;
    const t = forge(reader.token, reader);
    const page = reader.get({ t });
    expect(words(page)).toContain("This link does not work");
    expect(page).toBe(reader.get({ t: "x" }));
    const pressed = htmlOf(reader.office.post({ p: "back", t, w: "stop" }));
    expect(words(pressed)).toContain("This link does not work");
    expect(reader.office.ports.store.rows("Events")).toHaveLength(rows);
  });
});

describe("a press", () => {
  it("on pause rests further mails for 30 days and then they go on by themselves", () => {
    const reader = new Reader();
    expect(words(reader.wish("pause"))).toContain("Further mails rest for 30 days.");
    reader.office.pass(29 * DAY, HOUR);
    expect(reader.sentAfter()).toBe(0);
    expect(words(reader.get())).toContain("Further mails rest until 1 April 2026");
    reader.office.pass(3 * DAY, HOUR);
    expect(reader.sentAfter()).toBe(1);
  });

  it("on go on takes a pause back, and nothing comes within the hour", () => {
    const reader = new Reader();
    const answer = reader.wish("pause");
    reader.office.pass(3 * DAY, HOUR);
    reader.press(answer, "on");
    reader.office.pass(50 * MINUTE);
    expect(reader.sentAfter()).toBe(0);
    reader.office.pass(DAY, HOUR);
    expect(reader.sentAfter()).toBe(1);
  });

  it("on stop ends all mails, and go on brings them back without a question", () => {
    const reader = new Reader();
    const answer = reader.wish("stop");
    expect(words(answer)).toContain("No more mails go to this address.");
    reader.office.pass(4 * DAY, HOUR);
    expect(reader.sentAfter()).toBe(0);
    expect(reader.office.contact()?.suppressed).toBe("unsubscribed");
    expect(words(reader.get())).toContain("All mails are stopped.");
    expect(reader.buttons()).toEqual(["on", "address", "language", "download", "erase"]);
    reader.press(reader.get(), "on");
    reader.office.tick();
    expect(reader.office.contact()?.suppressed).toBe("");
    reader.office.pass(4 * DAY, HOUR);
    expect(reader.sentAfter()).toBe(1);
  });

  it("on less often doubles the waits, and on as at first puts them back", () => {
    const reader = new Reader();
    reader.wish("less");
    reader.office.tick();
    expect(reader.office.contact()?.pace).toBe("less");
    expect(reader.buttons()).toContain("often");
    expect(reader.buttons()).not.toContain("less");
    reader.office.pass(3 * DAY, HOUR);
    expect(reader.sentAfter()).toBe(0);
    reader.wish("often");
    reader.office.pass(DAY, HOUR);
    expect(reader.sentAfter()).toBe(1);
  });

  it("on another address sends there, and the old one stays theirs", () => {
    const reader = new Reader();
    reader.wish("address", { to: " Ada@New.Example " });
    reader.office.pass(3 * DAY, HOUR);
    expect(reader.office.ports.mailer.sent.at(-1)?.mail.to).toBe("ada@new.example");
    expect(reader.office.contact("ada@new.example")?.aliases).toContain(ADA);
  });

  it("on an address that is none asks again with what was typed, and records nothing", () => {
    const reader = new Reader();
    const rows = reader.office.ports.store.rows("Events").length;
    const html = reader.wish("address", { to: "ada@" });
    expect(html).toContain('name="to" value="ada@"');
    expect(html).toContain('role="alert"');
    expect(reader.office.ports.store.rows("Events")).toHaveLength(rows);
    reader.press(html, "address", { to: "ada@new.example" });
    reader.office.tick();
    expect(reader.office.contact("ada@new.example")).toBeDefined();
  });

  it("on another address answers the same whoever has that address", () => {
    const reader = new Reader();
    reader.office.geo("known@example.org");
    reader.office.tick();
    const known = reader.wish("address", { to: "known@example.org" });
    const fresh = new Reader().wish("address", { to: "fresh@example.org" });
    const plain = (html: string) => words(html).replaceAll("known@", "fresh@");
    expect(plain(known)).toBe(plain(fresh));
  });

  it("on a language answers in it, and later mails speak it", () => {
    const reader = new Reader();
    expect(words(reader.wish("language"))).toContain("以后的邮件使用中文。");
    reader.office.pass(3 * DAY, HOUR);
    expect(reader.office.ports.mailer.sent.at(-1)?.mail.html).toContain('<html lang="zh">');
  });

  it("twice on one page counts once; a page opened anew is heard anew", () => {
    const reader = new Reader();
    const page = reader.get();
    reader.press(page, "pause");
    reader.press(page, "pause");
    const types = () =>
      reader.office.ports.store.rows("Events").filter(({ type }) => type === "reader.pause");
    reader.office.tick();
    expect(types().map(({ outcome }) => outcome)).toEqual(["APPLIED", "REPEAT"]);
    reader.wish("on");
    reader.office.tick();
    reader.wish("pause");
    reader.office.tick();
    expect(types().map(({ outcome }) => outcome)).toEqual(["APPLIED", "REPEAT", "APPLIED"]);
  });

  it("on a button that no page has does nothing", () => {
    const reader = new Reader();
    const rows = reader.office.ports.store.rows("Events").length;
    for (const w of ["", "delete", "address:x", "constructor"]) {
      reader.office.post({ p: "back", t: reader.token, w });
    }
    reader.office.post({ p: "back", t: reader.token, w: "language", to: "tlh" });
    expect(reader.office.ports.store.rows("Events")).toHaveLength(rows);
  });

  it("that could not be kept says so", () => {
    const reader = new Reader();
    const page = reader.get();
    reader.office.ports.locks.intakeBusy = true;
    reader.office.ports.properties.values.set("filler", "x".repeat(260_000));
    expect(words(reader.press(page, "pause"))).toContain("Not saved yet");
  });
});

function secretOf({ office }: Reader): string {
  return office.ports.properties.values.get("token_secret") ?? "";
}

function stopTokenOf({ office }: Reader): string {
  const text = office.ports.mailer.sent[0]?.mail.text ?? "";
  return decodeURIComponent(/p=stop&t=([^&\s]+)/.exec(text)?.[1] ?? "");
}
