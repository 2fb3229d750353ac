import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { showPage } from "../../src/app/doors/show-page";
import { plainLine } from "../../src/model/one-line";
import type { Answer } from "../../src/model/web";
import { MemoryOffice, MINUTE } from "./memory-office";

// Every string of the Big List of Naughty Strings at every door, in all fields at once.
const file = new URL("../data/blns/blns.json", import.meta.url);
const NAUGHTY = JSON.parse(readFileSync(file, "utf8")) as readonly string[];
const FORM_FIELDS =
  "name phone url source utm_source utm_x timezone locale l page consent_version user_id device_id".split(
    " ",
  );
const PAGES =
  " geo free_audit lite_form lite course stop back privacy confirm stay health nothing".split(" ");

function html(answer: Answer): string {
  if (answer.kind === "page") return answer.html;
  return answer.kind === "data" ? answer.json : answer.text;
}
const tagsOf = (page: string) => new Set(page.match(/<[a-z/!]+/gi));
const everywhere = (fields: readonly string[], text: string) =>
  Object.fromEntries(fields.map((field) => [field, text]));

describe("every naughty string", () => {
  it("is a form's words in all fields: one lead each, one mail, the name as it was typed", () => {
    const office = new MemoryOffice();
    office.ports.mailer.quota = 1_000;
    const plain = tagsOf(html(new MemoryOffice().geo("plain@example.org")));
    for (const [at, text] of NAUGHTY.entries()) {
      const answer = office.geo(`n${at}@example.org`, everywhere(FORM_FIELDS, text));
      expect(tagsOf(html(answer)), text).toEqual(plain);
    }
    office.pass(30 * MINUTE);
    for (const [at, text] of NAUGHTY.entries()) {
      const name = office.contact(`n${at}@example.org`)?.name;
      expect(name, text).toBe(plainLine(text).slice(0, 200));
    }
    const to = office.ports.mailer.sent.map(({ mail }) => mail.to);
    expect(new Set(to).size).toBe(NAUGHTY.length);
    expect(to.every((one) => /^n\d+@example\.org$/.test(one))).toBe(true);
  });

  it("as an address or a form's name is refused by a page or taken; nothing throws", () => {
    const office = new MemoryOffice();
    for (const text of NAUGHTY) {
      for (const given of [{ email: text }, { form: text }, { email: text, form: text }]) {
        expect(office.geo("ada@example.org", given).kind, text).toBe("page");
      }
    }
    office.pass(30 * MINUTE);
    const events = office.ports.store.rows("Events");
    expect(events.map(({ outcome }) => outcome)).not.toContain("");
    for (const { mail } of office.ports.mailer.sent)
      expect(mail.to).toMatch(/^[^\s,;<>]+@[^\s,;<>]+$/);
  });

  it("is what a payer wrote at Stripe: each payment counts, nobody else's does, and nothing throws", () => {
    const office = new MemoryOffice();
    office.ports.mailer.quota = 0;
    office.geo("ada@example.org");
    office.pass(MINUTE);
    for (const [at, text] of NAUGHTY.entries()) {
      office.pay(`p${at}@example.org`, `evt_n${at}`, {
        ...everywhere(["description", "client_reference_id", "statement_descriptor"], text),
        customer_details: { email: `p${at}@example.org`, name: text, phone: text },
        metadata: { note: text, [text]: text },
      });
    }
    for (let pass = 0; pass < 10; pass += 1) office.pass(MINUTE);
    const events = office.ports.store.rows("Events").filter(({ source }) => source === "stripe");
    expect(new Set(events.map(({ outcome }) => outcome))).toEqual(new Set(["APPLIED"]));
    for (const at of NAUGHTY.keys()) {
      expect(office.contact(`p${at}@example.org`)?.payments, NAUGHTY[at]).not.toBe("");
    }
    expect(office.row("ada@example.org").status).toBe("ACTIVE");
  });

  it("as a webhook's body, or one of its claims, is refused or kept as text; nothing throws", () => {
    const office = new MemoryOffice();
    for (const [at, text] of NAUGHTY.entries()) {
      expect(["retry", "page"], text).toContain(office.hookText(text).kind);
      const event = { id: `evt_c${at}`, type: text, created: text, data: { object: { id: text } } };
      office.hook(event);
    }
    for (let pass = 0; pass < 10; pass += 1) office.pass(MINUTE);
    const events = office.ports.store.rows("Events");
    expect(new Set(events.map(({ outcome }) => outcome))).toEqual(new Set(["REFUSED"]));
    expect(office.ports.mailer.sent).toEqual([]);
  });

  it("in the query of every page shows a page without markup of its own, and changes nothing", () => {
    const office = new MemoryOffice();
    const before = JSON.stringify([...office.ports.properties.values]);
    const get = (parameters: Readonly<Record<string, string>>) =>
      html(
        showPage(
          office.ports,
          { method: "GET", parameters, body: "", contentType: "", contentLength: -1 },
          "",
        ),
      );
    for (const p of PAGES) {
      const plain = tagsOf(get({ p, o: "x", t: "x", form: "x", to: "x" }));
      for (const text of NAUGHTY) {
        const page = get({ p, ...everywhere(["o", "t", "form", "to", "source", "utm_x"], text) });
        expect(
          [...tagsOf(page)].filter((tag) => !plain.has(tag)),
          `${p} ${text}`,
        ).toEqual([]);
      }
    }
    expect(office.ports.store.rows("Events")).toEqual([]);
    expect(JSON.stringify([...office.ports.properties.values])).toBe(before);
  });
});
