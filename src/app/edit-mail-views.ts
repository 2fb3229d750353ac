// What the window "Edit this mail" shows of the sheet.
import type { TemplateRow } from "../../sheets-schema/index";
import { chooseTemplate } from "../content/choose-template";
import { asSeen } from "../content/preview";
import {
  type DialogView,
  faultNote,
  type ListedMail,
  mailEditor,
  mailList,
  mailPreview,
} from "../pages/index";
import type { Ports } from "../ports";
import { EDIT_MAIL } from "../words/edit-mail";
import { previewMail } from "./edit-mail-preview";
import { flowsSending, inventedReader, type Reader, readerOf } from "./edit-mail-reader";
import { seenOf } from "./edit-mail-save";
import type { Office } from "./office";

/** A list of more people than this nobody reads; the row one wants is selected in Queue first. */
const READERS_MAX = 30;
const SHIPPED_LANGUAGES = ["en", "zh"];

export interface Shown {
  readonly words: TemplateRow;
  /** The language that readers of this one get while it is missing; "" when it is there. */
  readonly instead: string;
  /** Id of a Queue row, or "" for somebody invented. */
  readonly reader: string;
}

export function editorView(ports: Ports, office: Office, shown: Shown): DialogView {
  const { words, instead, reader } = shown;
  const { language } = office.settings;
  const seen = instead === "" ? JSON.stringify(seenOf(ports, words)) : "";
  return mailEditor(language, {
    ...{ words, seen, instead, reader },
    locales: localesOf(office, words.template),
    readers: readersOf(ports, office, words.template, reader),
    preview: previewPart(ports, office, words, reader),
  });
}

export function previewPart(
  ports: Ports,
  office: Office,
  words: TemplateRow,
  reader: string,
): DialogView {
  const { language } = office.settings;
  const preview = previewMail(ports, office, words, readerFor(ports, office, words, reader));
  if (typeof preview === "string") return faultNote(language, preview);
  const { mail, lent, hints } = preview;
  return mailPreview(language, {
    from: office.settings.senderName,
    subject: mail.subject,
    text: mail.text,
    light: asSeen(mail.html, "light"),
    dark: asSeen(mail.html, "dark"),
    ...{ lent, hints },
  });
}

export function readerFor(ports: Ports, office: Office, words: TemplateRow, id: string): Reader {
  const found = id === "" ? null : readerOf(ports, id);
  return found ?? inventedReader(office, words, ports.clock.now());
}

export function listView(office: Office, note: string): DialogView {
  const { language } = office.settings;
  const names = [...new Set(office.templates.map(({ template }) => template))];
  const mails = names.filter((name) => name !== "").map((name) => listed(office, name));
  return mailList(language, mails, note);
}

function listed(office: Office, template: string): ListedMail {
  const { language } = office.settings;
  const said = EDIT_MAIL[language];
  const uses = flowsSending(office, template).map(({ flow, step }) =>
    flow.on ? `${flow.flow} · ${step}` : `${flow.flow} · ${step} (${said.flowOff})`,
  );
  return {
    template,
    subject: chooseTemplate(office.templates, template, language, language)?.subject ?? "",
    locales: localesOf(office, template),
    usedBy: uses.join(", ") || said.unused,
  };
}

/** Those there are, and the two every shipped mail has. */
function localesOf({ templates }: Office, template: string): readonly string[] {
  const own = templates.filter((row) => row.template === template).map(({ locale }) => locale);
  return [...new Set([...own, ...SHIPPED_LANGUAGES])].filter((locale) => locale !== "");
}

/** Somebody invented, and people whose flow sends this mail, the latest first. */
function readersOf(
  { store }: Ports,
  office: Office,
  template: string,
  chosen: string,
): readonly (readonly [string, string])[] {
  const flows = new Set(flowsSending(office, template).map(({ flow }) => flow.flow));
  const rows = store
    .read("Queue")
    .map(({ cells }) => cells)
    .filter(({ id, flow }) => id !== "" && (id === chosen || flows.has(flow)));
  const latest = rows.slice(-READERS_MAX).reverse();
  const first = rows.filter(({ id }) => id === chosen && !latest.some((row) => row.id === id));
  const people = [...first, ...latest].map(
    ({ id, name, email, flow, status }) =>
      [id, [name, email, flow, status].filter((part) => part !== "").join(" · ")] as const,
  );
  return [["", EDIT_MAIL[office.settings.language].invented], ...people];
}
