import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { plainLine } from "../../src/model/one-line";
import type { Answer } from "../../src/model/web";
import { HOUR, MemoryOffice, MINUTE } from "./memory-office";

const file = new URL("../data/blns/blns.json", import.meta.url);
const blns = JSON.parse(readFileSync(file, "utf8")) as readonly string[];
/** Thirty-two of the list, from end to end. */
const NAUGHTY = blns.filter((_, at) => at % 16 === 3);
const FIELDS = "name phone url source utm_source utm_x timezone locale consent l form email".split(
  " ",
);

function html(answer: Answer): string {
  if (answer.kind !== "page") throw new Error(`no page but ${JSON.stringify(answer)}`);
  return answer.html;
}
const tags = (page: string) => page.match(/<[a-z/!]+/gi);
const json = (office: MemoryOffice, body: string) =>
  office.raw({ body, contentType: "text/plain" });

describe("thirty and more naughty strings in every form field", () => {
  const office = new MemoryOffice();
  office.ports.mailer.quota = 1_000;
  // Thank you, and each way to say what is wrong.
  const plain = [{}, { email: "ada" }, { email: "" }, { form: "nope" }].map((given) =>
    tags(html(new MemoryOffice().geo("plain@example.org", given))),
  );
  const cases = NAUGHTY.flatMap((text, at) =>
    FIELDS.map((field) => ({ text, field, email: `${field.replace("_", "")}${at}@example.org` })),
  );
  const answers = cases.map(({ text, field, email }) => office.geo(email, { [field]: text }));
  // A pass takes a bounded number of events; the rest waits for the next.
  office.pass(10 * MINUTE);
  const events = office.ports.store.rows("Events");

  it("are answered by a clear page each, with nothing of theirs as markup", () => {
    expect(NAUGHTY.length).toBeGreaterThanOrEqual(30);
    for (const answer of answers) expect(plain).toContainEqual(tags(html(answer)));
  });

  it("are one event each, and each has its outcome: nothing is lost", () => {
    expect(events).toHaveLength(cases.length);
    for (const [at, event] of events.entries()) {
      const refused = ["form", "email"].includes(cases[at]?.field ?? "");
      expect(event.outcome).toBe(refused ? "REFUSED" : "APPLIED");
      expect(event.reason).not.toBe("");
      expect(() => JSON.parse(event.payload)).not.toThrow();
    }
  });

  it("stand in Contacts as they were typed, on one line (cut at 200)", () => {
    for (const { text, email } of cases.filter(({ field }) => field === "name")) {
      expect(office.contact(email)?.name).toBe(plainLine(text).slice(0, 200));
    }
  });

  it("reach a mail as plain words at most: one recipient, no header, no markup", () => {
    const { sent } = office.ports.mailer;
    expect(sent.length).toBeGreaterThan(300);
    const [first] = sent;
    for (const { mail } of sent) {
      expect(mail.to).toMatch(/^[a-z0-9]+@example\.org$/);
      expect(mail.subject + mail.fromName + mail.replyTo).not.toMatch(/[\r\n]/);
      if (mail.subject === first?.mail.subject)
        expect(tags(mail.html)).toEqual(tags(first.mail.html));
    }
  });
});

