// "Explain this row": why each selected row's mail goes or does not. It changes nothing, so any editor may look.
import { contactIdOf } from "../../model/enrollment";
import type { Ports } from "../../ports";
import { EXPLAIN_WINDOW } from "../../words/explain";
import { explainRows } from "../explain-rows";
import { languageOf, NOT_RUN } from "../owner-only";
import { type DialogKind, openDialog } from "./dialog";
import { explainView } from "./explain-view";

export const EXPLAIN_DIALOG: DialogKind = {
  name: "explain",
  title: EXPLAIN_WINDOW.title,
  widthPx: 640,
  heightPx: 560,
  act: () => ({ close: true }),
};

export function explainSelected(ports: Ports): void {
  const kept = ports.properties.all();
  const language = languageOf(ports);
  const tell = (text: string) => ports.person.tell(EXPLAIN_WINDOW.title[language], text);
  if ((kept.owner ?? "") === "") return tell(NOT_RUN["not set up"][language]);
  const { tab, ids } = ports.person.selection();
  if ((tab !== "Queue" && tab !== "Contacts") || ids.length === 0) {
    return tell(EXPLAIN_WINDOW.none[language]);
  }
  const rows = tab === "Queue" ? ids : rowsOfContacts(ports, ids);
  const explanations = explainRows(ports, kept, rows);
  if (explanations.length === 0) return tell(EXPLAIN_WINDOW.noRow[language]);
  openDialog(ports, EXPLAIN_DIALOG, explainView(explanations, language), language);
}

function rowsOfContacts({ store }: Ports, contacts: readonly string[]): readonly string[] {
  const queue = store.read("Queue").map(({ cells }) => cells.id);
  return queue.filter((id) => contacts.includes(contactIdOf(id)));
}
