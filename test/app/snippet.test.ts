// A form on the owner's own site: what the menu gives out, what its post is answered, and where links lead.
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { answerDialog } from "../../src/app/dialogs/dialog";
import { openForms } from "../../src/app/dialogs/forms";
import { DIALOGS } from "../../src/app/dialogs/index";
import { showPage } from "../../src/app/doors/show-page";
import { ownDomainPage, SITE_FORMS, siteForm } from "../../src/pages/index";
import { HOUR, MemoryOffice } from "./memory-office";
import { htmlOf } from "./offer-visit";

const EXEC = "https://script.google.com/macros/s/TEST/exec";
type Fields = Readonly<Record<string, string>>;

/** What the script of the form reads. */
function answered(office: MemoryOffice, fields: Fields) {
  const answer = office.post({ form: "geo", email: "ada@example.org", as: "json", ...fields });
  if (answer.kind !== "data") throw new Error(`no data but ${answer.kind}`);
  return JSON.parse(answer.json) as Record<string, unknown>;
}

describe("a post that asks for data", () => {
  it("is told that it is stored, in the form's language, with the download", () => {
    const office = new MemoryOffice();
    expect(answered(office, { locale: "zh" })).toMatchObject({
      ...{ ok: true, title: "这是 GEO 资料包" },
      link: { href: "https://files.test/geo.pdf", words: "下载 GEO 资料包" },
    });
    office.tick();
    expect(office.subjects()).toHaveLength(1);
  });

  it("is told the same whoever asks", () => {
    const office = new MemoryOffice();
    const first = answered(office, {});
    office.pay("ada@example.org");
    office.tick();
    expect(answered(office, {})).toEqual(first);
  });

  it.each([
    ["ada@", "does not look like an email address"],
    ["", "was empty"],
  ])("with the address %j is told what to put right", (email, said) => {
    const answer = answered(new MemoryOffice(), { email });
    expect(answer).toMatchObject({ ok: false, link: null });
    expect(String(answer.lines)).toContain(said);
  });

  it("that could not be stored is told so, and never thanked", () => {
    const office = new MemoryOffice();
    office.ports.locks.intakeBusy = true;
    office.ports.properties.values.set("filler", "x".repeat(260_000));
    expect(answered(office, {})).toMatchObject({ ok: false, title: "Not saved yet" });
  });

  it("for a form nobody knows is kept and not promised a mail", () => {
    const answer = answered(new MemoryOffice(), { form: "geos" });
    expect(String(answer.lines)).toContain("is kept and a person will see it");
  });

  it("that is too large is told so", () => {
    const office = new MemoryOffice();
    const answer = office.raw({
      parameters: { form: "geo", as: "json" },
      body: "x".repeat(70_000),
    });
    expect(answer).toMatchObject({ kind: "data" });
  });
});

describe("a robot", () => {
  it.each([["fills in what nobody sees", { leave_empty: "https://spam.test" }]])(
    "that %s is kept, thanked like everybody, and gets nothing",
    (_, fields: Fields) => {
      const office = new MemoryOffice();
      const thanked = htmlOf(office.geo("bot@example.org", fields));
      expect(thanked).toBe(htmlOf(office.geo("ada@example.org")).replaceAll("ada@", "bot@"));
      office.pass(HOUR);
      const event = office.ports.store.rows("Events").find(({ who }) => who === "bot@example.org");
      expect(event).toMatchObject({ outcome: "REFUSED" });
      expect(event?.reason).toContain("robot");
      expect(office.queue("bot@example.org")).toEqual([]);
      expect(office.contact("bot@example.org")).toBeUndefined();
      expect(office.ports.mailer.sent.map(({ mail }) => mail.to)).toEqual(["ada@example.org"]);
    },
  );

  it.each([{ leave_empty: "" }, { leave_empty: " " }])(
    "is nobody who sends %j",
    (fields: Fields) => {
      const office = new MemoryOffice();
      office.geo("ada@example.org", fields);
      office.tick();
      expect(office.subjects()).toHaveLength(1);
    },
  );
});

describe("the first source", () => {
  it("of a person is never overwritten by a later form (R26)", () => {
    const office = new MemoryOffice();
    office.geo("ada@example.org", { source: "blog.example", utm_campaign: "may" });
    office.tick();
    office.geo("ada@example.org", { form: "lite", source: "talk", utm_campaign: "june" });
    office.pass(HOUR);
    expect(office.contact()).toMatchObject({ source: "blog.example", utm: "campaign=may" });
  });
});

