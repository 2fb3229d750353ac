// Importing people (R156, R160, R168): nobody is mailed by it, everybody's basis is stated or they hear nothing.
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { answerDialog } from "../../src/app/dialogs/dialog";
import { openImport } from "../../src/app/dialogs/import";
import { DIALOGS } from "../../src/app/dialogs/index";
import { openPerson } from "../../src/app/dialogs/person";
import { suppress } from "../../src/app/suppressed";
import { writeCsv } from "../../src/events/csv";
import { guessImportColumns } from "../../src/events/import-columns";
import { Importing } from "./import-office";
import { DAY, HOUR, MINUTE } from "./memory-office";
import { newestWindow } from "./open-window";

const GOOGLE_NOW =
  "First Name,Middle Name,Last Name,Organization Name,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Website 1 - Label,Website 1 - Value";
const GOOGLE_OLD =
  "Name,Given Name,Family Name,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value";

const CONSENT = { basis: "consent", words: "ticked at the fair, 12 May" };
const TWO = "email,name\nada@example.org,Ada\nben@example.org,Ben\n";

describe("importing people:", () => {
  let office: Importing;
  beforeEach(() => {
    office = new Importing("geo", "free_check", "lite", "stripe_failed");
  });

  it.each([
    ["present", GOOGLE_NOW, { first_name: "First Name", last_name: "Last Name" }],
    ["older", GOOGLE_OLD, { first_name: "Given Name", last_name: "Family Name", name: "Name" }],
  ])("knows the %s headers of Google Contacts' export", (_, header, names) => {
    const guessed = guessImportColumns(header.split(","));
    expect(guessed).toMatchObject({
      ...names,
      ...{ email: "E-mail 1 - Value", phone: "Phone 1 - Value", notes: "Notes" },
    });
    expect(Object.values(guessed).join()).not.toMatch(/Label|Type|Group/);
  });

  it("takes Google's cells with names, other addresses and phones", () => {
    const lines = [
      "Ada,,Lovelace,,met at the fair,* myContacts,Home,ada@example.org,Work,ada@work.test,Mobile,+44 1,,",
      "美,,林,,,,,mei@example.org ::: mei@old.test,,,,,,",
    ];
    office.take([GOOGLE_NOW, ...lines].join("\n"));
    expect(office.contact()).toMatchObject({
      ...{ name: "Ada Lovelace", aliases: "ada@work.test", phone: "+44 1" },
      ...{ notes: "met at the fair", source: "Fair Berlin", tags: "import:Fair-Berlin" },
    });
    expect(office.contact("mei@example.org")).toMatchObject({ name: "林美" });
  });

  it.each([
    ["one a line", "ada@example.org\nBen <ben@example.org>\n"],
    ["with commas", 'ada@example.org, "Ben, Jr" <ben@example.org>;'],
    ["as a table without a header", "Ada;ada@example.org\nBen;ben@example.org"],
    ["with full-width signs", "ａｄａ＠ｅｘａｍｐｌｅ．ｏｒｇ，\nmailto:ben@example.org。"],
  ])("takes addresses pasted %s", (_, text) => {
    office.take(text);
    const emails = office.people().map(({ email }) => email);
    expect(emails).toEqual(["ada@example.org", "ben@example.org"]);
  });

  it("mails nobody by itself, whatever is stated", () => {
    office.take(TWO, CONSENT);
    expect(office.people()).toHaveLength(2);
    office.pass(30 * DAY, DAY);
    expect(office.subjects()).toEqual([]);
    expect(office.ports.store.rows("Queue")).toEqual([]);
  });

  it("says in a dry run what would happen, and writes nothing", () => {
    office.geo("ada@example.org");
    office.tick();
    const before = office.sheet();
    const told = office
      .dry(
        [
          "email,name,basis",
          "Ada@Example.org,Ada,consent",
          "cem@gmial.com,Cem,consent: by letter",
          "info@mailinator.com,Info,",
          "dee@example.org,Dee,found on the net",
          "nobody,Nobody,",
          '"""eva""@example.org",Eva,',
          "fay@example.org;gus@example.org,Fay,",
          "hal@example.org,Hal,consent,extra",
          ",Nameless,",
        ].join("\n"),
      )
      .text();
    for (const said of [
      "rows",
      "3 new people",
      "1 known here, get the tag of this list",
      "2 without a stated basis: nothing goes to them",
      "“cem@gmial.com”: perhaps cem@gmail.com : rows 3",
      "“info@mailinator.com” is thrown away after use",
      "“info@mailinator.com” is read by whoever has that post",
      "“found on the net” is no stated basis",
      "no address: “nobody” : rows 6",
      "an address in quotes",
      "more than one address",
      "more cells than there are columns : rows 9",
      "without an address : rows 10",
      "Import 4 people",
      "Nobody is mailed",
    ]) {
      expect(told.replace(/ ?: rows/g, " : rows")).toContain(said);
    }
    expect(office.sheet()).toBe(before);
  });

  it("keeps the proof in the shape of forms: basis, words, list and language", () => {
    office.take(
      "email,consent,consent date\nada@example.org,consent: signed in Berlin,2026-01-05\nben@example.org,customer,\ncem@example.org,no,\ndee@example.org,,",
      CONSENT,
    );
    const proofOf = (email: string) => {
      const proof = office.contact(email)?.consent_proof;
      const event = office.eventsOf("imported").find(({ id }) => id === proof);
      return event === undefined ? null : JSON.parse(event.payload).agreed;
    };
    const told = { version: "", page: "“Fair Berlin”", language: "en" };
    expect(proofOf("ada@example.org")).toEqual({
      ...told,
      ...{ basis: "consent", text: "consent: signed in Berlin" },
    });
    expect(office.contact()?.consent_at).toBe(Date.parse("2026-01-05T00:00:00+01:00"));
    expect(proofOf("ben@example.org")).toEqual({ ...told, basis: "customer", text: "customer" });
    expect(proofOf("dee@example.org")).toEqual({ ...told, ...CONSENT_TOLD });
    expect(office.contact("cem@example.org")).toMatchObject({ consent: "NO", consent_proof: "" });
  });
  const CONSENT_TOLD = { basis: "consent", text: CONSENT.words };

  it("shows whoever asks for their data why they were written to, and nobody else's list", () => {
    office.take(TWO, CONSENT);
    openPerson(office.ports);
    const window = newestWindow(office.ports);
    window.type({ named: "ada@example.org" });
    window.press("show");
    expect(window.text()).toContain(`agreed text: ${CONSENT.words}`);
    expect(window.text()).toContain("agreed page: “Fair Berlin”");
    expect(window.text()).not.toContain("column");
  });

  it("does not take a basis for all without words about it", () => {
    expect(office.take(TWO, { basis: "consent" }).said).toContain("in your words");
    expect(office.people()).toEqual([]);
  });

  it("brings into a flow only by choice, the first mails by the ramp", () => {
    const many = Array.from({ length: 30 }, (_, at) => `p${at}@example.org,consent`);
    const text = ["email,consent", ...many, "silent@example.org,"].join("\n");
    office.ports.clock.advance(357);
    expect(office.dry(text, { flow: "geo" }).text()).toContain("due now go until");
    office.take(text, { flow: "geo" });
    const [silent] = office.queue("silent@example.org");
    expect(silent).toMatchObject({ status: "ACTIVE" });
    expect(silent?.why).toBe("imported; geo_2 is blocked: no consent to further mails");
    office.pass(14 * HOUR, 30 * MINUTE);
    expect(office.subjects()).toHaveLength(20);
    office.pass(DAY, HOUR);
    expect(office.subjects()).toHaveLength(30);
    office.pass(3 * DAY, 6 * HOUR);
    expect(office.ports.mailer.sent.filter(({ mail }) => mail.to === "silent@example.org")).toEqual(
      [],
    );
  });

  it("begins a flow of marketing by the ramp, too", () => {
    const many = Array.from({ length: 30 }, (_, at) => `p${at}@example.org`);
    office.take(["email", ...many].join("\n"), { flow: "lite", ...CONSENT });
    office.pass(3 * DAY - HOUR, HOUR);
    expect(office.subjects()).toEqual([]);
    office.pass(12 * HOUR, 15 * MINUTE);
    expect(office.subjects()).toHaveLength(20);
  });

  it("overwrites nothing of who is known: source, consent, name; what was empty is filled in", () => {
    office.geo("ada@example.org", { consent: "", source: "YouTube" });
    office.tick();
    office.take("email,name,phone\nada@example.org,Somebody,+1", CONSENT);
    expect(office.contact()).toMatchObject({
      ...{ name: "Ada", phone: "+1", source: "YouTube", consent: "NO", consent_proof: "" },
      tags: "import:Fair-Berlin",
    });
  });

  it("knows a person by their other address, and makes no second one", () => {
    office.geo("ada@example.org");
    office.tick();
    office.take("email,other email\nada@new.test,ada@example.org");
    expect(office.people()).toHaveLength(1);
  });

  it("brings back nobody who was erased, or has left", () => {
    suppress(office.ports, "ada@example.org", {
      why: "unsubscribed",
      since: office.ports.clock.now(),
    });
    office.geo("ben@example.org");
    office.tick();
    office.ports.store.edit(
      "Contacts",
      office.contact("ben@example.org")?.id ?? "",
      "suppressed",
      "by hand",
    );
    office.take(
      "email,other email\nada@example.org,\nben@example.org,\ncem@example.org,ada@example.org",
      { flow: "lite", ...CONSENT },
    );
    expect(office.contact("ada@example.org")).toBeUndefined();
    expect(office.contact("cem@example.org")?.aliases).toBe("");
    office.pass(10 * DAY, HOUR);
    const to = office.ports.mailer.sent.map(({ mail }) => mail.to);
    expect(to.filter((one) => one === "ada@example.org")).toEqual([]);
    expect(office.queue("ben@example.org").find(({ flow }) => flow === "lite")?.status).toBe(
      "STOPPED",
    );
  });

  it("leaves a payer a payer", () => {
    office.pay("ada@example.org");
    office.tick();
    office.take(TWO, { flow: "lite", ...CONSENT });
    expect(office.queue("ada@example.org")[0]).toMatchObject({ status: "PAID", next_at: null });
  });

  it("gives nothing new the second time", () => {
    office.take(TWO, { flow: "lite", ...CONSENT });
    const once = office.sheet();
    const again = office.dry(TWO, { flow: "lite", ...CONSENT });
    expect(again.text()).toContain("nobody new");
    again.press("write");
    expect(office.sheet()).toBe(once);
  });

  it("takes no thrown-away address where Settings refuse them", () => {
    office.set("disposable", "refuse");
    const told = office.take("email\nada@mailinator.com\nben@example.org").text();
    expect(told).not.toContain("problem");
    expect(office.people().map(({ email }) => email)).toEqual(["ben@example.org"]);
  });

  it("hands out what was refused as a file that opens harmlessly", () => {
    openImport(office.ports);
    const token = /"token":"([^"]+)"/.exec(office.ports.person.shown.at(-1)?.html ?? "")?.[1] ?? "";
    const text = 'email,name\nada@example.org,Ada\n"=HYPERLINK(""x"")",Eve';
    const args = { text, list: "x", flow: "people only", column_email: "email", go: "dry" };
    const { html } = answerDialog(office.ports, DIALOGS, { name: "import", token, args });
    const file = /href="data:text\/csv;charset=utf-8,([^"]+)"/.exec(String(html))?.[1] ?? "";
    const lines = decodeURIComponent(file).replace(/&#39;/g, "'").split("\r\n");
    expect(lines).toEqual([
      "\uFEFFemail,name,why",
      '"\'=HYPERLINK(""x"")",Eve,"no address: “=HYPERLINK(""x"")”"',
      "",
    ]);
  });

  it.each([
    ["nothing", "", "no list yet"],
    ["a quote that is never closed", 'email,name\n"ada@example.org,Ada', "Line 2"],
  ])("says what is wrong with %s", (_, text, said) => {
    expect(office.mapping(text).said).toContain(said);
  });

  it("asks for the column of the address", () => {
    const window = office.mapping("a,b\n1,2");
    window.press("dry");
    expect(window.said).toContain("column with the address");
  });

  it("is only for the owner", () => {
    office.ports.properties.set("owner", "somebody@else.test");
    openImport(office.ports);
    expect(office.ports.person.shown).toEqual([]);
  });
});

