// A visitor of the walk: the form they send, in the language the reader has chosen, and how they pay.
import { paidCheckout } from "../stripe/events.ts";
import type { Checkout } from "./pages.ts";
import type { Walk } from "./step.ts";

const people = {
  en: { timezone: "Europe/Berlin", locale: "en" },
  zh: { timezone: "Asia/Shanghai", locale: "zh-CN" },
} as const;

const nobodysCheckout: Checkout = { url: "", name: "", reference: "" };
const laterPrice = "lite_after";

/** The day an instant falls on, as a mail to the walk's visitors writes it. */
export function dayInWords(walk: Walk, instant: string): string {
  const { timezone: timeZone } = people[walk.language];
  const locale = walk.language === "zh" ? "zh-CN" : "en-GB";
  if (Number.isNaN(Date.parse(instant))) return "";
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone });
  return format.format(new Date(instant));
}

interface Visitor {
  readonly email: string;
  readonly name: string;
}

/** Sends a hosted form in as a browser would. Answers the HTTP status. */
export function sendForm(
  walk: Walk,
  form: "geo" | "free_audit" | "lite",
  visitor: Visitor,
): Promise<number> {
  const site = form === "geo" ? {} : { url: "https://shop.walk.test/" };
  const fields = { form, ...visitor, consent: "yes", ...people[walk.language], ...site };
  return walk.control.visitorPosts("", fields);
}

/** Stripe tells of one payment three times. Answers the HTTP status of the last. */
export async function pay(
  walk: Walk,
  { email, name }: Visitor,
  checkout: Checkout = nobodysCheckout,
): Promise<number> {
  const now = Date.parse((await walk.control.status()).now);
  const link = checkout.name === "" ? "" : `plink_local_${checkout.name}`;
  const cents = checkout.name === laterPrice ? 7_900 : 4_900;
  const sale = { seed: `walk${now.toString(36)}`, email, name, cents, link };
  const { reference, url: checkoutUrl } = checkout;
  let status = 0;
  for (const event of paidCheckout({ ...sale, reference, checkoutUrl }, now)) {
    status = (await walk.control.stripe(event)).status;
  }
  return status;
}
