// One person under two addresses in an office, and the window that joins and parts them.
import { audited } from "../../src/app/audit/audit";
import { openDuplicates } from "../../src/app/dialogs/duplicates";
import { FounderOffice } from "./founder-office";
import { HOUR } from "./memory-office";
import { newestWindow } from "./open-window";

export const ADA = "ada@example.org";
export const SHOP = "ada+shop@example.org";
export const BOB = "bob@example.org";

export function twoAddresses(...flows: readonly string[]): FounderOffice {
  const office = new FounderOffice(...(flows.length === 0 ? ["geo", "lite"] : flows));
  office.geo(ADA);
  office.geo(BOB);
  office.pass(HOUR, 20 * 60_000);
  office.geo(SHOP);
  office.pass(HOUR, 20 * 60_000);
  return office;
}
export const contactOf = (office: FounderOffice, email: string) => {
  const found = office.contact(email);
  if (found === undefined) throw new Error(`nobody is ${email}`);
  return found;
};
export function window(office: FounderOffice) {
  openDuplicates(office.ports);
  return newestWindow(office.ports);
}
/** The pair as the window names it. */
export const pairOf = (office: FounderOffice, kept = ADA, other = SHOP) =>
  `${contactOf(office, kept).id} ${contactOf(office, other).id}`;
export function press(
  office: FounderOffice,
  go: "join" | "part" | "apart",
  pair = pairOf(office),
): string {
  const open = window(office);
  open.type({ pair });
  open.press(go);
  return open.said;
}
export const rowOf = (office: FounderOffice, person: string, flow = "geo") => {
  const { id } = contactOf(office, person);
  const row = office.ports.store.rows("Queue").find((one) => one.id.startsWith(`${id}.${flow}.`));
  if (row === undefined) throw new Error(`${person} has no row in ${flow}`);
  return row;
};
export const mailsTo = (office: FounderOffice, address: string) =>
  office.ports.mailer.sent.filter(({ mail }) => mail.to === address).length;
export function stopLinkOf(office: FounderOffice, address: string) {
  const mail = office.ports.mailer.sent.find(({ mail: { to } }) => to === address)?.mail.text ?? "";
  const query = /https:\S+\?(p=stop\S+)/.exec(mail)?.[1] ?? "";
  return Object.fromEntries(new URLSearchParams(query));
}
export const differences = ({ ports }: FounderOffice) =>
  audited(ports, ports.properties.all()).differences.map(({ stands, cells }) => [
    stands.row.id,
    stands.row.status,
    cells,
  ]);
/** What a person would see of everybody, times and words of `why` aside. */
export const standing = ({ ports }: FounderOffice) => ({
  contacts: ports.store.rows("Contacts").map(({ rows, ...cells }) => cells),
  queue: ports.store.rows("Queue").map(({ id, email, status, stage, next_step, paid }) => ({
    id,
    email,
    status,
    stage,
    next_step,
    paid,
  })),
});
