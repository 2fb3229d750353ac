// The simulated clock: what time it is in there, and the buttons that move it.
import { get, post } from "./api.js";
import { hear, tell } from "./bus.js";
import { button, byId, el } from "./dom.js";
import { format, shortMoment, zone } from "./moments.js";
import { status } from "./watch.js";
import { t } from "./words.js";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
// A week of single minutes would make a person wait, so long leaps tick as a lazy platform would.
const lazyTick = "PT10M";
// The end of a leap goes minute by minute again: what is due by then has really gone.
const exactEndMs = 12 * minuteMs;
const leapMs = 8 * hourMs;

const moves = /** @type {const} */ ([
  { key: "plusHour", ms: hourMs },
  { key: "plusSixHours", ms: 6 * hourMs },
  { key: "plusTwoDays", ms: 48 * hourMs },
  { key: "plusWeek", ms: 7 * 24 * hourMs },
]);

export function showClock() {
  hear("status", renderTime);
  hear("language", () => {
    renderTime();
    renderMoves();
  });
}

/** @param {Promise<void>} moving */
function attempt(moving) {
  return moving.catch((error) => tell("failed", { error }));
}

/** @param {number} to */
async function moveTo(to) {
  setBusy(true);
  try {
    const now = new Date(status()?.now ?? to).getTime();
    const leap = to - now > leapMs ? await advance(to - exactEndMs, lazyTick) : { ran: 0 };
    const end = await advance(to);
    tell("said", t("moved", { now: shortMoment(end.now), ran: leap.ran + end.ran }));
  } finally {
    setBusy(false);
    tell("refresh");
  }
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
  const { now } = await get("status");
  await moveTo(new Date(now).getTime() + ms);
}

/** The server names the very run that sends; a minute more lets it finish. */
async function jumpToNextMail() {
  const { at } = await get("next-mail");
  if (at === null) tell("said", t("noNextMail"));
  else await moveTo(new Date(at).getTime() + minuteMs);
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
    el("span", { class: "zone" }, `${zone()} · ${t(known.clock === "wall" ? "wall" : "still")}`),
  );
}

function renderMoves() {
  const box = byId("moves");
  name(box, t("moveClock"));
  box.replaceChildren(
    ...moves.map(({ key, ms }) =>
      button(t(key), () => void attempt(moveBy(ms)), { dataset: { move: key } }),
    ),
    button(t("nextMail"), () => void attempt(jumpToNextMail()), {
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

/** @param {boolean} busy */
function setBusy(busy) {
  byId("moves").classList.toggle("busy", busy);
  byId("rail").classList.toggle("busy", busy);
  for (const each of byId("moves").querySelectorAll("button")) each.disabled = busy;
}