describe("the form to copy", () => {
  it.each(SITE_FORMS.flatMap((form) => [[form, "en"] as const, [form, "zh"] as const]))(
    "%s in %s posts the fields that doPost reads, with a label each",
    (form, language) => {
      const text = siteForm(EXEC, form, language);
      expect(text).toContain(`action="${EXEC}" target="_blank"`);
      const names = [...text.matchAll(/<input[^>]* name="(\w+)"/g)].map((match) => match[1]);
      const site = form === "geo" ? [] : ["url"];
      const seen = ["email", "name", ...site, "consent", "leave_empty"];
      expect(names).toEqual(["form", "locale", "consent_version", ...seen]);
      expect(text.match(/<label/g)).toHaveLength(seen.length);
      expect(text).not.toMatch(/checked|<link|src=|@import/);
      expect(Buffer.byteLength(text)).toBeLessThan(6 * 1024);
    },
  );

  it("cannot be broken by an address", () => {
    const text = siteForm('https://a.example/"><b>', "geo", "en");
    expect(text).not.toContain("<b>");
  });
});

describe("the window that gives it out", () => {
  function opened(settings?: Fields) {
    const office = settings === undefined ? new MemoryOffice() : new MemoryOffice(settings);
    office.tick();
    openForms(office.ports);
    return { office, window: office.ports.person.shown.at(-1) };
  }

  it("shows each form as text, in the language chosen, and its page for a link", () => {
    const { office, window } = opened();
    const token = /"token":"([^"]+)"/.exec(window?.html ?? "")?.[1] ?? "";
    const args = { show: "form", form: "lite", language: "zh" };
    const answer = answerDialog(office.ports, DIALOGS, { name: "forms", token, args });
    expect(String(answer.html)).toContain(
      "&lt;form class=&quot;dripsheet&quot; lang=&quot;zh&quot;",
    );
    expect(String(answer.html)).toContain(`${EXEC}?p=lite_form&amp;l=zh`);
    const next = { show: "domain" };
    const domain = answerDialog(office.ports, DIALOGS, {
      ...{ name: "forms", token: String(answer.token), args: next },
    });
    expect(String(domain.html)).toContain(`var pages = &quot;${EXEC}&quot;`);
  });

  it("says what to do while there is no address", () => {
    const { window } = opened({ sender_name: "Ling" });
    expect(window?.html).toContain("There is no web address yet");
    expect(window?.html).not.toContain("<select");
  });
});

describe("an own domain", () => {
  const own = "https://ling.example/go/";

  it("is where every link of a mail leads, and no form posts there", () => {
    const office = new MemoryOffice();
    office.set("link_base", own);
    office.tick();
    office.geo();
    office.tick();
    const { text = "", html = "" } = office.ports.mailer.sent[0]?.mail ?? {};
    expect(text).toContain(`${own}?p=stop&t=`);
    expect(text).toContain(`${own}?p=back&t=`);
    expect(text + html).not.toContain("script.google.com");
    const query = /go\/\?(p=stop\S+)/.exec(text)?.[1] ?? "";
    const request = { method: "GET", body: "", contentType: "", contentLength: 0 } as const;
    const parameters = Object.fromEntries(new URLSearchParams(query));
    const answer = showPage(office.ports, { ...request, parameters }, EXEC);
    expect(answer).toMatchObject({ kind: "page" });
    const page = answer.kind === "page" ? answer.html : "";
    expect(page).toContain(`action="${EXEC}"`);
    expect(page).toContain(`href="${own}?p=back&amp;t=`);
    expect(page).toContain(`href="${own}?p=stop&amp;t=`);
  });

  it("leads nowhere while the web app itself has no address", () => {
    const office = new MemoryOffice({
      link_base: own,
      geo_download_url: "https://files.test/geo.pdf",
    });
    office.set("mode", "LIVE");
    office.geo();
    office.tick();
    expect(office.ports.mailer.sent[0]?.mail.text ?? "reply STOP").not.toContain("ling.example");
  });

  it("has the page that docs/own-domain holds, with an address to fill in", () => {
    const file = path.join(import.meta.dirname, "../../docs/own-domain/index.html");
    const written = readFileSync(file, "utf8");
    expect(ownDomainPage("https://script.google.com/macros/s/YOUR-DEPLOYMENT/exec")).toBe(written);
  });
});