describe("every naughty string", () => {
  it("is a name, a note and the name of a list: kept as text, and never another tag or mail", () => {
    const office = new Importing("geo", "lite");
    const file = new URL("../data/blns/blns.json", import.meta.url);
    const naughty = JSON.parse(readFileSync(file, "utf8")) as readonly string[];
    const rows = naughty.map((text, at) => [`n${at}@example.org`, text, text, text, "consent"]);
    const text = writeCsv([["email", "name", "notes", "source", "basis"], ...rows]);
    office.take(text, { flow: "lite" }, "confirmed, age:15 <b>");
    expect(office.people()).toHaveLength(naughty.length);
    const tags = new Set(office.people().flatMap((one) => one.tags.split(/[\s,]+/)));
    expect([...tags]).toEqual(["import:confirmed-age:15-<b>"]);
    office.take(writeCsv([["email", "name"], ...naughty.map((typed) => [typed, "x"])]));
    const cells = office.people().flatMap((one) => Object.values(one).map(String));
    expect(cells.filter((cell) => /^\s*[=+\-@＝＋－＠]/u.test(cell))).toEqual([]);
    const strange = office.people().filter(({ email }) => !/^[^\s,;<>"]+@[^\s,;<>"]+$/.test(email));
    expect(strange).toEqual([]);
  });
});
