// The outbox: every mail that went, newest first, unread ones marked.
import { hear, tell } from "./bus.js";
import { byId, el, fill } from "./dom.js";
import { showMail } from "./mail.js";
import { recall, remember } from "./memory.js";
import { shortMoment } from "./moments.js";
import { t } from "./words.js";
import { world } from "./world.js";

/** @typedef {import("./world.js").Mail} Mail */

// Enough for a long day of trying; what is older counts as read.
const rememberedMax = 500;

let openId = "";
let drawn = "";
/** @type {Set<string>} */
const read = new Set(JSON.parse(recall("read") ?? "[]"));

export function showOutbox() {
  hear("read", () => render());
  hear("language", () => render(true));
  hear("open-mail", (/** @type {string} */ id) => {
    const left = openId;
    openId = id;
    if (id !== "") tell("open-room", "outbox");
    render(true);
    if (id === "") focusLine(left);
    // A mail begins at its top, wherever in the list its line stood.
    else byId("room-outbox").scrollTop = 0;
  });
}

/** @param {boolean} [anew] */
function render(anew = false) {
  const shape = JSON.stringify([openId, world.outbox.length, world.outbox.at(-1)?.id, read.size]);
  tell("unread", world.outbox.filter((mail) => !read.has(markOf(mail))).length);
  if (!anew && shape === drawn) return;
  drawn = shape;
  const open = world.outbox.find((mail) => mail.id === openId);
  if (open) showOne(open);
  else showList();
}

// More lines than anyone scrolls through; older mails are found by their row, or by their link.
const linesMax = 300;

/** @param {Mail} mail */
function showOne(mail) {
  markRead(mail);
  const shown = showMail(byId("room-outbox"), mail, () => tell("open-mail", ""));
  shown.catch((error) => tell("failed", { error }));
}

/** @param {string} id */
function focusLine(id) {
  const line = byId("room-outbox").querySelector(`[data-mail="${CSS.escape(id)}"]`);
  /** @type {HTMLElement | null} */ (line)?.focus();
}

function showList() {
  const newest = [...world.outbox]
    .sort((a, b) => b.sentAt.localeCompare(a.sentAt))
    .slice(0, linesMax);
  fill(
    byId("room-outbox"),
    el("h2", { class: "visually-hidden" }, t("outbox")),
    newest.length === 0 ? el("p", { class: "empty" }, t("outboxEmpty")) : null,
    el(
      "ol",
      { class: "mails", reversed: true },
      ...newest.map((mail) => el("li", {}, makeLine(mail))),
    ),
  );
}

/** @param {Mail} mail */
function makeLine(mail) {
  const isNew = !read.has(markOf(mail));
  return el(
    "button",
    {
      type: "button",
      class: isNew ? "mail-line unread" : "mail-line",
      dataset: { mail: mail.id },
      onclick: () => tell("open-mail", mail.id),
    },
    el("span", { class: "to" }, mail.to),
    el("time", { datetime: mail.sentAt }, shortMoment(mail.sentAt)),
    el(
      "span",
      { class: "subject" },
      isNew ? el("span", { class: "visually-hidden" }, `${t("unread")} `) : null,
      mail.subject,
    ),
    el("span", { class: "start" }, mail.text.replace(/\s+/g, " ").slice(0, 140)),
  );
}

/** @param {Mail} mail */
function markRead(mail) {
  read.add(markOf(mail));
  remember("read", JSON.stringify([...read].slice(-rememberedMax)));
  tell("unread", world.outbox.filter((each) => !read.has(markOf(each))).length);
}

/**
 * A fresh folder counts its mails anew, so the id alone is not enough.
 * @param {Mail} mail
 */
function markOf(mail) {
  return `${mail.id} ${mail.sentAt}`;
}
