// The window "Edit this mail": preview, save, a test to the owner, another mail or language.
import type { TemplateRow } from "../../../sheets-schema/index";
import { chooseTemplate } from "../../content/choose-template";
import {
  changedNote,
  faultNote,
  leaveNote,
  NO_NOTE,
  plainNote,
  seenField,
} from "../../pages/index";
import type { Ports } from "../../ports";
import { EDIT_MAIL, EDIT_MAIL_TITLE } from "../../words/edit-mail";
import { type Desk, loadDesk } from "../edit-mail/edit-mail-desk";
import { previewMail } from "../edit-mail/edit-mail-preview";
import { type Reader, readerOf } from "../edit-mail/edit-mail-reader";
import {
  changedHere,
  digestOf,
  EDITABLE,
  type Editable,
  type SeenCells,
  saveMail,
  seenOf,
  withTyped,
} from "../edit-mail/edit-mail-save";
import { editorView, listView, previewPart, readersPart } from "../edit-mail/edit-mail-views";
import { refusalOf } from "../owner-only";
import { sendTestMail } from "../test-mail";
import type { DialogAnswer, DialogArgs, DialogKind } from "./dialog";

export const EDIT_MAIL_DIALOG: DialogKind = {
  name: "editMail",
  title: EDIT_MAIL_TITLE,
  widthPx: 1_100,
  heightPx: 660,
  act(ports, args) {
    const press: Press = { ports, desk: loadDesk(ports), args };
    const [what = "", ...rest] = (args.go ?? "").split(":");
    if (what === "save") return save(press);
    if (what === "test") return test(press);
    if (what === "drop") return goTo(press, rest);
    if (what === "readers") return readers(press);
    if (what !== "open" && what !== "list") return preview(press);
    return isUnsaved(press) ? askToLeave(press) : goTo(press, [what, ...rest]);
  },
};

interface Press {
  readonly ports: Ports;
  readonly desk: Desk;
  readonly args: DialogArgs;
}

/** The row of Templates the window is about; null: there is none yet, or no longer. */
function standingRow({ desk, args }: Press): TemplateRow | null {
  return desk.templates.find(({ row }) => row !== "" && row === args.row) ?? null;
}

function typedRow(press: Press): TemplateRow {
  const { template = "", locale = "", row = "" } = press.args;
  return withTyped(standingRow(press) ?? emptyRow(row, template, locale), press.args);
}

function emptyRow(row: string, template: string, locale: string): TemplateRow {
  const empty = { subject: "", body: "", why_now: "", cost_of_not: "" } as const;
  return { row, template, locale, ...empty, move: "", doubt: "", check: "" };
}

function seenIn({ args }: Press): SeenCells {
  try {
    const seen: unknown = JSON.parse(args.seen || "{}");
    return typeof seen === "object" && seen !== null ? seen : {};
  } catch {
    return {};
  }
}

/** The list has no fields, so there is nothing to lose; nor is there in a version that was not begun. */
function isUnsaved(press: Press): boolean {
  const { ports, desk, args } = press;
  if (args.body === undefined) return false;
  const { template = "", locale = "", seen = "" } = args;
  const from = chooseTemplate(desk.templates, template, locale, desk.settings.language);
  const known = seen === "" && from !== null ? seenOf(ports, from) : seenIn(press);
  return changedHere(ports, known, typedRow(press)).length > 0;
}

function freeName({ templates }: Desk, wanted: string): string {
  const taken = (name: string) => templates.some(({ row }) => row === name);
  let name = wanted;
  for (let number = 2; taken(name); number += 1) name = `${wanted}.${number}`;
  return name;
}

function askToLeave({ desk, args }: Press): DialogAnswer {
  return { parts: { faults: leaveNote(desk.settings.language, args.go ?? "") } };
}

