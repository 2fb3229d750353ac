// What a person can press at any time: run now, preview. Each answers in the sheet's language.
import { SCHEMA_VERSION } from "../../sheets-schema/index";
import { type Reason, say } from "../model/reason";
import { shortWords } from "../model/reasons-short";
import type { Language, Ports } from "../ports";
import { sendingStop } from "../stop-loss/sending-stop";
import { Book } from "./book";
import { loadOffice } from "./office";
import { languageOf, NOT_RUN } from "./owner-only";
import { readEvents } from "./pending-events";
import type { RunReport } from "./report-run";
import { type NotRun, runBatch } from "./run-batch";
import { plan } from "./send-due";

export function runNow(ports: Ports): RunReport | NotRun {
  const report = runBatch(ports, "menu");
  const language = languageOf(ports);
  ports.person.tell(
    "Dripsheet",
    typeof report === "string" ? NOT_RUN[report][language] : told(report, language),
  );
  return report;
}

function told(report: RunReport, language: Language): string {
  const held = Object.entries(report.skipped).map(
    ([code, count]) => `${count} × ${shortWords(code, language)}`,
  );
  const lines =
    language === "zh"
      ? [
          `已处理事件 ${report.events} 件，发送 ${report.sent} 封。`,
          held.length > 0 ? `未发送：${held.join("、")}` : "",
        ]
      : [
          `${report.events} events handled, ${report.sent} mails sent.`,
          held.length > 0 ? `Not sent: ${held.join(", ")}` : "",
        ];
  return [...lines, ...report.errors].filter((line) => line !== "").join("\n");
}

export interface Preview {
  readonly wouldGo: readonly string[];
  readonly wouldNot: readonly string[];
  readonly waitingEvents: number;
}

/** Who would get what, and who not and why. Sends nothing, writes nothing. */
export function previewBatch(ports: Ports): Preview {
  const kept = ports.properties.all();
  const office = loadOffice(ports);
  const { language } = office.settings;
  const speak = (why: Reason) => say(why, language);
  const sent = new Map(ports.store.read("Sends").map(({ cells }) => [cells.send_key, cells]));
  const stop = sendingStop(office.settings, ports.store.fileId(), SCHEMA_VERSION);
  const book = new Book(ports);
  const planned = plan(
    {
      ports,
      kept,
      office,
      book,
      startedAt: ports.clock.now(),
      looked: new Map(),
      written: new Map(),
    },
    sent,
    stop,
  );
  const preview: Preview = {
    wouldGo: planned.sends.map((due) => `${due.step.step} → ${due.enrollment.row.email}`),
    wouldNot: planned.blocked.map(
      ({ enrollment, why }) => `${enrollment.row.email}: ${speak(why)}`,
    ),
    waitingEvents: readEvents(ports, office.settings.mode).pending.length + book.edited.length,
  };
  ports.person.tell("Dripsheet", previewText(preview, language));
  return preview;
}

function previewText({ wouldGo, wouldNot, waitingEvents }: Preview, language: Language): string {
  const zh = language === "zh";
  const list = (lines: readonly string[]) => [...lines.slice(0, 40), lines.length > 40 ? "…" : ""];
  if (wouldGo.length + wouldNot.length + waitingEvents === 0) {
    return zh ? "没有到期的邮件。" : "Nothing is due, and nothing waits.";
  }
  return [
    zh ? `将发送 ${wouldGo.length} 封：` : `${wouldGo.length} mails would go:`,
    ...list(wouldGo),
    zh ? `不会发送 ${wouldNot.length} 封：` : `${wouldNot.length} would not:`,
    ...list(wouldNot),
    waitingEvents === 0
      ? ""
      : zh
        ? `发送前会先处理 ${waitingEvents} 件新事件，结果可能变化。`
        : `${waitingEvents} new events are handled first and may change this.`,
  ]
    .filter((line) => line !== "")
    .join("\n");
}
