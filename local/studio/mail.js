// One mail, rendered in a frame that can neither run scripts nor load anything; its links open the real pages.
import { button, el, fill } from "./dom.js";
import { format } from "./moments.js";
import { t } from "./words.js";

/** @typedef {import("./world.js").Mail} Mail */
/** @typedef {"page" | "text" | "headers"} View */

/** @type {View} */
let view = "page";

/**
 * @param {HTMLElement} room
 * @param {Mail} mail
 * @param {() => void} goBack
 */
export function showMail(room, mail, goBack) {
  const body = el("div", { class: "mail-body" });
  const bar = el("div", { class: "mail-views", role: "group", "aria-label": t("views") });
  const choose = (/** @type {View} */ next) => {
    view = next;
    renderView(bar, body, mail, choose);
  };
  fill(
    room,
    el(
      "div",
      { class: "mail-bar" },
      button(`← ${t("allMails")}`, goBack, { class: "back" }),
      bar,
      el(
        "a",
        {
          href: `/local/api/outbox/${encodeURIComponent(mail.id)}.eml`,
          download: `${mail.id}.eml`,
        },
        ".eml",
      ),
    ),
    el("h2", { class: "mail-subject" }, mail.subject),
    el(
      "dl",
      { class: "mail-facts" },
      ...fact(t("from"), mail.from),
      ...fact(t("to"), mail.to),
      ...fact(t("sent"), format(mail.sentAt, { dateStyle: "full", timeStyle: "short" })),
    ),
    body,
  );
  choose(view);
}

/**
 * @param {HTMLElement} bar
 * @param {HTMLElement} body
 * @param {Mail} mail
 * @param {(next: View) => void} choose
 */
function renderView(bar, body, mail, choose) {
  const views = /** @type {const} */ (["page", "text", "headers"]);
  fill(
    bar,
    ...views.map((each) =>
      button(t(each), () => choose(each), { "aria-pressed": String(each === view) }),
    ),
  );
  fill(body, contentOf(mail));
}

/** @param {Mail} mail */
function contentOf(mail) {
  if (view === "text") return el("pre", { class: "mail-text", tabindex: 0 }, mail.text);
  if (view === "headers") {
    const lines = Object.entries(mail.headers).map(([name, value]) => `${name}: ${value}`);
    return el("pre", { class: "mail-text", tabindex: 0 }, lines.join("\n"));
  }
  const sandbox = "allow-popups allow-popups-to-escape-sandbox";
  return el("iframe", {
    class: "mail-page",
    sandbox,
    srcdoc: framed(mail.html),
    title: mail.subject,
    referrerpolicy: "no-referrer",
  });
}

/** @param {string} html */
function framed(html) {
  return `<!doctype html><base target="_blank"><meta name="viewport" content="width=device-width"><style>body{padding:4px 6px}</style>${html}`;
}

/**
 * @param {string} name
 * @param {string} value
 */
function fact(name, value) {
  return [el("dt", {}, name), el("dd", {}, value)];
}
