// Windows of the script's own over the sheet. Each is a page on the visitors' origin: it reaches neither this page nor
// the control API, and asks for what it wants by messages, as google.script does.
import { post } from "./api.js";
import { tell } from "./bus.js";
import { selection } from "./cell-line.js";
import { button, byId, el } from "./dom.js";
import { showAll, windowsOpenBy } from "./runs.js";
import { t } from "./words.js";

/** @typedef {import("./runs.js").Dialog} Dialog */
/** @typedef {{ dialog: HTMLDialogElement, frame: HTMLIFrameElement, word: string, origin: string }} Window */
/** @typedef {{ dripsheet?: string, word?: string, number?: number, function?: string, args?: unknown[], widthPx?: number, heightPx?: number }} Message */

// What Google sets for a script bound to a sheet: such a page never navigates the one around it.
const sandbox =
  "allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox";
// Where a script sets none.
const usualPx = { modal: [600, 400], modeless: [600, 400], sidebar: [300, 640] };

/** @type {Window[]} */
let open = [];

export function showWindows() {
  windowsOpenBy(openWindow);
  addEventListener("message", (event) => void hearFrame(event));
}

/** @param {Dialog} dialog a new one takes the place of one of its kind, as over a real sheet */
function openWindow({ kind, title, url = "", word = "", widthPx, heightPx }) {
  const shape = kind === "modeless" || kind === "sidebar" ? kind : "modal";
  for (const standing of open.filter((one) => one.dialog.classList.contains(shape)))
    close(standing);
  const frame = /** @type {HTMLIFrameElement} */ (
    el("iframe", { sandbox, title: title || t("dialogPage"), src: url })
  );
  const made = { frame, word, origin: new URL(url).origin, dialog: frameIn(title, shape, frame) };
  open = [...open, made];
  const [usualWidth = 0, usualHeight = 0] = usualPx[shape];
  resize(made, widthPx ?? usualWidth, heightPx ?? usualHeight);
  made.dialog.addEventListener("close", () => close(made));
  made.dialog.querySelector(".close-window")?.addEventListener("click", () => close(made));
  document.body.append(made.dialog);
  if (shape === "modal") made.dialog.showModal();
  else made.dialog.show();
  frame.addEventListener("load", () => frame.contentWindow?.focus(), { once: true });
}

/**
 * @param {string} title
 * @param {string} shape
 * @param {HTMLIFrameElement} frame
 */
function frameIn(title, shape, frame) {
  const bar = el(
    "header",
    {},
    el("h2", {}, title || "Dripsheet"),
    button("✕", () => undefined, { class: "close-window", "aria-label": t("close") }),
  );
  return /** @type {HTMLDialogElement} */ (
    el("dialog", { class: `window ${shape}`, "aria-label": title || "Dripsheet" }, bar, frame)
  );
}

/**
 * @param {Window} window
 * @param {number} [widthPx]
 * @param {number} [heightPx]
 */
function resize({ dialog, frame }, widthPx, heightPx) {
  if (isSize(widthPx)) dialog.style.setProperty("--width", `${widthPx}px`);
  if (isSize(heightPx)) frame.style.setProperty("--height", `${heightPx}px`);
}

/** @param {number | undefined} px */
function isSize(px) {
  return px !== undefined && Number.isFinite(px) && px > 0;
}

/** @param {Window} window */
function close(window) {
  if (!open.includes(window)) return;
  open = open.filter((one) => one !== window);
  if (window.dialog.open) window.dialog.close();
  window.dialog.remove();
  tell("refresh");
}

/** Only the page that was opened there is heard: not another one, and not one that its frame has come to show. @param {MessageEvent} event */
async function hearFrame({ source, origin, data }) {
  const window = open.find((one) => one.frame.contentWindow === source && one.origin === origin);
  const message = /** @type {Message | null} */ (typeof data === "object" ? data : null);
  if (!window || message?.word !== window.word) return;
  switch (message.dripsheet) {
    case "run":
      return runFor(window, message);
    case "close":
      return close(window);
    case "size":
      return resize(window, message.widthPx, message.heightPx);
    case "focus":
      return /** @type {HTMLElement | null} */ (
        byId("grid").querySelector(".tabulator-tableholder")
      )?.focus();
  }
}

/**
 * @param {Window} window
 * @param {Message} message
 */
async function runFor(window, message) {
  const { number, args } = message;
  const call = { function: message.function, args, selection: selection(), from: "dialog" };
  const { answer, dialogs, cursor } = await run(call);
  window.frame.contentWindow?.postMessage({ number, answer }, window.origin);
  tell("refresh");
  if (cursor) tell("open-row", cursor);
  await showAll(dialogs);
}

/** @param {object} call */
async function run(call) {
  try {
    const { result, dialogs, cursor } = /** @type {import("./runs.js").Outcome} */ (
      await post("run", call)
    );
    return { answer: { result }, dialogs, cursor };
  } catch (error) {
    return {
      answer: { error: error instanceof Error ? error.message : String(error) },
      dialogs: [],
    };
  }
}
