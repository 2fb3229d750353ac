// "Send me mail 1": the first mail of the first flow that is on, as a reader would get it, to the owner alone.
import type { TemplateRow, Words } from "../../../sheets-schema/index";
import { chooseTemplate } from "../../content/choose-template";
import { firstMail } from "../../model/flow";
import type { Ports } from "../../ports";
import { MAIL_ONE } from "../../words/mail-one";
import { lineOf } from "../check-words";
import { previewMail } from "../edit-mail/edit-mail-preview";
import { inventedReader } from "../edit-mail/edit-mail-reader";
import { loadOffice, type Office } from "../office";
import { mayWrite } from "../owner-only";
import { writeStartHere } from "../report-run";
import { sendTestMail } from "../test-mail";
import { mailOneCheck } from "./start-setup";

export function sendMailOne(ports: Ports): void {
  if (!mayWrite(ports)) return;
  const office = loadOffice(ports);
  const { language } = office.settings;
  ports.person.tell(MAIL_ONE.title[language], mailOne(ports, office)[language]);
}

/** In one line, for a cell. The caller holds the batch mutex. */
export function mailOneAnswer(ports: Ports): string {
  const office = loadOffice(ports);
  return mailOne(ports, office)[office.settings.language];
}

function mailOne(ports: Ports, office: Office): Words {
  const template = firstTemplate(office);
  if (template === null) return MAIL_ONE.noMail;
  const now = ports.clock.now();
  const preview = previewMail(ports, office, template, inventedReader(office, template, now));
  if (typeof preview === "string") return MAIL_ONE.fault(preview);
  // A sample in the place of the owner's own link would look like a finished mail.
  if (preview.lent.length > 0) return MAIL_ONE.lacks(preview.lent);
  const sent = sendTestMail(ports, office, preview.mail);
  if ("problem" in sent) return MAIL_ONE.fault(sent.problem);
  const mailed = { mail_1_at: String(now) };
  ports.properties.set("mail_1_at", mailed.mail_1_at);
  writeStartHere(ports, [lineOf(mailOneCheck(mailed), office.settings.language, now)]);
  return MAIL_ONE.sent(sent.to);
}

function firstTemplate({ rules, templates, settings }: Office): TemplateRow | null {
  const flows = [...rules.values()];
  for (const flow of [...flows.filter(({ on }) => on), ...flows]) {
    const [name = ""] = firstMail(flow)?.templates ?? [];
    const template = chooseTemplate(templates, name, settings.language, settings.language);
    if (template !== null) return template;
  }
  return null;
}
