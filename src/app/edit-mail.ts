// Menu "Edit this mail": the mail of the selected row of Templates, the next one of a row of Queue, or a list.
import type { TemplateRow } from "../../sheets-schema/index";
import { templateOf } from "../cadence/choose-words";
import { chooseTemplate } from "../content/choose-template";
import { isOpen } from "../model/enrollment";
import { stepAt } from "../model/flow";
import type { Ports } from "../ports";
import { unseal } from "../state/seal";
import { EDIT_MAIL } from "../words/edit-mail";
import { openDialog } from "./dialogs/dialog";
import { EDIT_MAIL_DIALOG } from "./dialogs/edit-mail";
import { editorView, listView } from "./edit-mail-views";
import { loadOffice, type Office } from "./office";

export function editMail(ports: Ports): void {
  const office = loadOffice(ports);
  const { language } = office.settings;
  const said = EDIT_MAIL[language];
  const { tab, ids } = ports.person.selection();
  const [id = ""] = ids;
  const own = office.templates.find(({ row }) => row !== "" && row === id);
  const chosen =
    tab === "Templates" ? (own ?? null) : tab === "Queue" ? nextOf(ports, office, id) : null;
  const note = tab === "Queue" && id !== "" ? said.noNextMail : said.choose;
  const reader = tab === "Queue" ? id : "";
  const view =
    chosen === null
      ? listView(office, note)
      : editorView(ports, office, { words: chosen, instead: "", reader });
  openDialog(ports, EDIT_MAIL_DIALOG, view, language);
}

/** The words this row gets next; null: none, or no such row. */
function nextOf({ store }: Ports, office: Office, id: string): TemplateRow | null {
  if (id === "") return null;
  const cells = store.find("Queue", "id", id).find((row) => row.cells.id === id)?.cells;
  const enrollment = cells === undefined ? null : unseal(cells);
  if (enrollment === null) return null;
  const { row } = enrollment;
  const flow = office.rules.get(row.flow);
  const named = flow?.steps.find(({ step }) => step === row.next_step);
  const timed = flow !== undefined && isOpen(row.status) ? stepAt(flow, row.stage ?? 0) : undefined;
  const step = named ?? timed;
  if (step === undefined) return null;
  const takesTurns = step.templates.length > 1 && step.sentOn === "stage";
  const lately = takesTurns ? sentTo(store, id) : [];
  const name = templateOf(step, enrollment, lately);
  return chooseTemplate(office.templates, name, row.locale, office.settings.language);
}

function sentTo(store: Ports["store"], id: string): readonly string[] {
  return store
    .find("Sends", "enrollment", id)
    .filter(({ cells }) => cells.enrollment === id && cells.sent_at !== null)
    .sort((a, b) => (a.cells.sent_at ?? 0) - (b.cells.sent_at ?? 0))
    .map(({ cells }) => cells.template.split(" ")[0] ?? "");
}
