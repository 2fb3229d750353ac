// The owner's rules as they stand now: settings, flows, templates and offers, read together and checked.
import type { OfferRow, TemplateRow } from "../../sheets-schema/index";
import type { ParsedRules } from "../flows/parse-rules";
import { parseRules } from "../flows/parse-rules";
import type { Rules } from "../model/flow";
import { readSettings, type Settings } from "../model/settings";
import type { Ports } from "../ports";

export interface Office {
  readonly settings: Settings;
  readonly rules: Rules;
  readonly templates: readonly TemplateRow[];
  readonly offers: readonly OfferRow[];
  readonly parsed: ParsedRules;
}

export function loadOffice({ store }: Ports): Office {
  const templates = store.read("Templates").map(({ cells }) => cells);
  const parsed = parseRules({
    flows: store.read("Flows"),
    steps: store.read("Steps"),
    cadence: store.read("Cadence"),
    templates: new Set(templates.map(({ template }) => template).filter((name) => name !== "")),
  });
  return {
    settings: readSettings(store.read("Settings")),
    rules: parsed.rules,
    templates,
    offers: store.read("Offers").map(({ cells }) => cells),
    parsed,
  };
}
