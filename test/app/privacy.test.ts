// The public page about people's data: what Register says, in both languages, and the links that lead there (R188).
import { beforeEach, describe, expect, it } from "vitest";
import { showPage } from "../../src/app/doors/show-page";
import { SITE_FORMS, siteForm } from "../../src/pages/index";
import { naughtyStrings } from "../contract/naughty-strings";
import { MemoryOffice, OWNER } from "./memory-office";
import { htmlOf, words } from "./offer-visit";

let office: MemoryOffice;
beforeEach(() => {
  office = new MemoryOffice();
});
const request = { method: "GET", body: "", contentType: "", contentLength: 0 } as const;
function show(parameters: Readonly<Record<string, string>>): string {
  return htmlOf(showPage(office.ports, { ...request, parameters }, ""));
}
const privacy = (l: "en" | "zh") => show({ p: "privacy", l });
const register = (entry: string, column: "what" | "shown" | "kept", value: string) =>
  office.ports.store.edit("Register", entry, column, value);

describe("the page", () => {
  it("names who answers for the data, what is kept where, and how a person uses their rights", () => {
    const page = words(privacy("en"));
    expect(page).toContain("Ling · 1 Lane, Town");
    expect(page).toContain("ling@shop.test");
    expect(page).toContain("Our spreadsheet (Google Sheets)");
    expect(page).toContain("Payments (Stripe)");
    expect(page).toContain("Erase it: on the same page, in two steps");
    expect(page).toContain("Complain to the authority");
  });

  it("speaks the reader's language where nobody has changed the words", () => {
    const page = words(privacy("zh"));
    expect(page).toContain("我们的电子表格（Google Sheets）");
    expect(page).not.toContain("Our spreadsheet");
  });

  it("says what the owner wrote, in whichever language it stands", () => {
    register("sheet", "what", "Nur die Adresse");
    for (const language of ["en", "zh"] as const) {
      expect(words(privacy(language))).toContain("Nur die Adresse");
    }
  });

  it("shows a region once its owner has looked at it, and hides what is NO", () => {
    expect(privacy("en")).not.toContain("European Union");
    register("EU", "shown", "YES");
    register("site", "shown", "NO");
    const page = words(privacy("en"));
    expect(page).toMatch(/By region.*European Union/s);
    expect(page).not.toContain("The site a form stands on");
  });

  it("says how long, as Settings keep has it", () => {
    expect(words(privacy("en"))).toContain("How long: until you or we erase it");
    office.set("keep", "Contacts 2 y, Events 90 d");
    const page = words(privacy("en"));
    expect(page).toContain("nobody has heard of for 730 days");
    expect(page).toContain("pressed goes after 90 days; until you or we erase it");
  });

  it("is small, has no script, changes nothing, and names the mailbox where no other address is set", () => {
    office.set("reply_to", "");
    const before = JSON.stringify([...office.ports.properties.values]);
    const page = privacy("en");
    expect(Buffer.byteLength(page)).toBeLessThan(30_000);
    expect(page).not.toContain("<script");
    expect(page).toContain(`mailto:${OWNER}`);
    expect(JSON.stringify([...office.ports.properties.values])).toBe(before);
  });

  it("says what is shipped where the rows are gone", () => {
    const ids = office.ports.store.rows("Register").map(({ entry }) => entry);
    office.ports.store.remove("Register", ids);
    expect(words(privacy("zh"))).toContain("付款（Stripe）");
  });

  it("shows naughty words as they were typed", () => {
    register("sheet", "what", "plain");
    const plain = privacy("en").split("<").length;
    // Whole groups at once: what one of them opens, another would have to close.
    for (let at = 0; at < naughtyStrings.length; at += 20) {
      register("sheet", "what", naughtyStrings.slice(at, at + 20).join(" "));
      expect(privacy("en").split("<").length, String(at)).toBe(plain);
    }
  });
});

describe("a link to it", () => {
  it("stands in both parts of every mail, in its language, once there is a web app", () => {
    office.geo();
    office.geo("zhang@example.org", { locale: "zh" });
    office.tick();
    const to = (start: string) =>
      office.ports.mailer.sent.find(({ mail }) => mail.to.startsWith(start))?.mail;
    const [english, chinese] = [to("ada"), to("zhang")];
    expect(english?.text).toMatch(/\nPrivacy: https:\S+\?p=privacy&l=en\n/);
    expect(english?.html).toMatch(/\?p=privacy&amp;l=en"[^>]*>Privacy</);
    expect(chinese?.text).toMatch(/\n隐私说明: https:\S+\?p=privacy&l=zh\n/);
    const bare = new MemoryOffice();
    bare.set("web_app_url", "");
    bare.geo();
    bare.tick();
    expect(bare.ports.mailer.sent[0]?.mail.text).not.toContain("rivacy");
  });

  it("stands at every form, ours and those on the owner's site", () => {
    for (const p of ["geo", "free_audit", "lite_form"]) {
      expect(show({ p, l: "zh" })).toMatch(/p=privacy&amp;l=zh"/);
    }
    for (const form of SITE_FORMS) {
      expect(siteForm("https://x.test/exec", form, "en")).toContain(
        'href="https://x.test/exec?p=privacy&amp;l=en"',
      );
    }
  });
});
