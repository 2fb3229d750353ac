// The GEO flow: the pack that was asked for at once, one more mail 48 hours later, then done.
import type { CadenceRow, FlowRow, StepRow, Words } from "../../sheets-schema/index";

const ABOUT: Words = {
  en: "GEO pack: mail 1 with the download at once, mail 2 after 48 hours, then done.",
  zh: "GEO 资料包：立即发第 1 封（含下载），48 小时后第 2 封，然后结束。",
};

export function geoFlow(language: keyof Words): FlowRow {
  return {
    flow: "geo",
    on: "YES",
    about: ABOUT[language],
    entry: "form:geo",
    reentry_days: 30,
    stops_on: "payment, unsubscribe",
    check: "",
  };
}

export const geoSteps: readonly StepRow[] = [
  { step: "geo_1", flow: "geo", stage: 0, template: "geo_1", class: "service", check: "" },
  { step: "geo_2", flow: "geo", stage: 1, template: "geo_2", class: "marketing", check: "" },
];

export const geoCadence: readonly CadenceRow[] = [
  {
    row: "geo-0",
    flow: "geo",
    stage_from: 0,
    stage_to: 0,
    wait: "0",
    counts_from: "entry",
    check: "",
  },
  {
    row: "geo-1",
    flow: "geo",
    stage_from: 1,
    stage_to: 1,
    wait: "48 h",
    counts_from: "last mail",
    check: "",
  },
];
