// Whom a mail goes to is never a slip of the hand: addresses corrected in Contacts, blocks pasted over machine columns.
import { describe, expect, it } from "vitest";
import { DAY, HOUR, MemoryOffice } from "./memory-office";

const PEOPLE = ["ada", "bob", "cem", "dee", "eva"].map((name) => `${name}@example.org`);

function begun(): MemoryOffice {
  const office = new MemoryOffice();
  for (const email of PEOPLE) office.geo(email);
  office.tick();
  return office;
}

function edits(
  office: MemoryOffice,
  tab: "Contacts" | "Queue",
  id: string,
  cell: string,
  to: string,
) {
  office.ports.store.edit(tab, id, cell as never, to as never);
  office.ports.properties.set("stop_mark", `${id} ${to}`);
}

const contactId = (office: MemoryOffice, email: string) => office.contact(email)?.id ?? "";
const sentTo = (office: MemoryOffice) => office.ports.mailer.sent.map(({ mail }) => mail.to);
const strangers = (office: MemoryOffice) => sentTo(office).filter((to) => !PEOPLE.includes(to));

describe("an address corrected in Contacts", () => {
  it("is where the mails go from then on; the Queue follows, the old one stays an alias", () => {
    const office = begun();
    const id = contactId(office, "ada@example.org");
    edits(office, "Contacts", id, "email", " Ada@Right.example ");
    office.tick();
    expect(office.contact("ada@right.example")).toMatchObject({ id, aliases: "ada@example.org" });
    expect(office.row("ada@right.example")).toMatchObject({ status: "ACTIVE", stage: 1 });
    expect(office.lastEvent()).toMatchObject({ type: "reader.address", outcome: "APPLIED" });
    office.pass(49 * HOUR, HOUR);
    expect(sentTo(office)).toContain("ada@right.example");
  });

  it.each(["not an address", "", "bob@example.org"])("%j is put back with a note", (to) => {
    const office = begun();
    const id = contactId(office, "ada@example.org");
    edits(office, "Contacts", id, "email", to);
    office.tick();
    expect(office.contact("ada@example.org")?.id).toBe(id);
    office.pass(49 * HOUR, HOUR);
    expect(sentTo(office).filter((one) => one === "ada@example.org")).toHaveLength(2);
    expect(strangers(office)).toEqual([]);
  });

  it("is no way to sort one column alone: more than three at once are put back", () => {
    const office = begun();
    const ids = PEOPLE.map((email) => contactId(office, email));
    ids.forEach((id, at) => {
      edits(office, "Contacts", id, "email", `x${at}@stranger.example`);
    });
    office.tick();
    expect(ids.map((id, at) => contactId(office, PEOPLE[at] ?? "") === id)).not.toContain(false);
    office.pass(3 * DAY, HOUR);
    expect(strangers(office)).toEqual([]);
    expect(sentTo(office)).toHaveLength(10);
  });
});

describe("a block pasted over the Queue's address or flow", () => {
  it("is put back, and nobody gets another's mail", () => {
    const office = begun();
    const rows = PEOPLE.map((email) => office.row(email).id);
    rows.forEach((id, at) => {
      edits(office, "Queue", id, "email", `x${at}@stranger.example`);
      edits(office, "Queue", id, "flow", "lite");
    });
    office.tick();
    expect(PEOPLE.map((email) => office.row(email).flow)).toEqual(PEOPLE.map(() => "geo"));
    office.pass(3 * DAY, HOUR);
    expect(strangers(office)).toEqual([]);
    expect(sentTo(office)).toHaveLength(10);
  });
});
