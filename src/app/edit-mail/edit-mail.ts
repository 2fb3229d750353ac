// Menu "Edit this mail": the mail of the selected row of Templates, the next one of a row of Queue, or a list.
import type { TemplateRow } from "../../../sheets-schema/index";
import { templateOf } from "../../cadence/choose-words";
import { chooseTemplate } from "../../content/choose-template";
import { isOpen } from "../../model/enrollment";
import { stepAt } from "../../model/flow";
import type { Ports } from "../../ports";
import { EDIT_MAIL } from "../../words/edit-mail";
import { openDialog } from "../dialogs/dialog";
import { EDIT_MAIL_DIALOG } from "../dialogs/edit-mail";
import { type Desk, loadDesk } from "./edit-mail-desk";
import { type Reader, readerOf } from "./edit-mail-reader";
import { editorView, listView } from "./edit-mail-views";

export function editMail(ports: Ports): void {
  const desk = loadDesk(ports);
  const { language } = desk.settings;
  const said = EDIT_MAIL[language];
  const { tab, ids } = ports.person.selection();
  const [id = ""] = ids;
  const isRow = tab === "Queue" && id !== "";
  const reader = isRow ? readerOf(ports, id) : null;
  const words = isRow ? nextOf(ports, desk, reader) : tab === "Templates" ? named(desk, id) : null;
  const view =
    words === null
      ? listView(desk, isRow ? said.noNextMail : said.choose)
      : editorView(ports, desk, { words, instead: "", reader });
  openDialog(ports, EDIT_MAIL_DIALOG, view, language);
}

function named({ templates }: Desk, id: string): TemplateRow | null {
  return templates.find(({ row }) => row !== "" && row === id) ?? null;
}

/** The words this row gets next; null: none, or no such row. */
function nextOf({ store }: Ports, desk: Desk, reader: Reader | null): TemplateRow | null {
  if (reader === null) return null;
  const { id, enrollment } = reader;
  const { row } = enrollment;
  const flow = desk.rules.get(row.flow);
  const named = flow?.steps.find(({ step }) => step === row.next_step);
  const timed = flow !== undefined && isOpen(row.status) ? stepAt(flow, row.stage ?? 0) : undefined;
  const step = named ?? timed;
  if (step === undefined) return null;
  const takesTurns = step.templates.length > 1 && step.sentOn === "stage";
  const lately = takesTurns ? sentTo(store, id) : [];
  const name = templateOf(step, enrollment, lately);
  return chooseTemplate(desk.templates, name, row.locale, desk.settings.language);
}

function sentTo(store: Ports["store"], id: string): readonly string[] {
  return store
    .find("Sends", "enrollment", id)
    .filter(({ cells }) => cells.enrollment === id && cells.sent_at !== null)
    .sort((a, b) => (a.cells.sent_at ?? 0) - (b.cells.sent_at ?? 0))
    .map(({ cells }) => cells.template.split(" ")[0] ?? "");
}
