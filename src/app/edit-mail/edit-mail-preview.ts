// A mail before it goes: written by what sends, with a sample where a value is not there yet, and that value named.
import type { TemplateRow } from "../../../sheets-schema/index";
import { checkTemplate, sampleOf } from "../../content/check-template";
import { mailHints } from "../../content/mail-hints";
import type { Rendered, RenderedMail } from "../../content/render";
import type { Values } from "../../content/values";
import type { Ports } from "../../ports";
import { keyNow } from "../links/kept-keys";
import { wordMail } from "../sending/write-mail";
import type { Desk } from "./edit-mail-desk";
import { inventedReader, type Reader } from "./edit-mail-reader";

export interface MailPreview {
  readonly mail: RenderedMail;
  /** Values that are not there, and would hold the mail back. */
  readonly lent: readonly string[];
  readonly hints: readonly string[];
}

/** A mail that names more missing values than this is no mail. */
const LENT_MAX = 20;
/** It stands where the mark of a mail stands, and recovery never takes it for one. */
const NO_MARK = "ref test";

/** A fault in words where the template itself is wrong. */
export function previewMail(
  ports: Ports,
  desk: Desk,
  template: TemplateRow,
  reader: Reader | null,
): MailPreview | string {
  const { language, personalMax } = desk.settings;
  const fault = checkTemplate(template, personalMax);
  if (fault !== null) return fault[language];
  const now = ports.clock.now();
  const { enrollment, contact, payment } = reader ?? inventedReader(desk, template, now);
  const linkSecret = keyNow(ports.properties.all(), "link_secret");
  const writing = {
    ports,
    office: desk,
    now,
    linkSecret,
    book: { contact: () => contact },
  };
  const lent: string[] = [];
  const lend = (values: Values) => lent.reduce(withSample, values);
  const write = () =>
    wordMail(writing, enrollment, template, { payment, tokenLine: NO_MARK, lend });
  let mail = write();
  for (let name = lackedBy(mail, lent); name !== null; name = lackedBy(mail, lent)) {
    lent.push(name);
    mail = write();
  }
  if (!mail.ok) return mail.words[language];
  return { mail, lent, hints: mailHints(template, mail, language) };
}

/** Null: nothing that could be lent. */
function lackedBy(mail: Rendered, lent: readonly string[]): string | null {
  if (mail.ok || mail.problem !== "missing" || lent.length >= LENT_MAX) return null;
  const again = lent.includes(mail.detail) || sampleOf(mail.detail) === "";
  return again ? null : mail.detail;
}

function withSample(values: Values, name: string): Values {
  const [first = "", ...rest] = name.split(".");
  if (rest.length === 0) return { ...values, [first]: sampleOf(name) };
  const group = values[first];
  const others = typeof group === "object" ? group : {};
  return { ...values, [first]: { ...others, [rest.join(".")]: sampleOf(name) } };
}
