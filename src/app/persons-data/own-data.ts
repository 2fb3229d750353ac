// A reader who asks for their own data on the way back: the link says who, the address they type that it is they.
import type { ContactRow } from "../../../sheets-schema/index";
import { normalAddress } from "../../events/address";
import {
  type BackLink,
  eraseDone,
  eraseQuestion,
  notSaved,
  ownData,
  ownDataAgain,
  type Page,
  tokenProblem,
} from "../../pages/index";
import type { Asked } from "../site";
import { recordStop } from "../stop-event";
import { wantErased } from "./erase-wanted";
import { personFile } from "./person-data";
import { addressesOf, type Whose, whoseIs } from "./person-whose";

export function downloadOwn(asked: Asked, contact: string, link: BackLink): Page {
  return asThemselves(asked, contact, link, (whose) =>
    ownData(asked.site, personFile(asked.ports, asked.kept, whose)),
  );
}

/** The second of two steps: stopped at once, erased by the next run. */
export function eraseOwn(asked: Asked, contact: string, link: BackLink): Page {
  const { ports, kept, now, site } = asked;
  return asThemselves(asked, contact, link, () => {
    if (!recordStop(ports, contact, now, kept)) return notSaved(site);
    wantErased(ports, contact, "reader");
    return eraseDone(site);
  });
}

export function askErase(asked: Asked, contact: string, link: BackLink): Page {
  const typed = asked.parameters.own ?? "";
  return asThemselves(asked, contact, link, () => eraseQuestion(asked.site, link, typed));
}

function asThemselves(
  { ports, site, parameters }: Asked,
  contact: string,
  link: BackLink,
  act: (whose: Whose) => Page,
): Page {
  const all = ports.store.read("Contacts").map(({ cells }) => cells);
  const whose = whoseIs(all, contact);
  if (whose.contacts.length === 0) return tokenProblem(site);
  const typed = parameters.own ?? "";
  const theirs = whose.contacts.some((one) => isTheirs(one, typed));
  return theirs ? act(whose) : ownDataAgain(site, link, typed.slice(0, 254));
}

function isTheirs(contact: ContactRow, typed: string): boolean {
  const address = normalAddress(typed);
  return address !== null && addressesOf(contact).includes(address);
}
