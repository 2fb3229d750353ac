// Runs a function of the script as the person at the sheet, and shows whatever it shows them.
import { post } from "./api.js";
import { tell } from "./bus.js";
import { selection } from "./cell-line.js";
import { ask } from "./dialogs.js";
import { t } from "./words.js";

/** @typedef {import("../host/contract.ts").Dialog & { url?: string, word?: string }} Dialog */
/** @typedef {{ result: unknown, dialogs: Dialog[], cursor?: { sheet: string, row: number } }} Outcome */

// A script that keeps asking must not keep the page for ever.
const questionsMax = 20;

/** @type {(dialog: Dialog) => void} */
let openWindow = () => undefined;

/** Windows run functions, too, so they announce themselves here. @param {(dialog: Dialog) => void} open */
export function windowsOpenBy(open) {
  openWindow = open;
}

/**
 * A menu item, with everything around it.
 * @param {string} caption
 * @param {string} name of the function
 * @param {import("../host/contract.ts").Selected} [selected] other than what the grid shows
 */
export async function runItem(caption, name, selected) {
  tell("said", t("running", { item: caption }));
  try {
    const said = await runAndAsk(name, selected ?? selection());
    tell("said", said === 0 ? t("ranQuietly", { item: caption }) : "");
  } catch (error) {
    await ask({
      title: t("scriptFailed"),
      text: error instanceof Error ? error.message : String(error),
    });
  }
  tell("refresh");
}

/**
 * A question nobody has answered yet counts as closed; once answered, the item runs again with the answers so far.
 * @param {string} name
 * @param {import("../host/contract.ts").Selected | undefined} selected
 * @returns {Promise<number>} how many dialogs were shown
 */
async function runAndAsk(name, selected) {
  /** @type {string[]} */
  const answers = [];
  let shown = 0;
  for (let runs = 0; runs < questionsMax; runs += 1) {
    const { dialogs } = /** @type {Outcome} */ (
      await post("run", { function: name, selection: selected, answers })
    );
    let goesOn = false;
    for (const dialog of dialogs.slice(shown)) {
      shown += 1;
      const answer = await showDialog(dialog);
      if (takesAnswer(dialog)) answers.push(answer);
      goesOn = isQuestion(dialog) && answer !== "CLOSE";
      if (goesOn) break;
    }
    if (!goesOn) break;
  }
  return shown;
}

/**
 * Of a run that has ended: whatever it asked, nobody can answer any more.
 * @param {Dialog[]} dialogs
 */
export async function showAll(dialogs) {
  for (const dialog of dialogs) await showDialog(dialog);
}

/** @param {Dialog} dialog */
function takesAnswer(dialog) {
  return dialog.kind === "alert" || dialog.kind === "prompt";
}

/** @param {Dialog} dialog */
function isQuestion(dialog) {
  return dialog.kind === "prompt" || (dialog.kind === "alert" && (dialog.buttons ?? "OK") !== "OK");
}

/**
 * @param {Dialog} dialog
 * @returns {Promise<string>}
 */
async function showDialog(dialog) {
  if (dialog.kind === "toast") {
    tell("said", [dialog.title, dialog.text].filter(Boolean).join(": "));
    return "";
  }
  if (!takesAnswer(dialog)) {
    openWindow(dialog);
    return "";
  }
  const buttons = (dialog.buttons ?? "OK").split("_");
  const prompt = dialog.kind === "prompt";
  return ask({ title: dialog.title, text: dialog.text, buttons, prompt });
}
