// What the self-test tries on the platform itself. Each probe cleans up behind itself.
import type { Probe } from "../model/probe";
import { handlerName } from "./handlers";
import { probeDraftLife, probeDraftList } from "./probes/drafts";
import { probeApostrophe, probeAtFormat } from "./probes/scratch-tab";

/** Handlers as the built script declares them. */
declare const jobs: { readonly tick?: unknown } | undefined;

export interface ProbeInput {
  /** The stored /exec address; empty: the two web probes fail and say so. */
  readonly execUrl: string;
  readonly owner: string;
}

export function runProbes({ execUrl, owner }: ProbeInput): readonly Probe[] {
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
    return { name, ok: false, seen: error instanceof Error ? error.message : String(error) };
  }
}

function probeHandler(): Finding {
  const wanted = handlerName("jobs", "tick");
  const handlers = ScriptApp.getProjectTriggers().map((trigger) => trigger.getHandlerFunction());
  const installed = handlers.includes(wanted);
  const callable =
    __HANDLERS__ !== "dot" || (typeof jobs === "object" && typeof jobs.tick === "function");
  const trigger = installed ? `trigger ${wanted}` : `no trigger ${wanted}`;
  return {
    ok: installed && callable,
    seen: `${trigger}, ${callable ? "callable" : "not callable"}`,
  };
}

function probeStatus(execUrl: string, query: string, wanted: number): Finding {
  if (execUrl === "") return { ok: false, seen: "no web app address in Settings" };
  const options = { followRedirects: false, muteHttpExceptions: true };
  const status = UrlFetchApp.fetch(execUrl + query, options).getResponseCode();
  return { ok: status === wanted, seen: `answered ${status}` };
}

/** Taken twice: the second time must do no harm. */
function probeUserLock(): Finding {
  const lock = LockService.getUserLock();
  const [first, second] = [lock.tryLock(0), lock.tryLock(0)];
  return { ok: first && second && lock.hasLock(), seen: `taken ${first}, again ${second}` };
}
