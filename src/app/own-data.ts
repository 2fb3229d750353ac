// A reader who asks for their own data on the way back: the link says who, the address they type that it is they.
import type { ContactRow } from "../../sheets-schema/index";
import { normalAddress } from "../events/address";
import { type BackLink, ownData, ownDataAgain, type Page, tokenProblem } from "../pages/index";
import type { Asked } from "./offer-page";
import { personFile } from "./person-data";
import { addressesOf, type Whose, whoseIs } from "./person-whose";

export function downloadOwn(asked: Asked, contact: string, link: BackLink): Page {
  return asThemselves(asked, contact, link, (whose) =>
    ownData(asked.site, personFile(asked.ports, asked.kept, whose)),
  );
}

function asThemselves(
  { ports, site, parameters }: Asked,
  contact: string,
  link: BackLink,
  act: (whose: Whose) => Page,
): Page {
  const all = ports.store.read("Contacts").map(({ cells }) => cells);
  const whose = whoseIs(all, contact);
  const [first] = whose.contacts;
  if (first === undefined) return tokenProblem(site);
  const typed = parameters.own ?? "";
  return isTheirs(first, typed) ? act(whose) : ownDataAgain(site, link, typed.slice(0, 254));
}

function isTheirs(contact: ContactRow, typed: string): boolean {
  const address = normalAddress(typed);
  return address !== null && addressesOf(contact).includes(address);
}
