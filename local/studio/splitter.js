// The bar between workbook and side: drag it, or move it with the arrow keys. Its place is remembered.
import { hear } from "./bus.js";
import { byId } from "./dom.js";
import { recall, remember } from "./memory.js";
import { t } from "./words.js";

// Narrower and a mail no longer reads well; wider and the workbook has no room.
const sideMinPx = 300;
const ledgerMinPx = 320;
const keyStepPx = 40;

export function showSplitter() {
  const bar = byId("splitter");
  for (const [name, value] of Object.entries(separator)) bar.setAttribute(name, value);
  hear("language", () => bar.setAttribute("aria-label", t("splitter")));
  bar.addEventListener("pointerdown", (event) => bar.setPointerCapture(event.pointerId));
  bar.addEventListener("pointermove", (event) => {
    if (bar.hasPointerCapture(event.pointerId)) setSide(window.innerWidth - event.clientX - 22);
  });
  bar.addEventListener("keydown", (event) => {
    const step =
      event.key === "ArrowLeft" ? keyStepPx : event.key === "ArrowRight" ? -keyStepPx : 0;
    if (step !== 0) setSide(byId("side").offsetWidth + step);
  });
  const remembered = Number(recall("side"));
  if (remembered > 0) setSide(remembered);
  else bar.setAttribute("aria-valuenow", String(byId("side").offsetWidth));
}

const separator = { role: "separator", "aria-orientation": "vertical", tabindex: "0" };

/** @param {number} wishedPx */
function setSide(wishedPx) {
  const px = Math.round(Math.max(sideMinPx, Math.min(wishedPx, window.innerWidth - ledgerMinPx)));
  byId("desk").style.setProperty("--side", `${px}px`);
  byId("splitter").setAttribute("aria-valuenow", String(px));
  remember("side", String(px));
}
