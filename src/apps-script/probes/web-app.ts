// Self-test: what the web app answers, asked over the network like anybody.
import { answered, asSeen, FOUND } from "../../words/self-test";
import type { Finding } from "./finding";
import type { Stopwatch } from "./stopwatch";

const KEY = "self_test_key";
const ODD = ["nothing", "throw", "promise"] as const;

export function probeStatus(
  execUrl: string,
  query: string,
  wanted: number,
  watch: Stopwatch,
): Finding {
  if (execUrl === "") return { ok: false, seen: FOUND.noAddress };
  const status = statusOf(execUrl + query, watch);
  return { ok: status === wanted, seen: answered(status) };
}

/** Nothing, an error and a promise. Our doors never answer so; were one of them heard as a failure, we could. */
export function probeOddAnswers(execUrl: string, watch: Stopwatch): Finding {
  if (execUrl === "") return { ok: null, seen: FOUND.noAddress };
  const store = PropertiesService.getScriptProperties();
  const key = Utilities.getUuid();
  store.setProperty(KEY, key);
  try {
    const seen = ODD.map((as) => {
      const query = `?p=self-test&as=${as}&t=${key}`;
      return `${as} ${statusOf(execUrl + query, watch)}`;
    });
    return { ok: null, seen: asSeen(seen.join(", ")) };
  } finally {
    store.deleteProperty(KEY);
  }
}

function statusOf(url: string, watch: Stopwatch): number {
  const options = { followRedirects: false, muteHttpExceptions: true };
  return watch.of("UrlFetchApp.fetch", () => UrlFetchApp.fetch(url, options)).getResponseCode();
}

/** What such a question gets; null: this is none, or no self-test asks at this moment. */
export function oddAnswer(event: unknown): (() => unknown) | null {
  const { parameter } = (event ?? {}) as { readonly parameter?: Readonly<Record<string, unknown>> };
  if (parameter?.p !== "self-test") return null;
  const key = PropertiesService.getScriptProperties().getProperty(KEY);
  if (key === null || parameter.t !== key) return null;
  if (parameter.as === "promise") return () => Promise.resolve();
  if (parameter.as === "nothing") return () => undefined;
  return () => {
    throw new Error("Dripsheet self-test");
  };
}
