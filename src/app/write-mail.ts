// One planned mail in words: its template in the reader's language, the values it may name, the frame, the address.
import type { SendRow, TemplateRow } from "../../sheets-schema/index";
import { templateOf } from "../cadence/choose-words";
import type { DueSend } from "../cadence/due-sends";
import { chooseTemplate } from "../content/choose-template";
import { greetingName } from "../content/greeting-name";
import { frameMail } from "../content/mail-frame";
import { renderTemplate } from "../content/render";
import type { Values } from "../content/values";
import { contactIdOf } from "../model/enrollment";
import { type Offer, offerOfFlow, readPromise, rowPrice } from "../model/offer";
import { type Reason, reason } from "../model/reason";
import { sendToken, tokenLine } from "../model/send-token";
import type { Language, OutgoingMail } from "../ports";
import { checkoutUrl, offerToken, offerUrl } from "./offer-link";
import type { PaymentNow } from "./payment-now";
import type { Planning } from "./plan";
import { promisedDate } from "./promised-date";
import { stopToken, stopUrl } from "./stop-link";

export interface WrittenMail {
  readonly mail: OutgoingMail;
  readonly token: string;
  /** Template and language, for the Sends row. */
  readonly template: string;
}

/** `payment`: how the payment stands that the mail is about; null: it is about none. */
export function writeMail(
  planning: Planning,
  due: DueSend,
  payment: PaymentNow | null,
): WrittenMail | Reason {
  const { ports, office, now, secret } = planning;
  const { settings } = office;
  const { row } = due.enrollment;
  // Only words that take turns ask what went before.
  const takesTurns = due.step.templates.length > 1 && due.step.sentOn === "stage";
  const lately = takesTurns ? sentLately(planning.sent, row.id) : [];
  const name = templateOf(due.step, due.enrollment, lately);
  const template = chooseTemplate(office.templates, name, row.locale, settings.language);
  if (template === null) {
    const what = `Templates has no row for ${name}`;
    return reason("templateFault", { step: due.step.step, what });
  }
  const stop =
    settings.webAppUrl === ""
      ? null
      : stopUrl(
          settings.webAppUrl,
          stopToken(contactIdOf(row.id), now, secret, ports.secrets),
          row.locale,
        );
  const rendered = renderTemplate(template, valuesOf(planning, due, template, payment, stop ?? ""));
  if (!rendered.ok) {
    const what = `${template.template} (${template.locale}): ${rendered.words[settings.language]}`;
    return reason("templateFault", { step: due.step.step, what });
  }
  const token = sendToken(due.key, (message) => ports.secrets.hmac(message, secret));
  const framed = frameMail(rendered, {
    locale: template.locale,
    senderName: settings.senderName,
    postalAddress: settings.postalAddress,
    stopUrl: stop,
    tokenLine: tokenLine(token),
  });
  const mail = addressed(planning, row.email, rendered.subject, framed);
  return { mail, token, template: `${template.template} ${template.locale}` };
}

/** Names of the templates this row was sent, the latest last. */
function sentLately(sent: ReadonlyMap<string, SendRow>, enrollment: string): readonly string[] {
  return [...sent.values()]
    .filter((row) => row.enrollment === enrollment && row.sent_at !== null)
    .sort((a, b) => (a.sent_at ?? 0) - (b.sent_at ?? 0))
    .map(({ template }) => template.split(" ")[0] ?? "");
}

/** REHEARSAL: every mail goes to the owner and says whom it was for (design 4.10). */
function addressed(
  { office, owner }: Planning,
  to: string,
  subject: string,
  parts: { readonly text: string; readonly html: string },
): OutgoingMail {
  const { settings } = office;
  const live = settings.mode === "LIVE";
  return {
    to: live ? to : owner,
    fromName: settings.senderName,
    replyTo: settings.replyTo || owner,
    subject: live ? subject : `[for ${to}] ${subject}`,
    ...parts,
  };
}

function valuesOf(
  planning: Planning,
  due: DueSend,
  template: TemplateRow,
  payment: PaymentNow | null,
  stop: string,
): Values {
  const { office, book } = planning;
  const { row, offer: paidFor } = due.enrollment;
  const { settings, offers } = office;
  const offer = offers.get(paidFor) ?? offerOfFlow(offers, row.flow);
  const pages = [...offers.keys()].map((name) => [name, pageOf(planning, due, name)] as const);
  return {
    name: greetingName(row.name),
    email: row.email,
    links: {
      ...Object.fromEntries(pages),
      download: settings.geoDownloadUrl,
      stop,
      offer: offer === null ? "" : pageOf(planning, due, offer.offer),
      checkout: payment === null ? "" : recoveryLink(planning, due, payment),
      result: row.result_url,
      delivery: offer?.deliveryLink ?? "",
    },
    sender: { name: settings.senderName },
    contact: { website: book.contact(contactIdOf(row.id))?.website ?? "" },
    offer: offer === null ? {} : offerValues(planning, due, offer, languageOf(template.locale)),
    payment: { amount: payment?.kind === "open" ? payment.amount : "" },
    result_url: row.result_url,
    why_now: template.why_now,
    cost_of_not: template.cost_of_not,
  };
}

function languageOf(locale: string): Language {
  return /^zh\b/i.test(locale) ? "zh" : "en";
}

/** The reader's own page: text, link and price agree at the moment of the click (design 4.4). */
function pageOf({ ports, office, now, secret }: Planning, due: DueSend, offer: string): string {
  const { webAppUrl } = office.settings;
  if (webAppUrl === "") return "";
  const { row } = due.enrollment;
  const token = offerToken(contactIdOf(row.id), offer, now, secret, ports.secrets);
  return offerUrl(webAppUrl, offer, token, row.locale);
}

/** The first link that exists: Stripe's own, the offer's checkout, the owner's (design 4.1). */
export function recoveryLink(
  { office, now }: Planning,
  { enrollment }: DueSend,
  payment: PaymentNow,
): string {
  if (payment.kind === "open" && payment.link !== "") return payment.link;
  const { row } = enrollment;
  const offer = office.offers.get(enrollment.offer);
  const link = offer === undefined ? "" : rowPrice(row, offer, now).link;
  if (link !== "") return checkoutUrl(link, contactIdOf(row.id), row.email);
  return office.settings.recoveryUrl;
}

function offerValues(
  { ports, book, now }: Planning,
  { enrollment }: DueSend,
  offer: Offer,
  language: Language,
): Values {
  const { row } = enrollment;
  const { after } = readPromise(row.promised) ?? offer;
  const deadline = row.offer_deadline;
  const runs = deadline !== null && now < deadline;
  const zone = book.contact(contactIdOf(row.id))?.time_zone ?? "";
  return {
    name: offer.name,
    price: rowPrice(row, offer, now).price,
    price_after: deadline === null ? "" : after.price,
    deadline: runs ? promisedDate(ports, deadline, zone, language) : "",
  };
}
