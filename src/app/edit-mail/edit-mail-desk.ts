// The rules as far as words need them. Cadence says nothing of words, and is not read: each tab is a call to wait for.
import { parseOffers } from "../../flows/parse-offers";
import { parseRules } from "../../flows/parse-rules";
import { readSettings } from "../../model/settings";
import type { Ports } from "../../ports";
import type { Office } from "../office";

export type Desk = Pick<Office, "settings" | "rules" | "templates" | "offers">;

export function loadDesk({ store }: Ports): Desk {
  const templates = store.read("Templates").map(({ cells }) => cells);
  const offerRows = store.read("Offers");
  const { rules } = parseRules({
    flows: store.read("Flows"),
    steps: store.read("Steps"),
    cadence: [],
    templates: new Set(templates.map(({ template }) => template)),
    offers: new Set(offerRows.map(({ cells }) => cells.offer)),
  });
  const { offers } = parseOffers(offerRows, rules);
  return { settings: readSettings(store.read("Settings")), rules, templates, offers };
}
