// "Preview cadence change": what a proposed wait would move, and the press that makes it hold.
import { sayFault } from "../../model/flow";
import { html, type Markup } from "../../pages/html";
import type { Language, Ports } from "../../ports";
import { CADENCE } from "../../words/cadence";
import { filled } from "../../words/filled";
import { readDoorConfig } from "../doors/door-config";
import { mayWrite, refusalOf } from "../owner-only";
import {
  type CadencePreview,
  cadencePreview,
  type Proposal,
  takeProposals,
} from "../preview/preview-cadence";
import { type DialogAnswer, type DialogArgs, type DialogKind, openDialog } from "./dialog";

export const CADENCE_DIALOG: DialogKind = {
  name: "cadence",
  title: CADENCE.title,
  widthPx: 520,
  heightPx: 380,
  act: take,
};

export function previewCadence(ports: Ports): void {
  if (!mayWrite(ports)) return;
  const { language } = readDoorConfig(ports.properties.all());
  const preview = cadencePreview(ports);
  const nothing = nothingToTake(preview, language);
  if (nothing !== "") ports.person.tell(CADENCE.title[language], nothing);
  else openDialog(ports, CADENCE_DIALOG, cadenceView(preview, language), language);
}

/** "": something can be made to hold. */
function nothingToTake({ proposals, faults }: CadencePreview, language: Language): string {
  if (proposals.length === 0) return CADENCE.none[language];
  if (faults.length === 0) return "";
  const lines = faults.map((fault) => sayFault(fault)[language]);
  return [...lines, CADENCE.kept[language]].join("\n");
}

/** Only what was shown is made to hold. */
function take(ports: Ports, args: DialogArgs): DialogAnswer {
  const { language } = readDoorConfig(ports.properties.all());
  const refusal = refusalOf(ports);
  if (refusal !== null) return { message: refusal[language] };
  const preview = cadencePreview(ports);
  const nothing = nothingToTake(preview, language);
  if (nothing !== "") return { message: nothing };
  if (args.seen !== seenText(preview.proposals)) {
    return { message: CADENCE.differs[language], view: cadenceView(preview, language) };
  }
  takeProposals(ports, preview.proposals);
  return { message: CADENCE.taken[language], view: html`${list(preview.proposals)}` };
}

function seenText(proposals: readonly Proposal[]): string {
  return JSON.stringify(proposals.map(({ row, wait, proposed }) => [row, wait, proposed]));
}

function cadenceView({ proposals, change }: CadencePreview, language: Language): Markup {
  const counts = { moved: String(change.moved), today: String(change.dueToday) };
  const held = filled(CADENCE.held, { count: String(change.held) })[language];
  return html`${list(proposals)}<p>${filled(CADENCE.moved, counts)[language]}</p>
${change.held > 0 ? html`<p>${held}</p>` : null}<p class="quiet">${CADENCE.back[language]}</p>
<form><input type="hidden" name="seen" value="${seenText(proposals)}">
<button class="go">${CADENCE.take[language]}</button></form>`;
}

function list(proposals: readonly Proposal[]): Markup {
  const lines = proposals.map(
    ({ row, wait, proposed }) => html`<li>${`${row}: ${wait} → ${proposed}`}</li>`,
  );
  return html`<ul>${lines}</ul>`;
}
