// A file of ours that somebody saves as CSV and opens elsewhere: no cell that a stranger has filled begins as a formula does.
import { expect, it } from "vitest";
import { TABS, type TabName } from "../../sheets-schema/index";
import { readMailbox } from "../../src/events/address";
import { phoneLine, plainLine } from "../../src/model/one-line";
import { MemoryOffice } from "./memory-office";

const FORMULAS = [
  '=HYPERLINK("http://evil.test","x")',
  "=cmd|' /C calc'!A0",
  "+cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "\t=1+1",
  " =1+1",
  "== +=1+1",
  "＝1+1",
];
const FIELDS = "form name phone url source utm_source locale timezone user_id device_id page leave";

/** In every field of a form, as an address, as a form's name, and as the name on a payment. */
function typed(office: MemoryOffice, text: string, at: number): void {
  const fields = Object.fromEntries(FIELDS.split(" ").map((name) => [name, text]));
  const good = { form: "geo", consent: "yes" };
  office.post({ ...fields, ...good, email: `f${at}@example.org` });
  office.post({ ...fields, ...good, email: text });
  office.post({ ...fields, email: "ada@example.org" });
  const customer_details = { email: `p${at}@example.org`, name: text };
  office.pay(`p${at}@example.org`, `evt_${at}`, { customer_details });
  office.pay("", `evt_nobody_${at}`, { customer_details: { email: null, name: text } });
}

it("no cell of any tab does, whatever strangers type at every door", () => {
  const office = new MemoryOffice();
  FORMULAS.forEach((text, at) => void typed(office, text, at));
  office.pass(180_000);
  const cells = (Object.keys(TABS) as TabName[]).flatMap((tab) =>
    office.ports.store
      .rows(tab)
      .flatMap((row) =>
        Object.entries(row).map(([column, value]) => ({ at: `${tab}.${column}`, value })),
      ),
  );
  const found = cells.filter(({ value }) => /^[\s]*[=+\-@＝＋－＠\t\r]/u.test(String(value ?? "")));
  expect(found).toEqual([]);
  const names = office.ports.store.rows("Contacts").map(({ name }) => name);
  expect(names).toContain("cmd|' /C calc'!A0");
});

it("a phone keeps its plus, a name its own signs", () => {
  expect(phoneLine("+49 170 123")).toBe("+49 170 123");
  expect(phoneLine("+cmd|x")).toBe("cmd|x");
  expect(phoneLine("=+49 1")).toBe("49 1");
  expect(plainLine("Jean-Luc + Ada = 2")).toBe("Jean-Luc + Ada = 2");
});

it.each(["=a@example.org", "+cmd|x!a@example.org", "-2|b!c@example.org"])(
  "%s is no address",
  (address) => {
    expect(readMailbox(address)).toBe("malformed");
  },
);

it.each(["+a@example.org", "-a@example.org", "a=b@example.org"])("%s is one", (address) => {
  expect(readMailbox(address)).toMatchObject({ address });
});