function goTo(press: Press, [what, ...name]: readonly string[]): DialogAnswer {
  const { ports, desk } = press;
  const said = EDIT_MAIL[desk.settings.language];
  // A template's own name may hold what parts the others.
  const locale = name[name.length - 1] ?? "";
  const template = name.slice(0, -1).join(":");
  const { language } = desk.settings;
  const words = chooseTemplate(desk.templates, template, locale, language);
  if (what !== "open" || words === null) return { view: listView(desk, said.choose) };
  const reader = readerIn(press);
  if (words.locale === locale) {
    return { view: editorView(ports, desk, { words, instead: "", reader }) };
  }
  const fresh = { ...words, row: freeName(desk, `${template}.${locale}`), locale, check: "" };
  return { view: editorView(ports, desk, { words: fresh, instead: words.locale, reader }) };
}

function readerIn({ ports, args }: Press): Reader | null {
  const { reader = "" } = args;
  return reader === "" ? null : readerOf(ports, reader);
}

function readers({ ports, desk, args }: Press): DialogAnswer {
  const { template = "", reader = "" } = args;
  return { parts: { reader: readersPart(ports, desk, template, reader) } };
}

function preview(press: Press): DialogAnswer {
  const { ports, desk } = press;
  const part = previewPart(ports, desk, typedRow(press), readerIn(press));
  return { parts: { preview: part, faults: NO_NOTE } };
}

function test(press: Press): DialogAnswer {
  const { ports, desk } = press;
  const { language } = desk.settings;
  const said = EDIT_MAIL[language];
  const words = typedRow(press);
  const seen = previewMail(ports, desk, words, readerIn(press));
  if (typeof seen === "string") return { parts: { faults: faultNote(language, seen) } };
  const sent = sendTestMail(ports, desk, seen.mail);
  if ("problem" in sent) {
    return { parts: { faults: plainNote(`${said.testFailed} ${sent.problem}`) } };
  }
  return { message: said.tested(sent.to), parts: { faults: NO_NOTE } };
}

function save(press: Press): DialogAnswer {
  const { ports, desk } = press;
  const { language } = desk.settings;
  const said = EDIT_MAIL[language];
  const refusal = refusalOf(ports);
  if (refusal !== null) {
    return { message: said.notSaved, parts: { faults: plainNote(refusal[language]) } };
  }
  const typed = typedRow(press);
  if (typed.row === "") return { parts: { faults: plainNote(said.noName) } };
  const standing = standingRow(press);
  const saved = saveMail(ports, desk, { standing, typed, seen: seenIn(press) });
  switch (saved.kind) {
    case "nothing":
      return { message: said.nothingChanged, parts: { faults: NO_NOTE } };
    case "gone":
      return { message: said.notSaved, parts: { faults: plainNote(said.gone(typed.row)) } };
    case "faulty":
      return { message: said.notSaved, parts: { faults: faultNote(language, saved.what) } };
    case "changed":
      return changedMeanwhile(press, saved.theirs);
    case "added": {
      const shown = { words: typed, instead: "", reader: readerIn(press) };
      const view = editorView(ports, loadDesk(ports), shown);
      return { message: said.added(typed.row), view };
    }
    case "saved": {
      const columns = saved.columns.map((column) => said[column]).join(said.comma);
      const seen = seenField(JSON.stringify(seenOf(ports, typed)));
      const part = previewPart(ports, desk, typed, readerIn(press));
      return {
        message: said.saved(typed.row, columns),
        parts: { seen, preview: part, faults: NO_NOTE },
      };
    }
  }
}

/** From here on theirs is what was seen, so that saving again is meant. */
function changedMeanwhile(
  press: Press,
  theirs: Readonly<Partial<Record<Editable, string>>>,
): DialogAnswer {
  const { ports, desk } = press;
  const { language } = desk.settings;
  const changed = EDITABLE.flatMap((column) => {
    const text = theirs[column];
    return text === undefined ? [] : [[column, text] as const];
  });
  const digests = changed.map(([column, text]) => [column, digestOf(ports, text)]);
  const seen = JSON.stringify({ ...seenIn(press), ...Object.fromEntries(digests) });
  return {
    message: EDIT_MAIL[language].notSaved,
    parts: { seen: seenField(seen), faults: changedNote(language, changed) },
  };
}
