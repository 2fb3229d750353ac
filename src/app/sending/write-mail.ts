// One planned mail in words: its template in the reader's language, the values it may name, the frame, the address.
import type { QueueRow, RegionRow, SendRow, TemplateRow } from "../../../sheets-schema/index";
import { templateOf } from "../../cadence/choose-words";
import type { DueSend } from "../../cadence/due-sends";
import { chooseTemplate } from "../../content/choose-template";
import { greetingName } from "../../content/greeting-name";
import { frameMail } from "../../content/mail-frame";
import { tooPersonal } from "../../content/personal-values";
import { type Rendered, type RenderedMail, renderTemplate } from "../../content/render";
import type { Values } from "../../content/values";
import { normalAddress } from "../../events/address";
import { contactIdOf, type Enrollment } from "../../model/enrollment";
import { languageOf } from "../../model/locale";
import type { Leave } from "../../model/mail";
import { type Offer, offerOfFlow, readPromise, rowPrice } from "../../model/offer";
import { privacyUrl } from "../../model/privacy-url";
import { type Reason, reason } from "../../model/reason";
import { sendToken, tokenLine } from "../../model/send-token";
import type { Language, OutgoingMail } from "../../ports";
import { TEMPLATE_FAULTS } from "../../words/template-faults";
import { linkBaseOf } from "../links/link-base";
import { stopToken, stopUrl } from "../links/stop-link";
import { mustConfirm } from "../must-confirm";
import { checkoutUrl, offerToken, offerUrl } from "../offers/offer-link";
import { readerRegion } from "../reader-region";
import type { PaymentNow } from "../stripe/payment-now";
import { backToken, backUrl } from "../way-back/way-back-link";
import { asksWhoItIs, mustAsk, topicOf, withQuestion, yesLinks } from "./mail-asks";
import type { Planning } from "./plan";
import { promisedDate } from "./promised-date";

/** What a header can hold between its angle brackets. */
const HEADER_URL = /^[!-;=?-~]{1,900}$/;

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
  const { ports, office, secret } = planning;
  const { settings } = office;
  const { row } = due.enrollment;
  // Only words that take turns ask what went before.
  const takesTurns = due.step.templates.length > 1 && due.step.sentOn === "stage";
  const lately = takesTurns ? sentLately(planning.sent, row.id) : [];
  const name = templateOf(due.step, due.enrollment, lately);
  const chosen = chooseTemplate(office.templates, name, row.locale, settings.language);
  if (chosen === null) {
    const what = TEMPLATE_FAULTS.noRow(name);
    return reason("templateFault", { step: due.step.step, what });
  }
  const asks = mustAsk(due, chosen) && mustConfirm(planning, due.enrollment);
  const template = asks ? withQuestion(chosen) : chosen;
  const token = sendToken(due.key, (message) => ports.secrets.hmac(message, secret));
  const region = due.step.class === "marketing" ? readerRegion(planning, due.enrollment) : null;
  const worded = wordMail(asIn(region, planning), due.enrollment, template, {
    payment,
    tokenLine: tokenLine(token),
  });
  const wrong = worded.ok ? tooPersonal(template, settings.personalMax) : worded.words;
  if (!worded.ok || wrong !== null) {
    const what = `${template.template} (${template.locale}): ${wrong?.[settings.language] ?? ""}`;
    return reason("templateFault", { step: due.step.step, what });
  }
  const subject = `${region?.subject_mark ?? ""} ${worded.subject}`.trim();
  const mail = addressed(planning, row.email, { ...worded, subject });
  const leave = leaveOf(planning, row);
  const named = `${template.template} ${template.locale}`;
  return { mail: leave === null ? mail : { ...mail, leave }, token, template: named };
}

/** With the postal address that readers of the region are to see. */
function asIn(region: RegionRow | null, planning: Planning): Planning {
  const postalAddress = region?.postal_address ?? "";
  if (postalAddress === "") return planning;
  const { office } = planning;
  return { ...planning, office: { ...office, settings: { ...office.settings, postalAddress } } };
}

/** A page of the owner's own takes no post: mail programs go to the web app itself. */
function leaveOf(
  { ports, office, now, linkSecret, owner }: Planning,
  { id, locale }: QueueRow,
): Leave | null {
  const { webAppUrl, mail } = office.settings;
  if (!mail.oneClick || webAppUrl === "") return null;
  const token = stopToken(contactIdOf(id), now, linkSecret, ports.secrets);
  const url = stopUrl(webAppUrl, token, locale);
  return HEADER_URL.test(url) ? { url, account: owner } : null;
}

/** What the words of a mail are made from. */
export interface Writing extends Pick<Planning, "ports" | "now" | "linkSecret"> {
  readonly office: Pick<Planning["office"], "settings" | "offers" | "rules">;
  readonly book: Pick<Planning["book"], "contact">;
}
interface Wording {
  readonly payment: PaymentNow | null;
  readonly tokenLine: string;
  /** What a preview puts where a value is not there. */
  readonly lend?: (values: Values) => Values;
}

