// REHEARSAL, as a real sheet begins: one press there, and the script's own window on the way back.
import { get, post } from "./api.js";
import { hear, tell } from "./bus.js";
import { button, byId, el, fill } from "./dom.js";
import { runItem } from "./runs.js";
import { t } from "./words.js";

const goLive = "menu.goLive";

/** @returns {HTMLElement} filled as soon as the mode is known */
export function rehearsalCard() {
  void drawCard();
  return el("div", { id: "rehearsal", class: "fields" });
}

export function followRehearsal() {
  hear("read", () => void drawCard());
}

async function drawCard() {
  try {
    const mode = await currentMode();
    const card = document.getElementById("rehearsal");
    if (!card || card.dataset.mode === mode) return;
    card.dataset.mode = mode;
    const rehearses = mode === "REHEARSAL";
    fill(
      card,
      el("p", {}, t(rehearses ? "rehearsalOn" : "rehearsalOff")),
      rehearses
        ? button(t("goLive"), () => void runItem(t("goLive"), goLive), { class: "main" })
        : button(t("rehearse"), () => void rehearse(), { class: "main" }),
    );
  } catch (error) {
    tell("failed", { error });
  }
}

/** @returns {Promise<string>} */
export async function currentMode() {
  const { rows } = await get("sheets/Settings");
  return String(rows.find((/** @type {{ key: string }} */ row) => row.key === "mode")?.value ?? "");
}

/** As a person does on Start here: the action is chosen, carried out, and answered beside it. */
async function rehearse() {
  try {
    const { rows } = await get(`sheets/${encodeURIComponent("Start here")}`);
    const at = rows.findIndex((/** @type {{ id: string }} */ row) => row.id === "mode");
    const row = at + 2;
    await post(`sheets/${encodeURIComponent("Start here")}/edit`, {
      row,
      column: "do",
      value: "rehearse",
    });
    tell("open-row", { sheet: "Start here", row });
  } catch (error) {
    tell("failed", { error });
  }
  byId("rehearsal").dataset.mode = "";
  tell("refresh");
}
