// The window that adopts somebody's own sheet: choose the tab, say which column is what, see what would happen, write.
import { consentStated } from "../../model/consent";
import type { Ports } from "../../ports";
import { ADOPT, ADOPT_TITLE } from "../../words/adopt";
import { BY_COLUMN } from "../adopt/adopt-flow";
import { type AdoptChoice, type Planning, planAdoption } from "../adopt/adopt-plan";
import { reportAdoption } from "../adopt/adopt-report";
import { recordRun } from "../adopt/adopt-write";
import { Book } from "../book";
import { readDoorConfig } from "../doors/door-config";
import { loadOffice } from "../office";
import { refusalOf } from "../owner-only";
import { writeSome } from "./adopt-press";
import { choiceOf, columnsView, reportView, tabView } from "./adopt-views";
import { type DialogAnswer, type DialogArgs, type DialogKind, openDialog } from "./dialog";

export const ADOPT_DIALOG: DialogKind = {
  name: "adopt",
  title: ADOPT_TITLE,
  widthPx: 620,
  heightPx: 680,
  act,
};

export function openAdopt(ports: Ports): void {
  const { language } = readDoorConfig(ports.properties.all());
  openDialog(ports, ADOPT_DIALOG, tabView(ports.otherTabs.names(), "", language), language);
}

function act(ports: Ports, args: DialogArgs): DialogAnswer {
  const office = loadOffice(ports);
  const { language } = office.settings;
  const said = ADOPT[language];
  const choice = choiceOf(args);
  if (args.go === "tabs") return { view: tabView(ports.otherTabs.names(), choice.tab, language) };
  const values = ports.otherTabs.read(choice.tab);
  if (values === null) {
    return { message: said.gone, view: tabView(ports.otherTabs.names(), "", language) };
  }
  const flows = [...office.rules.keys()];
  if (args.go !== "dry" && args.go !== "write") {
    return { view: columnsView(choice, values, flows, args.go === "columns", language) };
  }
  const lacking = whatLacks(choice, language);
  if (lacking !== null) {
    return { message: lacking, view: columnsView(choice, values, flows, true, language) };
  }
  if (args.go === "write") {
    const refusal = refusalOf(ports);
    if (refusal !== null) return { message: refusal[language] };
  }
  const now = ports.clock.now();
  const dry: Planning = { ports, office, book: new Book(ports), now, proofOf: () => "" };
  if (args.go === "write") {
    const proof = args.proof || firstOf(dry, values, choice);
    if (proof === null) return { message: said.busy };
    const planning = { ...dry, proofOf: () => proof };
    return writeSome(planning, values, choice, { ...args, proof }, said);
  }
  const plan = planAdoption(dry, values, choice);
  return { view: reportView(reportAdoption(ports, office, plan), choice, office) };
}

function whatLacks({ columns, flow }: AdoptChoice, language: "en" | "zh"): string | null {
  if (columns.email === undefined) return ADOPT[language].needsEmail;
  const unnamed = flow === BY_COLUMN && columns.flow === undefined;
  return unnamed ? ADOPT[language].needsFlow : null;
}

/** The event of the whole run: its words are the proof of consent. */
function firstOf(
  planning: Planning,
  values: Parameters<typeof planAdoption>[1],
  choice: AdoptChoice,
): string | null {
  const { ports, office } = planning;
  const plan = planAdoption(planning, values, choice);
  const { counts, stands } = reportAdoption(ports, office, plan);
  const owner = ports.properties.all().owner ?? "";
  const told = ADOPT[office.settings.language].told(plan.lines, plan.people.length, choice.tab);
  // The column's own question, or the owner's words.
  const words = choice.basis || (choice.columns.consent ?? "");
  const agreed = consentStated("consent", words, choice.tab, office.settings.language);
  const stated = words === "" ? {} : { agreed };
  return recordRun(ports, owner, { ...choice, counts, stands, ...stated }, told);
}
