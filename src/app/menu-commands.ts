// "Run batch now": what a person can press at any time, answered in the sheet's language.
import { shortWords } from "../model/reasons-short";
import type { Language, Ports } from "../ports";
import { filled } from "../words/filled";
import { RUNS } from "../words/runs";
import { NOT_RUN, sheetLanguage } from "./owner-only";
import type { RunReport } from "./report-run";
import { type NotRun, runBatch } from "./run-batch";

export function runNow(ports: Ports): RunReport | NotRun {
  const report = runBatch(ports, "menu");
  const language = sheetLanguage(ports);
  const said = typeof report === "string" ? NOT_RUN[report][language] : runWords(report, language);
  ports.person.tell("Dripsheet", said);
  return report;
}

export function runWords({ events, sent, skipped, errors }: RunReport, language: Language): string {
  const held = Object.entries(skipped).map(
    ([code, count]) => `${count} × ${shortWords(code, language)}`,
  );
  const what = held.join(language === "zh" ? "、" : ", ");
  const done = filled(RUNS.done, { events: String(events), sent: String(sent) })[language];
  const rest = held.length > 0 ? [filled(RUNS.held, { what })[language]] : [];
  return [done, ...rest, ...errors].join("\n");
}
