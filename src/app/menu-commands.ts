// What a person can press at any time: run now, preview, self-test. Each answers in the sheet's language.
import type { Words } from "../../sheets-schema/index";
import { SCHEMA_VERSION } from "../../sheets-schema/index";
import type { PROBES, Probe } from "../model/probe";
import { type Reason, say } from "../model/reason";
import { shortWords } from "../model/reasons-short";
import type { Language, Ports } from "../ports";
import { sendingStop } from "../stop-loss/sending-stop";
import { Book } from "./book";
import type { StartLine } from "./check-words";
import { loadOffice } from "./office";
import { languageOf, NOT_RUN } from "./owner-only";
import { readEvents } from "./pending-events";
import { type RunReport, writeStartHere } from "./report-run";
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

/** What each probe of the platform means when it fails. */
const PROBE_WORDS: Readonly<Record<(typeof PROBES)[number], Words>> = {
  handler: {
    en: "timers and menu call methods by name",
    zh: "定时器和菜单能按名称调用方法",
  },
  page: { en: "the web app answers a page with 200", zh: "网页应用以 200 返回页面" },
  text: {
    en: "the web app answers text with 302: Stripe comes again",
    zh: "文本以 302 返回：Stripe 会重试",
  },
  draft: {
    en: "a Gmail draft can be made, found and deleted",
    zh: "可以建立、找到并删除 Gmail 草稿",
  },
  apostrophe: { en: "strangers' text stays text in the sheet", zh: "外来文字在表中保持为文本" },
  "at format": { en: "how text cells behave here", zh: "文本格式单元格的行为" },
  "user lock": { en: "two runs cannot overlap", zh: "两次运行不会重叠" },
  "draft list": {
    en: "drafts can be listed: a cut run can be mended",
    zh: "可以列出草稿：中断的运行可以恢复",
  },
};

export function selfTest(ports: Ports, probes: readonly Probe[]): readonly Probe[] {
  const language = languageOf(ports);
  const rows: StartLine[] = probes.map(({ name, ok, seen }) => ({
    id: `self-test: ${name}`,
    check: `self-test: ${name}`,
    state: ok ? "✓" : "✗",
    what_to_do: `${PROBE_WORDS[name][language]} (${seen})`,
    at: ports.clock.now(),
  }));
  writeStartHere(ports, rows);
  const lines = rows.map(({ check, state, what_to_do }) => `${state} ${check}: ${what_to_do}`);
  ports.person.tell(language === "zh" ? "自检" : "Self-test", lines.join("\n"));
  return probes;
}
