// Keeps the page in step with the world behind it by asking for the status once a second.
import { get } from "./api.js";
import { hear, tell } from "./bus.js";

// Quick enough to feel live, slow enough that an open page costs nothing worth measuring.
const askEveryMs = 1_000;

/** @typedef {{ state: "offered" | "playing" | "played" | "none", day?: number, days?: number, people?: number }} Month */
/** @typedef {{ now: string, month: Month, changes: number, timeZone: string, clock: string, triggers: { handler: string, nextAt: string | null }[] }} Status */

/** @type {Status | null} */
let last = null;
let lost = false;
/** @type {Promise<void> | null} */
let asking = null;
let again = false;

/** @returns {Status | null} */
export function status() {
  return last;
}

export function startWatching() {
  hear("refresh", () => void ask());
  document.addEventListener("visibilitychange", () => void ask());
  setInterval(() => {
    if (!document.hidden) void ask();
  }, askEveryMs);
  return ask();
}

/** One question at a time: a slow answer must not pile up more. Asked meanwhile: once more after it. */
function ask() {
  if (asking) again = true;
  asking ??= askOnce().finally(() => {
    asking = null;
    if (again) void ask();
  });
  return asking;
}

async function askOnce() {
  again = false;
  try {
    const next = /** @type {Status} */ (await get("status"));
    const changed = lost || last === null || next.changes !== last.changes;
    last = next;
    lost = false;
    tell("status", next);
    if (changed) tell("changed", next);
  } catch (error) {
    if (!lost) tell("failed", { key: "lost", error });
    lost = true;
  }
}
