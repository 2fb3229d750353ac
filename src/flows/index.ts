// Everything a new sheet starts with. Set up adds rows that are missing and changes none.
import type { Row, Words } from "../../sheets-schema/index";
import { geoCadence, geoFlow, geoSteps } from "./geo";
import { shippedOffers } from "./offers";
import { shippedSettings } from "./settings";
import { geoTemplates } from "./templates/geo";

type ShippedTab = "Settings" | "Flows" | "Steps" | "Cadence" | "Templates" | "Offers";

export function shippedRows(language: keyof Words): {
  readonly [N in ShippedTab]: readonly Row<N>[];
} {
  return {
    Settings: shippedSettings(language),
    Flows: [geoFlow(language)],
    Steps: geoSteps,
    Cadence: geoCadence,
    Templates: geoTemplates,
    Offers: shippedOffers(language),
  };
}
