// The words of every mail a new sheet starts with.
import type { TemplateRow } from "../../../sheets-schema/index";
import { askTemplates } from "./asks";
import { courseTemplates } from "./course";
import { freeCheckTemplates } from "./free-check";
import { geoTemplates } from "./geo";
import { geoToLiteTemplates } from "./geo-to-lite";
import { liteTemplates1To3 } from "./lite-1-to-3";
import { liteTemplates4To6 } from "./lite-4-to-6";
import { liteTemplates7To10 } from "./lite-7-to-10";
import { liteConclusionTemplates } from "./lite-conclusions";
import { liteServiceTemplates } from "./lite-service";
import { paymentTemplates } from "./payments";

export const shippedTemplates: readonly TemplateRow[] = [
  ...geoTemplates,
  ...geoToLiteTemplates,
  ...freeCheckTemplates,
  ...liteServiceTemplates,
  ...liteTemplates1To3,
  ...liteTemplates4To6,
  ...liteTemplates7To10,
  ...liteConclusionTemplates,
  ...paymentTemplates,
  ...courseTemplates,
  ...askTemplates,
];