/** One template for one row, in its frame: every mail that goes, and every preview of one, is made here. */
export function wordMail(
  writing: Writing,
  enrollment: Enrollment,
  template: TemplateRow,
  { payment, tokenLine, lend = (values) => values }: Wording,
): Rendered {
  const { settings } = writing.office;
  const ways = waysOf(writing, enrollment.row);
  const values = valuesOf(writing, enrollment, template, payment, ways);
  const rendered = renderTemplate(template, lend(values));
  if (!rendered.ok) return rendered;
  const base = linkBaseOf(settings);
  const framed = frameMail(rendered, {
    locale: template.locale,
    unsure: asksWhoItIs(template),
    senderName: settings.brand || settings.senderName,
    signature: settings.signature,
    postalAddress: settings.postalAddress,
    stopUrl: ways.stop === "" ? null : ways.stop,
    backUrl: ways.back === "" ? null : ways.back,
    privacyUrl: base === "" ? null : privacyUrl(base, template.locale),
    tokenLine,
  });
  return { ...rendered, ...framed };
}

/** The way out and the way back; "" while there is no address they could lead to. */
interface Ways {
  readonly stop: string;
  readonly back: string;
}

function waysOf({ ports, office, now, linkSecret }: Writing, row: QueueRow): Ways {
  const base = linkBaseOf(office.settings);
  if (base === "") return { stop: "", back: "" };
  const contact = contactIdOf(row.id);
  return {
    stop: stopUrl(base, stopToken(contact, now, linkSecret, ports.secrets), row.locale),
    back: backUrl(base, backToken(contact, now, linkSecret, ports.secrets), row.locale),
  };
}

/** Names of the templates this row was sent, the latest last. */
function sentLately(sent: ReadonlyMap<string, SendRow>, enrollment: string): readonly string[] {
  return [...sent.values()]
    .filter((row) => row.enrollment === enrollment && row.sent_at !== null)
    .sort((a, b) => (a.sent_at ?? 0) - (b.sent_at ?? 0))
    .map(({ template }) => template.split(" ")[0] ?? "");
}

/** REHEARSAL: every mail goes to the owner and says whom it was for (design 4.10). */
export function addressed(
  {
    office,
    owner,
  }: { readonly office: Pick<Writing["office"], "settings">; readonly owner: string },
  to: string,
  { subject, text, html }: RenderedMail,
): OutgoingMail {
  const { settings } = office;
  const live = settings.mode === "LIVE";
  return {
    to: live ? (normalAddress(to) ?? to) : owner,
    from: settings.senderAlias,
    fromName: settings.senderName,
    replyTo: settings.replyTo || settings.senderAlias || owner,
    subject: live ? subject : `[for ${to}] ${subject}`,
    ...{ text, html },
  };
}

function valuesOf(
  writing: Writing,
  enrollment: Enrollment,
  template: TemplateRow,
  payment: PaymentNow | null,
  ways: Ways,
): Values {
  const { ports, office, book, now, linkSecret } = writing;
  const signing = { now, secret: linkSecret, secrets: ports.secrets };
  const { row, offer: paidFor } = enrollment;
  const { settings, offers } = office;
  const offer = offers.get(paidFor) ?? offerOfFlow(offers, row.flow);
  const pages = [...offers.keys()].map(
    (name) => [name, pageOf(writing, enrollment, name)] as const,
  );
  return {
    name: greetingName(row.name),
    email: row.email,
    links: {
      ...Object.fromEntries(pages),
      download: settings.geoDownloadUrl,
      ...ways,
      offer: offer === null ? "" : pageOf(writing, enrollment, offer.offer),
      checkout: payment === null ? "" : recoveryLink(writing, { enrollment }, payment),
      result: row.result_url,
      delivery: offer?.deliveryLink ?? "",
      ...yesLinks(linkBaseOf(settings), row, template, signing),
    },
    topic: topicOf(office, row.flow, languageOf(template.locale)),
    sender: { name: settings.senderName },
    contact: { website: book.contact(contactIdOf(row.id))?.website ?? "" },
    offer:
      offer === null ? {} : offerValues(writing, enrollment, offer, languageOf(template.locale)),
    payment: { amount: payment?.kind === "open" ? payment.amount : "" },
    result_url: row.result_url,
    why_now: template.why_now,
    cost_of_not: template.cost_of_not,
  };
}

/** The reader's own page: text, link and price agree at the moment of the click (design 4.4). */
function pageOf(
  { ports, office, now, linkSecret }: Writing,
  { row }: Enrollment,
  offer: string,
): string {
  const base = linkBaseOf(office.settings);
  if (base === "") return "";
  const token = offerToken(contactIdOf(row.id), offer, now, linkSecret, ports.secrets);
  return offerUrl(base, offer, token, row.locale);
}

/** The first link that exists: Stripe's own, the offer's checkout, the owner's (design 4.1). */
export function recoveryLink(
  { office, now }: Pick<Writing, "office" | "now">,
  { enrollment }: Pick<DueSend, "enrollment">,
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
  { ports, book, now }: Writing,
  { row }: Enrollment,
  offer: Offer,
  language: Language,
): Values {
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
