// The owner's rules as they stand now: settings, flows, templates and offers, read together and checked.
import type { OfferRow, TemplateRow } from "../../sheets-schema/index";
import { checkOffers } from "../flows/check-offers";
import { parseRules } from "../flows/parse-rules";
import type { RuleFault, Rules } from "../model/flow";
import { readSettings, type Settings } from "../model/settings";
import type { Ports } from "../ports";

export interface Office {
  readonly settings: Settings;
  readonly rules: Rules;
  readonly templates: readonly TemplateRow[];
  readonly offers: readonly OfferRow[];
  /** Of every tab of rules. */
  readonly faults: readonly RuleFault[];
}

export function loadOffice({ store }: Ports): Office {
  const templates = store.read("Templates").map(({ cells }) => cells);
  const parsed = parseRules({
    flows: store.read("Flows"),
    steps: store.read("Steps"),
    cadence: store.read("Cadence"),
    templates: new Set(templates.map(({ template }) => template).filter((name) => name !== "")),
  });
  const settings = readSettings(store.read("Settings"));
  const offers = store.read("Offers");
  return {
    settings,
    rules: parsed.rules,
    templates,
    offers: offers.map(({ cells }) => cells),
    faults: [...parsed.faults, ...settings.faults, ...checkOffers(offers)],
  };
}
