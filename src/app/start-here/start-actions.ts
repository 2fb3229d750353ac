// Actions chosen in `do` on Start here, for phones, which show no menu: each is carried out, its cell emptied, and the
// answer written beside it.
import { START_ACTIONS, type StartAction } from "../../../sheets-schema/index";
import { errorText } from "../../model/error-text";
import type { Language, Ports, StoredRow } from "../../ports";
import { ANSWERS } from "../../words/start-actions";
import { backUpNow } from "../back-up";
import { restoreRows } from "../deleted-rows/deleted-rows-restore";
import { readDoorConfig } from "../doors/door-config";
import { markStop } from "../doors/record-event";
import { goLiveByCell, rehearse } from "../go-live";
import { NOT_RUN } from "../owner-only";
import { dryRun } from "../preview/preview-run";
import { undoNewest } from "../row-events";
import { runBatch } from "../run-batch";
import { selfTestAnswer } from "../self-test/self-test";
import { setUpAnswer } from "../set-up";
import { resumeSending } from "../timer/judge-runs";
import { mailOneAnswer } from "./start-mail";
import { putSettings } from "./start-settings";

type Line = StoredRow<"Start here">;

const ANSWER_MAX = 500;
/** What one cell can show of a list. */
const NAMED_MAX = 5;

/** How many were carried out. As the owner, before a pass has read anything; -1 while another run is under way. */
export function startActions(ports: Ports): number {
  const asked = ports.store.read("Start here").filter(isAsked);
  if (asked.length === 0) return 0;
  if (!ports.locks.takeBatch()) return -1;
  for (const line of asked) carryOut(ports, line);
  return asked.length;
}

export function isAsked({ cells, odd }: Line): boolean {
  return cells.id !== "" && (cells.do !== "" || (odd.do ?? "") !== "");
}

/** The cell is emptied first: a run that is cut must not do the same twice. */
function carryOut(ports: Ports, { cells, odd }: Line): void {
  const { language } = readDoorConfig(ports.properties.all());
  const time = ports.workbook.wallTime(ports.clock.now(), "").text.slice(-5);
  const put = (answer: string) => {
    const said = `${time} ${answer}`.slice(0, ANSWER_MAX);
    ports.store.update("Start here", [{ id: cells.id, cells: { do: "", answer: said } }]);
  };
  const action = START_ACTIONS.find((one) => one === cells.do);
  if (action === undefined) {
    put(ANSWERS.unknown(odd.do ?? cells.do)[language]);
    return;
  }
  put(ANSWERS.underWay[language]);
  put(answerTo(ports, action, language));
}

function answerTo(ports: Ports, action: StartAction, language: Language): string {
  try {
    return ACTIONS[action](ports, language);
  } catch (error) {
    ports.log.warn(`${action}: ${String(error)}`);
    return ANSWERS.failed(errorText(error))[language];
  }
}

const ACTIONS: Readonly<Record<StartAction, (ports: Ports, language: Language) => string>> = {
  "run batch": ran,
  preview: previewed,
  "send me mail 1": mailOneAnswer,
  "go LIVE": goLiveByCell,
  rehearse,
  "sending ON": (ports, language) => switched(ports, "ON", language),
  "sending OFF": (ports, language) => switched(ports, "OFF", language),
  undo: (ports) => undoNewest(ports, ports.properties.all()),
  "restore rows": restoreRows,
  "set up": setUpAnswer,
  "self-test": selfTestAnswer,
  "back up": backUpNow,
};

function ran(ports: Ports, language: Language): string {
  const report = runBatch(ports, "menu");
  if (typeof report === "string") return NOT_RUN[report][language];
  const waiting = Object.values(report.skipped).reduce((sum, count) => sum + count, 0);
  const said = ANSWERS.ran(report.events, report.sent, waiting)[language];
  return [said, ...report.errors].join("; ");
}

function previewed(ports: Ports, language: Language): string {
  const { wouldGo, report } = dryRun(ports, ports.properties.all());
  const mails = wouldGo.slice(0, NAMED_MAX).map(({ send }) => `${send.step} → ${send.email}`);
  const waiting = Object.values(report.skipped).reduce((sum, count) => sum + count, 0);
  return ANSWERS.preview(mails, wouldGo.length - mails.length, waiting)[language];
}

function switched(ports: Ports, sending: "ON" | "OFF", language: Language): string {
  putSettings(ports, { sending });
  if (sending === "ON") resumeSending(ports, ports.properties.all(), language);
  markStop(ports);
  runBatch(ports, "edit");
  return (sending === "ON" ? ANSWERS.sendingOn : ANSWERS.sendingOff)[language];
}
