// What the self-test tries on the platform itself. Each probe cleans up behind itself.
import type { Probe, Probed } from "../model/probe";
import { asSeen, FOUND, lockTaken } from "../words/self-test";
import { HANDLER_FORMS, handlerName } from "./handlers";
import { probeDraftLife, probeDraftList, probeSend } from "./probes/drafts";
import { type Finding, guarded, messageOf } from "./probes/finding";
import {
  onScratchTab,
  probeApostrophe,
  probeAtFormat,
  probeRowMarks,
  timeCells,
} from "./probes/scratch-tab";
import { Stopwatch } from "./probes/stopwatch";
import { probeOddAnswers, probeStatus } from "./probes/web-app";
import { engineKnowsZones, engineTable, platformOffset } from "./zones";

/** Handlers as the built script declares them. */
declare const jobs: { readonly tick?: unknown } | undefined;

/** `execUrl` empty: the web probes fail and say so. */
export function runProbes(execUrl: string, owner: string): Probed {
  const watch = new Stopwatch();
  const probes = [
    guarded("handler", () => probeHandler(watch), false),
    guarded("page", () => probeStatus(execUrl, "?p=health", 200, watch), false),
    guarded("text", () => probeStatus(execUrl, "?p=health&as=text", 302, watch), false),
    guarded("odd answers", () => probeOddAnswers(execUrl, watch), null),
    guarded("draft", () => probeDraftLife(owner, watch), false),
    guarded("send", () => probeSend(owner, watch), false),
    guarded("draft list", probeDraftList, false),
    ...onTab(watch),
    guarded("user lock", () => probeUserLock(watch), false),
    guarded("language", probeLanguage, null),
    guarded("zones", probeZones, false),
  ];
  timed(() => timeStores(watch));
  return { probes, times: watch.times() };
}

function onTab(watch: Stopwatch): readonly Probe[] {
  try {
    return onScratchTab((sheet) => {
      const found = [
        guarded("apostrophe", () => probeApostrophe(sheet, watch), false),
        guarded("at format", () => probeAtFormat(sheet), null),
        guarded("row marks", () => probeRowMarks(sheet), null),
      ];
      timed(() => timeCells(sheet, watch));
      return found;
    });
  } catch (error) {
    return [{ name: "apostrophe", ok: false, seen: asSeen(messageOf(error)) }];
  }
}

function probeHandler(watch: Stopwatch): Finding {
  const wanted = HANDLER_FORMS.map((form) => handlerName("jobs", "tick", form));
  const standing = watch.of("ScriptApp.getProjectTriggers", () => ScriptApp.getProjectTriggers());
  const installed = standing.some((trigger) => wanted.includes(trigger.getHandlerFunction()));
  const callable =
    __HANDLERS__ !== "dot" || (typeof jobs === "object" && typeof jobs.tick === "function");
  const trigger = installed ? FOUND.trigger : FOUND.noTrigger;
  const call = callable ? FOUND.callable : FOUND.notCallable;
  return {
    ok: installed && callable,
    seen: { en: `${trigger.en}, ${call.en}`, zh: `${trigger.zh}，${call.zh}` },
  };
}

/** Taken twice: the second time must do no harm. */
function probeUserLock(watch: Stopwatch): Finding {
  const lock = LockService.getUserLock();
  const [first, second] = [lock.tryLock(0), lock.tryLock(0)];
  const script = LockService.getScriptLock();
  if (watch.of("Lock.tryLock", () => script.tryLock(0))) {
    watch.of("Lock.releaseLock", () => script.releaseLock());
  }
  return { ok: first && second && lock.hasLock(), seen: lockTaken(first, second) };
}

/** The build writes older words in place of newer syntax; of patterns it cannot. */
function probeLanguage(): Finding {
  let lookbehind = true;
  try {
    // Put together here: written out, a platform without it would refuse the whole script.
    new RegExp(["(?<=a)", "b"].join(""));
  } catch {
    lookbehind = false;
  }
  return { ok: null, seen: lookbehind ? FOUND.lookbehind : FOUND.noLookbehind };
}

const ZONES_TRIED = ["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Asia/Shanghai"];
const HOUR_MS = 60 * 60 * 1000;
const HALF_A_YEAR_MS = 182 * 24 * HOUR_MS;

/** By summer and by winter. */
function probeZones(): Finding {
  if (!engineKnowsZones()) return { ok: null, seen: FOUND.zonesAsked };
  const now = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;
  const own = engineTable();
  const differ = ZONES_TRIED.filter((zone) =>
    [now, now + HALF_A_YEAR_MS].some((at) => own(zone, at) !== platformOffset(zone, at)),
  );
  if (differ.length === 0) return { ok: true, seen: FOUND.zonesAgree };
  return { ok: false, seen: asSeen(`≠ ${differ.join(", ")}`) };
}

function timeStores(watch: Stopwatch): void {
  const store = PropertiesService.getScriptProperties();
  watch.of("Properties.getProperties", () => store.getProperties());
  try {
    watch.of("Properties.setProperty", () => store.setProperty("self_test_time", "1"));
    watch.of("Properties.getProperty", () => store.getProperty("self_test_time"));
  } finally {
    watch.of("Properties.deleteProperty", () => store.deleteProperty("self_test_time"));
  }
}

/** A time that could not be taken is not in the report; what was found is. */
function timed(work: () => void): void {
  try {
    work();
  } catch {
    // The report is shorter by what is missing.
  }
}
