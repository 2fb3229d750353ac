// The offer page: shows the price that holds at this very moment; a press starts the time of somebody known.
import { normalAddress } from "../../events/address";
import { zoneOf } from "../../events/form-post";
import { deadlineFrom, shownAt } from "../../model/offer";
import {
  liteForm,
  notFound,
  notSaved,
  offerBought,
  offerForm,
  offerGone,
  offerLinkProblem,
  offerNotYet,
  offerToAsk,
  offerToBuy,
  type Page,
} from "../../pages/index";
import type { StoredRow } from "../../ports";
import { wholePerson } from "../clean-data/whole-person";
import type { DoorConfig, DoorOffer } from "../doors/door-config";
import { recordEvent } from "../doors/record-event";
import { whoFollowed } from "../links/followed";
import { type Asked, linksOf, visitOf } from "../site";
import { checkoutUrl, offerUrl } from "./offer-link";
import { isBought, type Standing, termsAt, termsForAll, termsOfRow } from "./offer-terms";

interface AskedOffer extends Asked {
  readonly offer: DoorOffer;
}
interface Known {
  readonly contactId: string;
  readonly email: string;
  readonly timeZone: string;
}
type Rows = readonly StoredRow<"Queue">[];

export function showOffer(asked: Asked, door: DoorConfig): Page {
  const offer = offerOf(asked, door);
  if (offer === undefined) return noOffer(asked);
  const look = { ...asked, offer };
  if ((asked.parameters.t ?? "") === "") return publicPage(look);
  const contactId = contactOf(look, offer.offer);
  return contactId === null ? linkProblem(look, door) : knownPage(look, contactId, null);
}

/** The form alone, for a link from elsewhere; with the price where there is one. */
export function showLiteForm(asked: Asked, door: DoorConfig): Page {
  const { ports, site, parameters, now } = asked;
  const offer = door.offers.find((one) => one.offer === "lite");
  const reader = { now, language: site.language, timeZone: "" };
  const standing = offer === undefined ? null : termsForAll(ports, offer, reader);
  return liteForm(site, visitOf(parameters), standing?.terms ?? null);
}

/** The button: recorded once, and answered with the price, its date and the checkout. */
export function receivePress(asked: Asked, door: DoorConfig): Page {
  const offer = offerOf(asked, door);
  if (offer === undefined) return noOffer(asked);
  const look = { ...asked, offer };
  const contactId = contactOf(look, offer.offer);
  if (contactId === null) return linkProblem(look, door);
  const rows = offer.press ? rowsOf(look, contactId) : null;
  if (rows === null || rows.length > 0) return knownPage(look, contactId, rows);
  return freshPress(look, contactId);
}

function freshPress(look: AskedOffer, contactId: string): Page {
  const { ports, kept, site, offer, parameters, now } = look;
  const who: Known = {
    contactId,
    // From our own page: looking both up again would make the reader wait.
    email: normalAddress(parameters.email ?? "") ?? "",
    timeZone: parameters.timezone ?? "",
  };
  const reader = { now, language: site.language, timeZone: who.timeZone };
  const standing = termsAt(ports, offer, deadlineFrom(offer, now), reader);
  if (standing === null) return offerNotYet(site, offer);
  const entry = `press:${offer.offer}`;
  const stored = recordEvent(
    ports,
    {
      source: "page",
      type: entry,
      key: `${entry}:${contactId}:${new Date(now).toISOString().slice(0, 13)}`,
      who: contactId,
      payload: JSON.stringify({
        contact: contactId,
        shown: shownAt(offer, now),
        timeZone: zoneOf(who.timeZone),
      }),
      occurredAt: now,
      stops: false,
    },
    kept,
  );
  return stored ? toBuy(look, standing, who, true) : notSaved(site);
}

function offerOf({ parameters }: Asked, door: DoorConfig): DoorOffer | undefined {
  const named = parameters.p === "offer" ? parameters.o : parameters.p;
  return door.offers.find(({ offer }) => offer === named);
}

/** A token of ours says that there was such an offer. */
function noOffer(asked: Asked): Page {
  const { site, parameters } = asked;
  const ours = contactOf(asked, parameters.o ?? "") !== null;
  return ours ? offerGone(site) : notFound(site);
}

function contactOf(asked: Asked, offer: string): string | null {
  return whoFollowed(`offer:${offer}`, asked);
}

function linkProblem({ site, offer }: AskedOffer, door: DoorConfig): Page {
  return offerLinkProblem(site, offerUrl(linksOf(site, door), offer.offer, "", site.language));
}

function publicPage({ ports, site, offer, parameters, now }: AskedOffer): Page {
  const reader = { now, language: site.language, timeZone: "" };
  const standing = termsForAll(ports, offer, reader);
  if (standing === null) return offerNotYet(site, offer);
  const { terms, link } = standing;
  if (offer.form) return offerForm(site, offer, terms, visitOf(parameters));
  return offerToBuy(site, offer, terms, { checkoutUrl: link, asked: false });
}

/** `found`: the rows, where they are read already. */
function knownPage(look: AskedOffer, contactId: string, found: Rows | null): Page {
  const { ports, site, offer, now } = look;
  const whole = wholePerson(ports, contactId);
  if (whole === null) return publicPage(look);
  const { contact, ids } = whole;
  const own = found ?? rowsOf(look, contactId);
  const others = ids.filter((id) => id !== contactId).flatMap((id) => rowsOf(look, id));
  const rows = [...own, ...others].map(({ cells }) => cells);
  if (isBought(offer.offer, contact, rows)) return offerBought(site, offer);
  const who = {
    contactId,
    email: normalAddress(contact.email) ?? "",
    timeZone: contact.time_zone,
  };
  const reader = { now, language: site.language, timeZone: who.timeZone };
  // The time starts once per person and offer: the row that has it counts.
  const row = rows.find((one) => one.offer_deadline !== null || one.promised !== "") ?? rows[0];
  const standing =
    row === undefined ? termsForAll(ports, offer, reader) : termsOfRow(ports, offer, row, reader);
  if (standing === null) return offerNotYet(site, offer);
  if (row !== undefined || !offer.press) return toBuy(look, standing, who, false);
  const presser = { token: look.parameters.t ?? "", email: who.email, timeZone: who.timeZone };
  return offerToAsk(site, offer, standing.terms, presser);
}

function toBuy(
  { site, offer }: AskedOffer,
  { terms, link }: Standing,
  { contactId, email }: Known,
  asked: boolean,
): Page {
  const url = checkoutUrl(link, contactId, email);
  return offerToBuy(site, offer, terms, { checkoutUrl: url, asked });
}

function rowsOf({ ports, offer }: AskedOffer, contactId: string): Rows {
  if (offer.flow === "") return [];
  return ports.store.find("Queue", "id", `${contactId}.${offer.flow}.`);
}
