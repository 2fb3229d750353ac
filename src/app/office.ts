// The owner's rules as they stand now: settings, flows, templates and offers, read together and checked.
import type { RegionRow, TemplateRow } from "../../sheets-schema/index";
import { nextDue } from "../cadence/next-due";
import { checkLiveTemplates } from "../flows/check-live-templates";
import { withFaults } from "../flows/faults";
import { parseOffers } from "../flows/parse-offers";
import { parseRules } from "../flows/parse-rules";
import type { Ground } from "../model/fact";
import type { RuleFault, Rules } from "../model/flow";
import type { Offers } from "../model/offer";
import { say } from "../model/reason";
import { chosenRegions } from "../model/region";
import { readSettings, type Settings } from "../model/settings";
import type { Ports, StoredRow } from "../ports";
import { chosenNameFaults } from "./chosen-names";
import { mailerFaults } from "./sending/mailer-fault";

export interface Office {
  readonly settings: Settings;
  readonly rules: Rules;
  readonly templates: readonly TemplateRow[];
  readonly offers: Offers;
  /** Those that Settings names; the tab is read only then. */
  readonly regions: readonly RegionRow[];
  readonly seldom: Seldom;
  /** Of every tab of rules. */
  readonly faults: readonly RuleFault[];
  /** What the check column says now, by tab and id: told anew only where it differs. */
  readonly checks: Readonly<Record<RuleTab, ReadonlyMap<string, string>>>;
}
export type RuleTab = "Flows" | "Steps" | "Cadence" | "Offers" | "Settings" | "Templates";

/** Tabs that are seldom edited, as they were read before. */
export type Seldom = { readonly [N in "Offers" | "Steps" | "Cadence"]: readonly StoredRow<N>[] };

export function readSeldom({ store }: Ports): Seldom {
  return {
    Offers: store.read("Offers"),
    Steps: store.read("Steps"),
    Cadence: store.read("Cadence"),
  };
}

export function loadOffice(ports: Ports, seldom: Seldom = readSeldom(ports)): Office {
  const { store } = ports;
  const { Offers: offerRows, Steps: steps, Cadence: cadence } = seldom;
  const templates = store.read("Templates");
  const flows = store.read("Flows");
  const parsed = parseRules({
    ...{ flows, steps, cadence },
    templates: named(templates.map(({ cells }) => cells.template)),
    offers: named(offerRows.map(({ cells }) => cells.offer)),
  });
  const { offers, faults } = parseOffers(offerRows, parsed.rules);
  const inWords = checkLiveTemplates(templates, parsed.rules);
  const settingRows = store.read("Settings");
  const settings = readSettings(settingRows);
  const regions = regionRows(store, settings);
  const settingFaults = [
    ...settings.faults,
    ...mailerFaults(ports, settings, settingRows),
    ...chosenNameFaults(ports, regions, settings, settingRows),
  ];
  return {
    settings,
    rules: withFaults(parsed.rules, [...faults, ...inWords]),
    templates: templates.map(({ cells }) => cells),
    offers,
    regions: chosenRegions(regions, settings.pace.regions),
    seldom,
    faults: [...parsed.faults, ...faults, ...inWords, ...settingFaults],
    checks: {
      Flows: checksOf(flows, ({ flow }) => flow),
      Steps: checksOf(steps, ({ step }) => step),
      Cadence: checksOf(cadence, ({ row }) => row),
      Offers: checksOf(offerRows, ({ offer }) => offer),
      Settings: checksOf(settingRows, ({ key }) => key),
      Templates: checksOf(templates, ({ row }) => row),
    },
  };
}

function regionRows(store: Ports["store"], { pace }: Settings): readonly RegionRow[] {
  return pace.regions.length === 0 ? [] : store.read("Regions").map(({ cells }) => cells);
}

function checksOf<R extends { readonly check: string }>(
  rows: readonly { readonly cells: R }[],
  idOf: (cells: R) => string,
): ReadonlyMap<string, string> {
  // Of two rows with one id the upper is the one that is written.
  return new Map(rows.map(({ cells }) => [idOf(cells), cells.check] as const).reverse());
}

/** Settings alone, for a window that needs no more. */
export function loadSettings({ store }: Ports): Settings {
  return readSettings(store.read("Settings"));
}

/** An edit of one row asks nobody to confirm: it may go without the regions. */
type Grounds = Pick<Office, "rules" | "offers" | "settings"> & Partial<Pick<Office, "regions">>;

/** What transitions may know besides the person. */
export function groundOf({ rules, offers, settings, regions = [] }: Grounds, now: number): Ground {
  return {
    ...{ rules, offers, nextDue, now },
    regionAsks: regions.some(({ double_opt_in }) => double_opt_in === "YES"),
    // A mode nobody can read makes nobody a test row.
    rehearsal: settings.mode === "REHEARSAL" && !settings.faults.some(({ id }) => id === "mode"),
    say: (told) => say(told, settings.language),
  };
}

/** Without those that are empty. */
export function named(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.filter((name) => name !== ""));
}
