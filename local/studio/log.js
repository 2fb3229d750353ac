// What ran: the last executions as Google's list would show them, idle ticks folded into one line.
import { get } from "./api.js";
import { hear, tell } from "./bus.js";
import { byId, el, fill } from "./dom.js";
import { shortMoment } from "./moments.js";
import { t } from "./words.js";

/** @typedef {{ function: string, startedAt: number, endedAt: number, calls: number, outcome: string, error: string, times: number }} Line */

// The list is for a look back, not an archive.
const linesMax = 80;
let isOpen = false;

export function showLog() {
  hear("room", (/** @type {string} */ room) => {
    isOpen = room === "log";
    void render();
  });
  hear("changed", () => void render());
}

async function render() {
  if (!isOpen) return;
  try {
    const answer = await get("executions");
    const lines = fold(Array.isArray(answer) ? answer : answer.executions);
    fill(
      byId("room-log"),
      el("h2", {}, t("logTitle")),
      el("p", { class: "hint" }, t("logHint")),
      lines.length === 0 ? el("p", { class: "empty" }, t("logEmpty")) : null,
      el("ol", { class: "log" }, ...lines.slice(0, linesMax).map(makeLine)),
    );
  } catch (error) {
    tell("failed", { error });
  }
}

/**
 * Newest first; neighbours that did the same become one line.
 * @param {(Omit<Line, "calls" | "times"> & { calls: number | string[] })[]} records
 * @returns {Line[]}
 */
function fold(records) {
  /** @type {Line[]} */
  const lines = [];
  for (const record of [...records].reverse()) {
    const calls = typeof record.calls === "number" ? record.calls : record.calls.length;
    const last = lines.at(-1);
    if (
      last &&
      last.function === record.function &&
      last.outcome === "ok" &&
      record.outcome === "ok" &&
      last.calls === calls
    ) {
      last.times += 1;
    } else lines.push({ ...record, calls, times: 1 });
  }
  return lines;
}

/** @param {Line} line */
function makeLine(line) {
  const seconds = ((line.endedAt - line.startedAt) / 1_000).toFixed(1);
  return el(
    "li",
    { class: `ran ${line.outcome}` },
    el(
      "span",
      { class: "what" },
      line.function,
      line.times > 1 ? el("b", {}, ` × ${line.times}`) : null,
    ),
    el("time", { datetime: new Date(line.startedAt).toISOString() }, shortMoment(line.startedAt)),
    el("span", { class: "cost" }, t("cost", { calls: line.calls, seconds })),
    line.error ? el("span", { class: "error" }, line.error) : null,
  );
}
