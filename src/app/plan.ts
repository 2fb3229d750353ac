// What would go now, and what not and why. Cadence proposes, stop-loss vetoes, content renders; nothing is done yet.
import type { SendRow } from "../../sheets-schema/index";
import { type DueSend, dueForNothing, dueSends } from "../cadence/due-sends";
import { chooseTemplate } from "../content/choose-template";
import { greetingName } from "../content/greeting-name";
import { frameMail } from "../content/mail-frame";
import { renderTemplate } from "../content/render";
import { contactIdOf, type Enrollment } from "../model/enrollment";
import { type Reason, reason } from "../model/reason";
import { sendToken, tokenLine } from "../model/send-token";
import type { OutgoingMail, Ports } from "../ports";
import { flowVeto, vetoOf } from "../stop-loss/may-send";
import type { Book } from "./book";
import type { Office } from "./office";
import { stopToken, stopUrl } from "./stop-link";

export interface PlannedSend extends DueSend {
  readonly mail: OutgoingMail;
  readonly token: string;
  /** Template and language, for the Sends row. */
  readonly template: string;
}
export interface Plan {
  readonly sends: readonly PlannedSend[];
  readonly blocked: readonly { readonly enrollment: Enrollment; readonly why: Reason }[];
  /** Due, but the flow has no mail for their stage any more: they are done. */
  readonly finished: readonly Enrollment[];
  /** Went before, but the row was not moved on: a run was cut in between. */
  readonly gone: readonly { readonly due: DueSend; readonly sentAt: number }[];
}
export interface Planning {
  readonly ports: Ports;
  readonly office: Office;
  readonly book: Book;
  readonly now: number;
  /** Of the web of links and tokens. */
  readonly secret: string;
  /** Whom replies reach when Settings names nobody. */
  readonly owner: string;
  /** A reason that holds for every mail, or null. */
  readonly stop: Reason | null;
  readonly sent: ReadonlyMap<string, SendRow>;
}

export function planSends(planning: Planning): Plan {
  const sends: PlannedSend[] = [];
  const blocked: Plan["blocked"][number][] = [];
  const gone: Plan["gone"][number][] = [];
  const finished: Enrollment[] = [];
  for (const due of dueSends(planning.book.enrollments(), planning.office.rules, planning.now)) {
    const sentAt = planning.sent.get(due.key)?.sent_at ?? null;
    if (sentAt !== null) {
      gone.push({ due, sentAt });
      continue;
    }
    const planned = planOne(planning, due);
    if ("code" in planned) blocked.push({ enrollment: due.enrollment, why: planned });
    else sends.push(planned);
  }
  const { book, office, now } = planning;
  for (const enrollment of dueForNothing(book.enrollments(), office.rules, now)) {
    const why =
      planning.stop ?? flowVeto(office.rules.get(enrollment.row.flow), enrollment.row.flow);
    if (why === null) finished.push(enrollment);
    else blocked.push({ enrollment, why });
  }
  return { sends, blocked, gone, finished };
}

function planOne(planning: Planning, due: DueSend): PlannedSend | Reason {
  const { office, book, stop, sent } = planning;
  const contact = book.contact(contactIdOf(due.enrollment.row.id));
  if (book.twins.has(due.enrollment.row.id)) return reason("twin");
  const veto = stop ?? vetoOf({ contact, ...due, settings: office.settings });
  if (veto !== null) return veto;
  const before = sent.get(due.key)?.status ?? "";
  if (before === "CHECKING" || before === "INTENT")
    return reason("checkingSent", { step: due.step.step });
  return written(planning, due);
}

function written(planning: Planning, due: DueSend): PlannedSend | Reason {
  const { ports, office, now, secret } = planning;
  const { settings } = office;
  const { row } = due.enrollment;
  const contactId = contactIdOf(row.id);
  const template = chooseTemplate(
    office.templates,
    due.step.template,
    row.locale,
    settings.language,
  );
  if (template === null) {
    const what = `Templates has no row for ${due.step.template}`;
    return reason("templateFault", { step: due.step.step, what });
  }
  const stop =
    settings.webAppUrl === ""
      ? null
      : stopUrl(settings.webAppUrl, stopToken(contactId, now, secret, ports.secrets), row.locale);
  const rendered = renderTemplate(template, valuesOf(planning, due, stop));
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
  return { ...due, token, template: `${template.template} ${template.locale}`, mail };
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

function valuesOf({ office, book }: Planning, due: DueSend, stop: string | null) {
  const { row } = due.enrollment;
  const { settings } = office;
  return {
    name: greetingName(row.name),
    email: row.email,
    links: { download: settings.geoDownloadUrl, stop: stop ?? "" },
    sender: { name: settings.senderName },
    contact: { website: book.contact(contactIdOf(row.id))?.website ?? "" },
  };
}
