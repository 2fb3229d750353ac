// One person's data handed over whole: from the menu by the owner, and on the way back by the person.
import { describe, expect, it } from "vitest";
import { openPerson } from "../../src/app/dialogs/person";
import { personFile } from "../../src/app/persons-data/person-data";
import { holds, whoseIs } from "../../src/app/persons-data/person-whose";
import { personDocument } from "../../src/pages/person-file";
import { DAY, MemoryOffice, MINUTE, OWNER } from "./memory-office";
import { htmlOf } from "./offer-visit";
import { newestWindow } from "./open-window";

const ADA = "ada@example.org";
const ADAM = "bada@example.org";

/** Two people who asked for the pack, one of whom has paid. */
function twoPeople(): MemoryOffice {
  const office = new MemoryOffice();
  office.geo(ADA, { name: "Ada <b>Lovelace</b>", timezone: "Asia/Shanghai" });
  office.geo(ADAM, { name: "Adam" });
  office.pass(3 * DAY, 30 * MINUTE);
  office.pay(ADA);
  office.tick();
  return office;
}

function fileOf({ ports }: MemoryOffice, named: string) {
  return personFile(ports, ports.properties.all(), whoseIs(ports.store.rows("Contacts"), named));
}

function backLink({ ports }: MemoryOffice): Readonly<Record<string, string>> {
  const text = ports.mailer.sent.find(({ mail }) => mail.to === ADA)?.mail.text ?? "";
  const query = /https:\S+\?(p=back\S+)/.exec(text)?.[1] ?? "";
  return Object.fromEntries(new URLSearchParams(query));
}

describe("the file", () => {
  it("holds every row of the person and none of another's", () => {
    const { sections } = fileOf(twoPeople(), ADA);
    const count = (tab: string) => sections.filter((one) => one.tab === tab).at(-1)?.rows.length;
    expect(count("Contacts")).toBe(1);
    expect(count("Sends")).toBeGreaterThan(0);
    expect(count("Events")).toBeGreaterThan(1);
    expect(sections.find(({ what }) => what === "consent")?.rows).toHaveLength(1);
    expect(JSON.stringify(sections)).not.toContain(ADAM);
  });

  it("is found by id as well, and by an address in other letters", () => {
    const office = twoPeople();
    const id = office.contact(ADA)?.id ?? "";
    const one = fileOf(office, ADA);
    expect(fileOf(office, id)).toEqual(one);
    expect(fileOf(office, "ADA@Example.org")).toEqual(one);
  });

  it("opens harmlessly: what somebody typed is text", () => {
    const page = personDocument("en", fileOf(twoPeople(), ADA));
    expect(page).toContain("Ada &lt;b&gt;Lovelace");
    expect(page).not.toContain("<b>Lovelace");
  });

  it("says what somebody agreed to in plain lines", () => {
    const page = personDocument("en", fileOf(twoPeople(), ADA));
    expect(page).toContain("consent: true<br>");
    expect(page).not.toContain("{&quot;");
  });

  it("tells where a mark is only a part of another", () => {
    expect(holds('"ada@example.org"', ADA)).toBe(true);
    expect(holds(`${ADAM} x${ADA}`, ADA)).toBe(false);
    expect(holds(`${ADA}.cn`, ADA)).toBe(false);
    expect(holds(`${ADA}.cn or ${ADA}.`, ADA)).toBe(true);
  });
});

describe("the window", () => {
  it("shows it to the owner, who may save it", () => {
    const office = twoPeople();
    openPerson(office.ports);
    const window = newestWindow(office.ports);
    window.type({ named: ADA });
    const { html = "" } = window.press("show");
    expect(window.text()).toContain("Lovelace");
    expect(html).toContain('download="my-data.json"');
  });

  it("takes no name for an address", () => {
    const office = twoPeople();
    openPerson(office.ports);
    const window = newestWindow(office.ports);
    window.type({ named: "Ada" });
    window.press("show");
    expect(window.said).toContain("neither an address nor an id");
  });

  it("is closed to any other account", () => {
    const office = twoPeople();
    openPerson(office.ports);
    const window = newestWindow(office.ports);
    office.ports.person.user = "somebody@else.test";
    window.type({ named: ADA });
    expect(window.press("show").html).toBeUndefined();
    office.ports.person.user = OWNER;
  });
});

describe("the reader", () => {
  const asked = (office: MemoryOffice, more: Readonly<Record<string, string>>) =>
    htmlOf(office.post({ ...backLink(office), w: "download", ...more }));

  it("sees their own data for their address, and nothing is written", () => {
    const office = twoPeople();
    const before = JSON.stringify(office.ports.store.rows("Events"));
    const page = asked(office, { own: " Ada@example.org" });
    expect(page).toContain("my-data.html");
    expect(page).toContain("Lovelace");
    expect(page).not.toContain(ADAM);
    expect(JSON.stringify(office.ports.store.rows("Events"))).toBe(before);
  });

  it("is shown nothing for another's address, in the page's language", () => {
    const office = twoPeople();
    for (const own of [ADAM, "", "ada"]) expect(asked(office, { own })).not.toContain("Lovelace");
    expect(asked(office, { own: ADAM, l: "zh" })).toContain("这不是收到这些邮件的邮箱");
  });

  it("is shown nothing for a link that is not theirs", () => {
    const office = twoPeople();
    const t = `${backLink(office).t}0`;
    expect(asked(office, { own: ADA, t })).not.toContain("Lovelace");
  });
});