describe("a name", () => {
  it.each([
    ['=IMPORTXML("https://evil.test","//a")', 'IMPORTXML("https://evil.test","//a")'],
    ["<script>alert(1)</script>", "<script>alert(1)</script>"],
    ["[x](http://evil.test)", "[x](http://evil.test)"],
    ["{{ x }}{% for a in b %}", "{{ x }}{% for a in b %}"],
    ["Ada\r\nBcc: ben@example.org", "Ada Bcc: ben@example.org"],
    ["Ada 🐉", "Ada 🐉"],
    ["'Ada", "'Ada"],
    ["00123", "00123"],
    ["2026-03-02", "2026-03-02"],
    ["TRUE", "TRUE"],
    ["+1", "1"],
    ["x".repeat(500), "x".repeat(200)],
    ["__proto__", "__proto__"],
  ])("%j is kept as text and the mail goes", (name, kept) => {
    const office = new MemoryOffice();
    office.geo("ada@example.org", { name });
    office.tick();
    expect(office.contact()?.name).toBe(kept);
    expect(office.row().name).toBe(kept);
    const [sent] = office.ports.mailer.sent;
    expect(sent?.mail.html).not.toMatch(/<script|href="http:\/\/evil/i);
    expect(sent?.mail.text).not.toMatch(/\]\(http/);
  });
});

describe("an address that is none", () => {
  it.each([
    "",
    " ",
    "ada",
    "a@b.test, c@d.test",
    "Ada <a@b.test> <c@d.test>",
    `${"a".repeat(300)}@b.test`,
    "<script>@b.test",
  ])("%j: the page says so, the row is kept, nothing is sent", (email) => {
    const office = new MemoryOffice();
    const page = html(office.geo(email, { name: "Ada L." }));
    expect(page).toMatch(/email/i);
    expect(page).toContain("Ada L.");
    expect(page).not.toContain("<script>@");
    expect(office.lastEvent()).toMatchObject({ type: "form:geo", outcome: "REFUSED" });
    expect(office.lastEvent()?.payload).toContain("Ada L.");
    office.pass(HOUR, 10 * 60_000);
    expect(office.ports.store.rows("Contacts")).toHaveLength(0);
    expect(office.ports.mailer.sent).toHaveLength(0);
  });
});

describe("a post of another shape", () => {
  it.each([
    [
      "JSON as text/plain",
      '{"form":"geo","email":"ada@example.org","consent":"yes","utm_source":"x"}',
    ],
    [
      "with numbers",
      '{"form":"geo","email":"ada@example.org","consent":"yes","name":42,"utm_source":7}',
    ],
    [
      "with nested values and lists",
      '{"form":"geo","email":"ada@example.org","consent":"yes","name":{"a":[1]},"url":["x"]}',
    ],
    [
      "with __proto__ and constructor",
      '{"__proto__":{"consent":"no"},"constructor":"x","form":"geo","email":"ada@example.org","consent":"yes"}',
    ],
    ["with a key twice", '{"form":"x","form":"geo","email":"ada@example.org","consent":"yes"}'],
  ])("%s is a form (issue 5)", (_, body) => {
    const office = new MemoryOffice();
    json(office, body);
    office.tick();
    expect(office.contact()).toMatchObject({ consent: "YES", source: "GEO" });
    expect(office.ports.mailer.sent).toHaveLength(1);
  });

  it.each([
    ["a list", '[{"form":"geo","email":"ada@example.org"}]'],
    ["a list for the address", '{"form":"geo","email":["ada@example.org","ben@example.org"]}'],
    ["a number for the address", '{"form":"geo","email":42}'],
    ["an object for the form", '{"form":{"geo":1},"email":"ada@example.org"}'],
    ["broken JSON", '{"form":"geo","email":"ada@example.org"'],
    ["nothing", ""],
    ["null", "null"],
    ["text", "hello"],
    [
      "a multipart body, which the platform leaves unread",
      '--x\r\nContent-Disposition: form-data; name="form"\r\n\r\ngeo',
    ],
  ])("%s gets a page and sends nothing", (_, body) => {
    const office = new MemoryOffice();
    expect(html(json(office, body))).toContain("<");
    office.tick();
    expect(office.ports.mailer.sent).toHaveLength(0);
    expect(office.ports.store.rows("Contacts")).toHaveLength(0);
  });

  it.each(["nope", "GEO", "geo ", "constructor", "__proto__", "x".repeat(3_000), "<script>"])(
    "a form nobody knows, %j, gets a page, and what was typed is kept",
    (form) => {
      const office = new MemoryOffice();
      const known = form.trim() === "geo";
      expect(html(office.post({ form, email: "ada@example.org" }))).not.toContain("<script>");
      expect(office.lastEvent()?.outcome).toBe(known ? "" : "REFUSED");
      expect(office.lastEvent()?.payload).toContain("ada@example.org");
      office.tick();
      expect(office.ports.mailer.sent).toHaveLength(known ? 1 : 0);
    },
  );

  it("with parameters nobody knows is taken, and they are named, not kept", () => {
    const office = new MemoryOffice();
    office.geo("ada@example.org", { password: "hunter2", constructor: "x", valueOf: "y" });
    expect(office.lastEvent()?.payload).toContain("password");
    expect(office.lastEvent()?.payload).not.toContain("hunter2");
    office.tick();
    expect(office.lastEvent()).toMatchObject({ outcome: "APPLIED" });
  });

  it("that says nothing of a form and of nobody gets a page and no row", () => {
    const office = new MemoryOffice();
    expect(office.post({ what: "ever" })).toMatchObject({ kind: "page" });
    expect(office.ports.store.rows("Events")).toHaveLength(0);
  });

  it("that names somebody and no form is kept, so that no lead is lost", () => {
    const office = new MemoryOffice();
    office.post({ email: "ada@example.org" });
    expect(office.lastEvent()).toMatchObject({ outcome: "REFUSED", who: "ada@example.org" });
  });
});

describe("a body too large", () => {
  const size = 64 * 1024;

  it.each([
    ["by what the platform says", { contentLength: size + 1 }],
    ["by what it is", { body: `{"form":"geo","email":"a@b.test","name":"${"x".repeat(size)}"}` }],
  ])("%s is refused with a page (design 5)", (_, more) => {
    const office = new MemoryOffice();
    const page = html(office.raw({ parameters: { form: "geo", email: "a@b.test" }, ...more }));
    expect(page).toContain("64 KB");
    expect(office.ports.store.rows("Events")).toHaveLength(0);
  });

  it("by one character less is taken", () => {
    const office = new MemoryOffice();
    const start = '{"form":"geo","email":"ada@example.org","name":"';
    json(office, `${start}${"龙".repeat(20_000)}"}`);
    office.tick();
    expect(office.contact()?.name).toBe("龙".repeat(200));
  });
});

describe("an unsubscribe link", () => {
  const linkOf = (office: MemoryOffice) =>
    /p=stop&t=([^&\s]+)/.exec(office.ports.mailer.sent[0]?.mail.text ?? "")?.[1] ?? "";

  it("works from the first mail, in at most two steps, and twice does no harm (R169–R171)", () => {
    const office = new MemoryOffice();
    office.geo();
    office.tick();
    const t = decodeURIComponent(linkOf(office));
    for (const _ of [1, 2]) expect(office.post({ p: "stop", t })).toMatchObject({ kind: "page" });
    office.pass(60 * HOUR, HOUR);
    expect(office.row()).toMatchObject({ status: "STOPPED", stop_reason: "unsubscribed" });
    expect(office.ports.mailer.sent).toHaveLength(1);
  });

  it.each([
    ["empty", () => ""],
    ["cut", (token: string) => token.slice(0, -1)],
    ["longer", (token: string) => `${token}0`],
    ["of somebody else", (token: string) => token.replace(/^c_\w/, "c_0")],
    ["good for longer", (token: string) => token.replace(/\.(\d+)\./, ".99999.")],
    ["in capitals", (token: string) => token.toUpperCase()],
    ["a formula", () => "=1+1"],
    ["very long", () => "c_1.1.".padEnd(50_000, "0")],
  ])("that is %s stops nobody and records nothing", (_, forge) => {
    const office = new MemoryOffice();
    office.geo();
    office.tick();
    const rows = office.ports.store.rows("Events").length;
    office.post({ p: "stop", t: forge(decodeURIComponent(linkOf(office))) });
    office.tick();
    expect(office.ports.store.rows("Events")).toHaveLength(rows);
    expect(office.row().status).toBe("ACTIVE");
  });
});
