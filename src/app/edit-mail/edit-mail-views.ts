// What the window "Edit this mail" shows of the sheet.
import type { TemplateRow } from "../../../sheets-schema/index";
import { chooseTemplate } from "../../content/choose-template";
import { asSeen } from "../../content/preview";
import {
  type DialogView,
  faultNote,
  type ListedMail,
  mailEditor,
  mailList,
  mailPreview,
  readerField,
} from "../../pages/index";
import type { Ports } from "../../ports";
import { EDIT_MAIL } from "../../words/edit-mail";
import type { Desk } from "./edit-mail-desk";
import { previewMail } from "./edit-mail-preview";
import { flowsSending, type Reader, readerLine } from "./edit-mail-reader";
import { seenOf } from "./edit-mail-save";

/** A list of more people than this nobody reads; the row one wants is selected in Queue first. */
const READERS_MAX = 30;
const SHIPPED_LANGUAGES = ["en", "zh"];

export interface Shown {
  readonly words: TemplateRow;
  /** The language that readers of this one get while it is missing; "" when it is there. */
  readonly instead: string;
  /** Null: somebody invented. */
  readonly reader: Reader | null;
}

export function editorView(ports: Ports, desk: Desk, shown: Shown): DialogView {
  const { words, instead, reader } = shown;
  const { language } = desk.settings;
  const seen = instead === "" ? JSON.stringify(seenOf(ports, words)) : "";
  return mailEditor(language, {
    ...{ words, seen, instead },
    locales: localesOf(desk, words.template),
    reader: {
      people: reader === null ? [] : [[reader.id, reader.line]],
      chosen: reader?.id ?? "",
      more: true,
    },
    preview: previewPart(ports, desk, words, reader),
  });
}

export function previewPart(
  ports: Ports,
  desk: Desk,
  words: TemplateRow,
  reader: Reader | null,
): DialogView {
  const { language } = desk.settings;
  const preview = previewMail(ports, desk, words, reader);
  if (typeof preview === "string") return faultNote(language, preview);
  const { mail, lent, hints } = preview;
  return mailPreview(language, {
    from: desk.settings.senderName,
    subject: mail.subject,
    text: mail.text,
    light: asSeen(mail.html, "light"),
    dark: asSeen(mail.html, "dark"),
    ...{ lent, hints },
  });
}

export function listView(desk: Desk, note: string): DialogView {
  const { language } = desk.settings;
  const names = [...new Set(desk.templates.map(({ template }) => template))];
  const mails = names.filter((name) => name !== "").map((name) => listed(desk, name));
  return mailList(language, mails, note);
}

function listed(desk: Desk, template: string): ListedMail {
  const { language } = desk.settings;
  const said = EDIT_MAIL[language];
  const uses = flowsSending(desk, template).map(({ flow, step }) =>
    flow.on ? `${flow.flow} · ${step}` : `${flow.flow} · ${step} (${said.flowOff})`,
  );
  return {
    template,
    subject: chooseTemplate(desk.templates, template, language, language)?.subject ?? "",
    locales: localesOf(desk, template),
    usedBy: uses.join(", ") || said.unused,
  };
}

/** Those there are, and the two every shipped mail has. */
function localesOf({ templates }: Desk, template: string): readonly string[] {
  const own = templates.filter((row) => row.template === template).map(({ locale }) => locale);
  return [...new Set([...own, ...SHIPPED_LANGUAGES])].filter((locale) => locale !== "");
}

/** People whose flow sends this mail, the latest first. */
export function readersPart(
  { store }: Ports,
  desk: Desk,
  template: string,
  chosen: string,
): DialogView {
  const flows = new Set(flowsSending(desk, template).map(({ flow }) => flow.flow));
  const rows = store
    .read("Queue")
    .map(({ cells }) => cells)
    .filter(({ id, flow }) => id !== "" && flows.has(flow));
  const latest = rows.slice(-READERS_MAX).reverse();
  const others = rows.filter(({ id }) => id === chosen && !latest.some((row) => row.id === id));
  const people = [...others, ...latest].map((row) => [row.id, readerLine(row)] as const);
  return readerField(desk.settings.language, { people, chosen, more: false });
}
