// The simulated clock: what time it is in there, and the buttons that move it.
import { get, post } from "./api.js";
import { hear, tell } from "./bus.js";
import { button, byId, el } from "./dom.js";
import { distance, format, shortMoment, zone } from "./moments.js";
import { status } from "./watch.js";
import { t } from "./words.js";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
// A week of single minutes would make a person wait, so a leap ticks as a lazy platform would.
const lazyTick = "PT10M";
const lazierTick = "PT1H";
const lazierFromMs = 6 * hourMs;
const leapFromMs = 30 * minuteMs;
// The end of a leap goes minute by minute again: what is due by then goes on time.
const exactEndMs = 12 * minuteMs;
// A row that is due but blocked stays due; so many stops on one move are enough.
const stopsMax = 60;

const moves = /** @type {const} */ ([
  { key: "plusHour", ms: hourMs },
  { key: "plusSixHours", ms: 6 * hourMs },
  { key: "plusTwoDays", ms: 48 * hourMs },
  { key: "plusWeek", ms: 7 * 24 * hourMs },
]);

export function showClock() {
  hear("status", renderTime);
  hear("status", renderBusy);
  hear("language", () => {
    renderTime();
    renderMoves();
    renderBusy();
  });
}

let isMoving = false;

/** @param {() => Promise<void>} move */
async function attempt(move) {
  setBusy(true);
  try {
    await move();
  } catch (error) {
    tell("failed", { error });
  } finally {
    setBusy(false);
    tell("refresh");
  }
}

/**
 * Goes from one due mail to the next, so that each leaves on time however far the move.
 * @param {number} to
 */
async function moveTo(to) {
  let now = await serverNow();
  const stepMin = (to - now) / stopsMax;
  let ran = 0;
  while (now < to) {
    const stop = Math.min(to, Math.max(await nextStop(to), now + stepMin));
    ran += await leap(now, stop - exactEndMs);
    const arrived = await advance(stop);
    ran += arrived.ran;
    now = new Date(arrived.now).getTime();
  }
  tell("said", t("moved", { now: shortMoment(now), ran }));
}

/**
 * The server names the very run that sends; a minute more lets it finish.
 * @param {number} otherwise
 */
async function nextStop(otherwise) {
  const { at } = await get("next-mail");
  return at === null ? otherwise : new Date(at).getTime() + minuteMs;
}

/**
 * @param {number} now
 * @param {number} to
 * @returns {Promise<number>} how many timers ran
 */
async function leap(now, to) {
  if (to - now < leapFromMs) return 0;
  return (await advance(to, to - now > lazierFromMs ? lazierTick : lazyTick)).ran;
}

/**
 * @param {number} to
 * @param {string} [every]
 * @returns {Promise<{ now: string, ran: number }>}
 */
function advance(to, every) {
  return post("clock", { to: new Date(to).toISOString(), ...(every ? { every } : {}) });
}

/** @param {number} ms */
async function moveBy(ms) {
  await moveTo((await serverNow()) + ms);
}

async function jumpToNextMail() {
  const at = await nextStop(0);
  if (at === 0) tell("said", t("noNextMail"));
  else await moveTo(at);
}

async function serverNow() {
  return new Date((await get("status")).now).getTime();
}

function renderTime() {
  const known = status();
  if (!known) return;
  const time = format(known.now, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const day = format(known.now, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  name(byId("clock"), t("clock"));
  byId("clock").replaceChildren(
    el("time", { datetime: known.now, class: "hands" }, time),
    el("span", { class: "day" }, day),
    el("span", { class: "zone" }, `${zone()} · ${pace(known)}`),
  );
}

/**
 * Moves add up, so a clock that follows one's own may be far ahead of it.
 * @param {import("./watch.js").Status} known
 */
function pace(known) {
  if (known.clock !== "wall") return t("still");
  const aheadMs = new Date(known.now).getTime() - Date.now();
  return aheadMs > hourMs ? t("ahead", { by: distance(aheadMs) }) : t("wall");
}

function renderMoves() {
  const box = byId("moves");
  name(box, t("moveClock"));
  box.replaceChildren(
    ...moves.map(({ key, ms }) =>
      button(t(key), () => void attempt(() => moveBy(ms)), { dataset: { move: key } }),
    ),
    button(t("nextMail"), () => void attempt(jumpToNextMail), {
      class: "next-mail",
      dataset: { move: "nextMail" },
    }),
  );
}

/**
 * @param {HTMLElement} group
 * @param {string} label
 */
function name(group, label) {
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", label);
}

/** @param {boolean} moving */
function setBusy(moving) {
  isMoving = moving;
  renderBusy();
}

/** The month that is being played moves the clock, too. */
function renderBusy() {
  const busy = isMoving || status()?.month.state === "playing";
  byId("moves").classList.toggle("busy", busy);
  byId("rail").classList.toggle("busy", busy);
  for (const each of byId("moves").querySelectorAll("button")) each.disabled = busy;
}
