// What people of the month do themselves: ask, open the links of their mails, press, buy, leave.
import { expiredCheckout, failedPayment, paidCheckout } from "../stripe/events.ts";
import { type Sale, sessionOf } from "../stripe/sale.ts";
import { checkoutOf, linksOf, readForm } from "../tour/pages.ts";
import type { Person } from "./cast.ts";
import type { Doors } from "./doors.ts";

export type Deed = (doors: Doors, person: Person) => void;

type Form = "geo" | "free_audit" | "lite";
type Offer = "lite" | "course";

const CENTS: Readonly<Record<string, number>> = { lite: 4_900, lite_after: 7_900, course: 59_000 };

export const asks =
  (form: Form, { consent = true } = {}): Deed =>
  (doors, person) => {
    const { name, email, zone: timezone, locale, site, origin } = person;
    const url = form === "geo" ? {} : { url: site };
    const ticked = consent ? { consent: "yes" } : {};
    doors.post("", { form, email, name, timezone, locale, ...origin, ...url, ...ticked });
  };

/** The button on the offer page, reached by the person's own link. */
export const presses =
  (offer: Offer): Deed =>
  (doors, person) => {
    const { query, fields } = readForm(doors.get(ownLink(doors, person, offer)));
    doors.post(query, fields);
  };

/** Opens the page and pays at the price it shows, or at the one of a checkout opened before. */
export const buys =
  (offer: Offer): Deed =>
  (doors, person) => {
    const sale = doors.sales.get(person.email) ?? openedSale(doors, person, offer);
    doors.sales.set(person.email, sale);
    doors.stripe(paidCheckout(sale, doors.now()));
  };

export const opensCheckout =
  (offer: Offer): Deed =>
  (doors, person) => {
    doors.sales.set(person.email, openedSale(doors, person, offer));
  };

export const leavesCheckout =
  (offer: Offer): Deed =>
  (doors, person) => {
    doors.stripe(expiredCheckout(openedSale(doors, person, offer), doors.now()));
  };

/** The checkout stays open: another card could still do it. */
export const paymentFails =
  (offer: Offer): Deed =>
  (doors, person) => {
    const sale = openedSale(doors, person, offer);
    doors.sales.set(person.email, sale);
    const openedAt = Math.floor(doors.now() / 1_000);
    doors.atStripe(sessionOf(sale, openedAt, { status: "open", paymentStatus: "unpaid" }));
    doors.stripe(failedPayment(sale, doors.now()));
  };

export const leavesForGood: Deed = (doors, person) => {
  const link = linksOf(doors.mailsTo(person.email), "stop")[0];
  if (link === undefined) throw new Error("no mail with a link to stop");
  const { query, fields } = readForm(doors.get(link));
  doors.post(query, fields);
};

export function openedSale(doors: Doors, person: Person, offer: Offer): Sale {
  const known = linksOf(doors.mailsTo(person.email), "offer", offer)[0];
  const checkout = checkoutOf(doors.get(known ?? `p=${offer}`));
  return {
    seed: doors.newId(),
    email: person.email,
    name: person.name,
    cents: CENTS[checkout.name] ?? 0,
    link: `plink_local_${checkout.name}`,
    reference: checkout.reference,
    checkoutUrl: checkout.url,
  };
}

function ownLink(doors: Doors, person: Person, offer: Offer): string {
  const link = linksOf(doors.mailsTo(person.email), "offer", offer)[0];
  if (link === undefined) throw new Error(`no mail with a link to ${offer}`);
  return link;
}
