// The window that adopts somebody's own sheet: choose the tab, say which column is what, see what would happen, write.
import type { Ports } from "../../ports";
import { ADOPT, ADOPT_TITLE } from "../../words/adopt";
import { BY_COLUMN } from "../adopt-flow";
import { type AdoptChoice, type Planning, planAdoption } from "../adopt-plan";
import { reportAdoption } from "../adopt-report";
import { adoptSome, recordRun } from "../adopt-write";
import { Book } from "../book";
import { readDoorConfig } from "../door-config";
import { loadOffice } from "../office";
import { refusalOf } from "../owner-only";
import { choiceOf, columnsView, doneView, reportView, tabView } from "./adopt-views";
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
  const planning = { ports, office, book: new Book(ports), now, proof: args.proof ?? "" };
  if (args.go === "write") return write(planning, values, choice, args);
  const plan = planAdoption(planning, values, choice);
  return { view: reportView(reportAdoption(ports, office, plan), choice, office) };
}

function whatLacks({ columns, flow }: AdoptChoice, language: "en" | "zh"): string | null {
  if (columns.email === undefined) return ADOPT[language].needsEmail;
  const unnamed = flow === BY_COLUMN && columns.flow === undefined;
  return unnamed ? ADOPT[language].needsFlow : null;
}

/** Some hundred people, and the window presses again by itself until nobody is left. */
function write(
  planning: Planning,
  values: Parameters<typeof planAdoption>[1],
  choice: AdoptChoice,
  args: DialogArgs,
): DialogAnswer {
  const { ports, office } = planning;
  const { language } = office.settings;
  const said = ADOPT[language];
  const proof = args.proof || firstOf(planning, values, choice);
  if (proof === null) return { message: said.busy };
  const told = { ...planning, proof };
  const plan = planAdoption(told, values, choice);
  const of = Number(args.of) || plan.people.length;
  if (plan.people.length === 0) return { message: said.done(of), view: doneView(language) };
  if (!adoptSome(told, plan)) return { message: said.busy };
  const left = planAdoption({ ...told, book: new Book(ports) }, values, choice).people.length;
  // What cannot be written must not press for ever.
  if (left === 0 || left >= plan.people.length) {
    return { message: said.done(of - left), view: doneView(language) };
  }
  const done = of - left;
  const more = { args: { ...args, proof, of: String(of) }, done, of };
  return { message: said.working(done, of), more };
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
  return recordRun(ports, owner, { ...choice, counts, stands }, told);
}
