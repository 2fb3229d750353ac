// The window that takes in a list of people: paste, file or tab; which column is what and why they may be written to; what
// would happen; write. The list itself stays in the window between presses.

import { IMPORT_FIELDS } from "../../events/import-columns";
import { BASES } from "../../model/basis";
import { plainLine } from "../../model/one-line";
import type { Language, OtherCell, Ports } from "../../ports";
import { IMPORT, IMPORT_TITLE } from "../../words/import";
import { wallReader } from "../adopt/adopt-clock";
import { PEOPLE_ONLY } from "../adopt/adopt-flow";
import { type AdoptChoice, type Planning, planAdoption } from "../adopt/adopt-plan";
import { reportAdoption } from "../adopt/adopt-report";
import { ROWS_MAX, readList } from "../adopt/import-list";
import { recordedProofs, recordProofs } from "../adopt/import-proof";
import { Book } from "../book";
import { readDoorConfig } from "../doors/door-config";
import { loadOffice } from "../office";
import { mayWrite, refusalOf } from "../owner-only";
import { chosenColumns } from "./adopt-columns";
import { writeSome } from "./adopt-press";
import { type DialogAnswer, type DialogArgs, type DialogKind, openDialog } from "./dialog";
import { dryView, mappingView, sourceView } from "./import-views";

type Values = readonly (readonly OtherCell[])[];

export const IMPORT_DIALOG: DialogKind = {
  name: "import",
  title: IMPORT_TITLE,
  widthPx: 640,
  heightPx: 700,
  act,
};

export function openImport(ports: Ports): void {
  if (!mayWrite(ports)) return;
  const { language } = readDoorConfig(ports.properties.all());
  const view = sourceView(ports.otherTabs.names(), { name: "", tab: "" }, language);
  openDialog(ports, IMPORT_DIALOG, view, language);
}

function act(ports: Ports, args: DialogArgs): DialogAnswer {
  const refusal = refusalOf(ports);
  const office = loadOffice(ports);
  const { language } = office.settings;
  if (refusal !== null) return { message: refusal[language] };
  const said = IMPORT[language];
  const now = ports.clock.now();
  const choice = choiceOf(args, wallReader(ports.workbook).wallOf(now).slice(0, 10));
  const source = () =>
    sourceView(ports.otherTabs.names(), { name: args.list ?? "", tab: choice.tab }, language);
  if (args.go === "source") return { view: source() };
  const values = valuesOf(ports, args, language);
  if (typeof values === "string") return { message: values, view: source() };
  const mapping = () => mappingView(choice, values, office, args.flow !== undefined, language);
  if (args.go !== "dry" && args.go !== "write") return { view: mapping() };
  if (choice.columns.email === undefined) return { message: said.needsEmail, view: mapping() };
  if (choice.list?.basis !== "" && choice.basis.length < 3) {
    return { message: said.needsWords, view: mapping() };
  }
  const dry: Planning = { ports, office, book: new Book(ports), now, proofOf: () => "" };
  if (args.go === "write") return write(dry, values, choice, args);
  const plan = planAdoption(dry, values, choice);
  const until = plan.overdueUntil;
  const report = {
    ...{ plan, report: reportAdoption(ports, office, plan) },
    until: until === 0 ? "" : wallReader(ports.workbook).wallOf(until).slice(0, 16),
  };
  return { view: dryView(report, choice, values, office) };
}

const NAME_MAX = 60;
const WORDS_MAX = 200;

function choiceOf(args: DialogArgs, today: string): AdoptChoice {
  const name = plainLine(args.list ?? "").slice(0, NAME_MAX) || (args.tab ?? "") || today;
  return {
    tab: args.tab ?? "",
    columns: chosenColumns(args, IMPORT_FIELDS),
    flow: args.flow ?? PEOPLE_ONLY,
    order: "",
    basis: (args.words ?? "").trim().slice(0, WORDS_MAX),
    list: { name, basis: BASES.find((one) => one === args.basis) ?? "" },
  };
}

/** Or what is wrong with it. */
function valuesOf({ otherTabs }: Ports, args: DialogArgs, language: Language): Values | string {
  const said = IMPORT[language];
  const { tab = "", text = "" } = args;
  if (tab !== "") {
    const values = otherTabs.read(tab) ?? [];
    if (values.length > ROWS_MAX + 1) return said.tooLong(ROWS_MAX);
    return values.length < 2 ? said.empty : values;
  }
  const read = readList(text);
  if (read.kind === "rows") return read.values;
  if (read.kind === "quote") return said.quote(read.line);
  return read.kind === "empty" ? said.empty : said.tooLong(ROWS_MAX);
}

function write(
  dry: Planning,
  values: Values,
  choice: AdoptChoice,
  { text: _, ...args }: DialogArgs,
): DialogAnswer {
  const said = IMPORT[dry.office.settings.language];
  const begun = args.of !== undefined;
  const proofOf = (begun ? recordedProofs : recordProofs)(dry, values, choice);
  if (proofOf === null) return { message: said.busy };
  return writeSome({ ...dry, proofOf }, values, choice, args, said);
}
