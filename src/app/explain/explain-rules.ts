// The rows of Flows, Steps, Cadence, Templates and Offers that decide a row's next mail, each with a mark of its content.
import type { Row, TabName } from "../../../sheets-schema/index";
import { chooseTemplate } from "../../content/choose-template";
import type { Enrollment } from "../../model/enrollment";
import { stepAt } from "../../model/flow";
import { offerOfFlow } from "../../model/offer";
import type { DryRun } from "../preview/preview-run";
import type { Planning } from "../sending/plan";
import type { Outcome } from "./explain";

export interface RuleUsed {
  readonly tab: TabName;
  readonly name: string;
  /** What it says, in the words of its cells. */
  readonly says: string;
  /** Changes when, and only when, the row does. */
  readonly version: string;
}

export function rulesUsed(
  { ports, wouldGo }: DryRun,
  planning: Planning,
  { row }: Enrollment,
  outcome: Outcome,
): readonly RuleUsed[] {
  const flow = planning.office.rules.get(row.flow);
  const step = "step" in outcome ? outcome.step : row.next_step;
  const went = wouldGo.find(({ send }) => send.enrollment === row.id)?.send;
  const template = went?.template ?? "";
  const names = flow?.steps.find((one) => one.step === step)?.templates ?? [];
  const { templates, settings } = planning.office;
  const words = names.map((name) => chooseTemplate(templates, name, row.locale, settings.language));
  // The row has moved on where the mail is one of the cadence.
  const stages = went === undefined ? [row.stage ?? 0] : [(row.stage ?? 0) - 1, row.stage ?? 0];
  const stage = stages.find((at) => flow !== undefined && stepAt(flow, at)?.step === step);
  const offer = offerOfFlow(planning.office.offers, row.flow)?.offer;
  const found = [
    used("Flows", "flow", (cells) => cells.flow === row.flow, flowSays),
    used("Steps", "step", (cells) => cells.step === step, stepSays),
    used("Cadence", "row", (cells) => cells.flow === row.flow && holds(cells, stage), waitSays),
    used(
      "Templates",
      "row",
      (cells) => isTemplate(cells, template, words),
      (cells) => cells.subject,
    ),
    used("Offers", "offer", (cells) => cells.offer === offer, offerSays),
  ];
  return found.flat();

  function used<N extends TabName>(
    tab: N,
    name: keyof Row<N>,
    wanted: (cells: Row<N>) => boolean,
    says: (cells: Row<N>) => string,
  ): readonly RuleUsed[] {
    return ports.store
      .read(tab)
      .filter(({ cells }) => wanted(cells))
      .map(({ cells }) => ({
        tab,
        name: String(cells[name]),
        says: says(cells),
        version: versionOf(cells),
      }));
  }

  /** What the machine notes beside a rule is no part of it. */
  function versionOf(cells: object): string {
    const own = Object.entries(cells).filter(([name]) => !BESIDE.includes(name));
    return ports.secrets.digest(JSON.stringify(own)).slice(0, VERSION_LENGTH);
  }
}

const BESIDE: readonly string[] = ["check", "proposed_wait"];
const VERSION_LENGTH = 6;

function flowSays({ on, entry, stops_on }: Row<"Flows">): string {
  return `on ${on || "NO"} · entry ${entry} · stops on ${stops_on}`;
}

function stepSays(cells: Row<"Steps">): string {
  const at = cells.stage === null ? cells.sent_on : `stage ${cells.stage}`;
  const late = cells.late_max === "" ? "" : ` · late_max ${cells.late_max}`;
  return `${at} · ${cells.class}${late}`;
}

function holds({ stage_from, stage_to }: Row<"Cadence">, stage: number | undefined): boolean {
  if (stage === undefined) return false;
  return (stage_from ?? 0) <= stage && stage <= (stage_to ?? Number.POSITIVE_INFINITY);
}

function waitSays({ wait, counts_from }: Row<"Cadence">): string {
  return `${wait} from ${counts_from}`;
}

/** The one it was written with, else those it may be written with. */
function isTemplate(
  { row, template, locale }: Row<"Templates">,
  written: string,
  words: readonly (Row<"Templates"> | null)[],
): boolean {
  if (written !== "") return written === `${template} ${locale}`;
  return words.some((one) => one !== null && one.row === row);
}

function offerSays({ price, window, price_after }: Row<"Offers">): string {
  return [price, window, price_after].filter((cell) => cell !== "").join(" → ");
}
