// The simulated clock: what time it is in there, and the buttons that move it.
import { get, post } from "./api.js";
import { hear, tell } from "./bus.js";
import { button, byId, el } from "./dom.js";
import { format, shortMoment, zone } from "./moments.js";
import { status } from "./watch.js";
import { t } from "./words.js";

// Longer leaps tick as a lazy platform would; a week of single minutes would make a person wait.
const lazyTick = "PT10M";
// A mail that is due at an instant leaves with the first tick after it.
const tickMarginMs = 70_000;

const moves = /** @type {const} */ ([
  { key: "plusHour", advance: "PT1H" },
  { key: "plusSixHours", advance: "PT6H" },
  { key: "plusTwoDays", advance: "PT48H", every: lazyTick },
  { key: "plusWeek", advance: "P7D", every: lazyTick },
]);

export function showClock() {
  hear("status", renderTime);
  hear("language", () => {
    renderTime();
    renderMoves();
  });
}

/** @param {Record<string, string>} move */
export async function moveClock(move) {
  setBusy(true);
  try {
    const moved = await post("clock", move);
    tell("said", t("moved", { now: shortMoment(moved.now), ran: moved.ran }));
    tell("refresh");
    return moved;
  } catch (error) {
    tell("failed", { error });
    return null;
  } finally {
    setBusy(false);
  }
}

/** @returns {Promise<void>} */
export async function jumpToNextMail() {
  const { at } = await get("next-mail");
  if (at === null) {
    tell("said", t("noNextMail"));
    return;
  }
  const due = Math.max(new Date(at).getTime(), new Date(status()?.now ?? at).getTime());
  const to = new Date(due + tickMarginMs).toISOString();
  await moveClock({ to, every: lazyTick });
}

function renderTime() {
  const known = status();
  if (!known) return;
  const time = format(known.now, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const day = format(known.now, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
  byId("clock").setAttribute("aria-label", t("clock"));
  byId("clock").replaceChildren(
    el("time", { datetime: known.now, class: "hands" }, time),
    el("span", { class: "day" }, day),
    el("span", { class: "zone" }, `${zone()} · ${t(known.clock === "wall" ? "wall" : "still")}`),
  );
}

function renderMoves() {
  const box = byId("moves");
  box.setAttribute("aria-label", t("moveClock"));
  box.replaceChildren(
    ...moves.map(({ key, ...move }) =>
      button(t(key), () => void moveClock(move), { dataset: { move: move.advance } }),
    ),
    button(t("nextMail"), () => void jumpToNextMail().catch((error) => tell("failed", { error })), {
      class: "next-mail",
      dataset: { move: "next-mail" },
    }),
  );
}

/** @param {boolean} busy */
function setBusy(busy) {
  byId("moves").classList.toggle("busy", busy);
  byId("rail").classList.toggle("busy", busy);
  for (const each of byId("moves").querySelectorAll("button")) each.disabled = busy;
}
