// "Explain this row": why each selected row's mail goes or does not. Looking is for every editor, pressing for the owner.
import { contactIdOf } from "../../model/enrollment";
import type { Ports, Selection } from "../../ports";
import { EXPLAIN_WINDOW } from "../../words/explain";
import { readDoorConfig } from "../doors/door-config";
import { explainRows } from "../explain/explain-rows";
import { NOT_RUN, refusalOf } from "../owner-only";
import { carryOut, rowsNamed } from "../row-events";
import { type DialogAnswer, type DialogArgs, type DialogKind, openDialog } from "./dialog";
import { explainView, PRESSES } from "./explain-view";

export const EXPLAIN_DIALOG: DialogKind = {
  name: "explain",
  title: EXPLAIN_WINDOW.title,
  widthPx: 680,
  heightPx: 600,
  act: pressed,
};

export function explainSelected(ports: Ports): void {
  const kept = ports.properties.all();
  const { language } = readDoorConfig(kept);
  const title = EXPLAIN_WINDOW.title[language];
  if ((kept.owner ?? "") === "") {
    ports.person.tell(title, NOT_RUN["not set up"][language]);
    return;
  }
  const selection = ports.person.selection();
  const rightTab = selection.tab === "Queue" || selection.tab === "Contacts";
  if (!rightTab || selection.ids.length === 0) {
    ports.person.tell(title, EXPLAIN_WINDOW.none[language]);
    return;
  }
  const explanations = explainRows(ports, kept, (queue) => rowsOf(selection, queue));
  if (explanations.length === 0) ports.person.tell(title, EXPLAIN_WINDOW.noRow[language]);
  else openDialog(ports, EXPLAIN_DIALOG, explainView(explanations, language), language);
}

/** In Contacts a person stands for all their rows. */
function rowsOf({ tab, ids }: Selection, queue: readonly string[]): readonly string[] {
  if (tab === "Queue") return ids;
  const people = new Set(ids);
  return queue.filter((id) => people.has(contactIdOf(id)));
}

/** What `do` offers, from the window; then the same rows are explained anew. */
function pressed(ports: Ports, args: DialogArgs): DialogAnswer {
  const kept = ports.properties.all();
  const { language } = readDoorConfig(kept);
  const action = PRESSES.find((one) => one === args.do);
  const refusal = refusalOf(ports, kept);
  if (refusal !== null) return { message: refusal[language] };
  const rows = rowsNamed(ports, () => [args.row ?? ""]);
  const [row] = rows.asked;
  if (row === undefined || action === undefined) {
    return { message: EXPLAIN_WINDOW.noRow[language] };
  }
  const [came] = carryOut(ports, kept, action, rows);
  const ids = (args.rows ?? row.id).split(" ");
  const explanations = explainRows(ports, ports.properties.all(), () => ids);
  return {
    message: `${row.email}: ${came?.words[language] ?? ""}`,
    view: explainView(explanations, language),
  };
}
