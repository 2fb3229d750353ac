// Everything a new sheet starts with. Set up adds rows that are missing and changes none.
import type { Row, Words } from "../../sheets-schema/index";
import { shippedOffers } from "./offers";
import { shippedRegions } from "./regions";
import { shippedRegister } from "./register";
import { shippedSettings } from "./settings";
import { shippedFlows } from "./shipped-flows";
import { shippedCadence, shippedSteps } from "./shipped-steps";
import { shippedTemplates } from "./templates/index";

type ShippedTab =
  | "Settings"
  | "Flows"
  | "Steps"
  | "Cadence"
  | "Templates"
  | "Offers"
  | "Regions"
  | "Register";

export { SELDOM, YOURS } from "./settings";

export function shippedRows(language: keyof Words): {
  readonly [N in ShippedTab]: readonly Row<N>[];
} {
  return {
    Settings: shippedSettings(language),
    Flows: shippedFlows(language),
    Steps: shippedSteps,
    Cadence: shippedCadence,
    Templates: shippedTemplates,
    Offers: shippedOffers(language),
    Regions: shippedRegions(language),
    Register: shippedRegister(language),
  };
}
