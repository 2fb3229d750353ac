// What the self-test tries on the platform itself. Each probe cleans up behind itself.
import type { Probe } from "../model/probe";
import { answered, asSeen, FOUND, lockTaken } from "../words/self-test";
import { handlerName } from "./handlers";
import { probeDraftLife, probeDraftList } from "./probes/drafts";
import { probeApostrophe, probeAtFormat } from "./probes/scratch-tab";

/** Handlers as the built script declares them. */
declare const jobs: { readonly tick?: unknown } | undefined;

/** `execUrl` empty: the two web probes fail and say so. */
export function runProbes(execUrl: string, owner: string): readonly Probe[] {
  return [
    guarded("handler", probeHandler),
    guarded("page", () => probeStatus(execUrl, "?p=health", 200)),
    guarded("text", () => probeStatus(execUrl, "?p=health&as=text", 302)),
    guarded("draft", () => probeDraftLife(owner)),
    guarded("apostrophe", probeApostrophe),
    guarded("at format", probeAtFormat),
    guarded("user lock", probeUserLock),
    guarded("draft list", probeDraftList),
  ];
}

type Finding = Omit<Probe, "name">;

function guarded(name: Probe["name"], probe: () => Finding): Probe {
  try {
    return { name, ...probe() };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { name, ok: false, seen: asSeen(message) };
  }
}

function probeHandler(): Finding {
  const wanted = handlerName("jobs", "tick");
  const handlers = ScriptApp.getProjectTriggers().map((trigger) => trigger.getHandlerFunction());
  const installed = handlers.includes(wanted);
  const callable =
    __HANDLERS__ !== "dot" || (typeof jobs === "object" && typeof jobs.tick === "function");
  const trigger = installed ? FOUND.trigger : FOUND.noTrigger;
  const call = callable ? FOUND.callable : FOUND.notCallable;
  return {
    ok: installed && callable,
    seen: { en: `${trigger.en}, ${call.en}`, zh: `${trigger.zh}，${call.zh}` },
  };
}

function probeStatus(execUrl: string, query: string, wanted: number): Finding {
  if (execUrl === "") return { ok: false, seen: FOUND.noAddress };
  const options = { followRedirects: false, muteHttpExceptions: true };
  const status = UrlFetchApp.fetch(execUrl + query, options).getResponseCode();
  return { ok: status === wanted, seen: answered(status) };
}

/** Taken twice: the second time must do no harm. */
function probeUserLock(): Finding {
  const lock = LockService.getUserLock();
  const [first, second] = [lock.tryLock(0), lock.tryLock(0)];
  return { ok: first && second && lock.hasLock(), seen: lockTaken(first, second) };
}
