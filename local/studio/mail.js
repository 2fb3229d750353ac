// One mail, rendered in a frame that can neither run scripts nor load anything; its links open the real pages.
import { get } from "./api.js";
import { button, el, fill } from "./dom.js";
import { answers } from "./mail-answers.js";
import { framed } from "./mail-frame.js";
import { recall, remember } from "./memory.js";
import { format } from "./moments.js";
import { t } from "./words.js";

/** @typedef {import("./world.js").Mail & { html: string, headers: Record<string, string>, enrollment: string, step: string }} WholeMail */
/** @typedef {"page" | "text" | "headers"} View */
/** @typedef {"wide" | "phone"} Width */
/** @typedef {"light" | "dark"} Scheme */

/** @type {View} */
let view = "page";
/** @type {Width} */
let width = recall("mail-width") === "phone" ? "phone" : "wide";
/** @type {Scheme} */
let scheme = recall("mail-scheme") === "dark" ? "dark" : "light";

/**
 * @param {HTMLElement} room
 * @param {import("./world.js").Mail} brief
 * @param {() => void} goBack
 */
export async function showMail(room, brief, goBack) {
  const body = el("div", { class: "mail-body" });
  const bar = el("div", { class: "mail-views" });
  const rowPlace = el("span", { class: "mail-row" });
  fill(room, header(brief, bar, goBack), subject(brief), facts(brief, rowPlace), body);
  /** @type {WholeMail} */
  const mail = await get(`mails/${encodeURIComponent(brief.id)}`);
  fill(rowPlace, rowLink(mail));
  draw(bar, body, mail);
}

/** @param {import("./world.js").Mail} mail */
function subject(mail) {
  return el("h2", { class: "mail-subject", tabindex: -1 }, mail.subject);
}

/**
 * @param {import("./world.js").Mail} mail
 * @param {HTMLElement} bar
 * @param {() => void} goBack
 */
function header(mail, bar, goBack) {
  const eml = `/local/api/outbox/${encodeURIComponent(mail.id)}.eml`;
  return el(
    "div",
    { class: "mail-bar" },
    button(`← ${t("allMails")}`, goBack, { class: "back" }),
    bar,
    el("a", { href: eml, download: `${mail.id}.eml`, title: t("emlHint") }, ".eml"),
  );
}

/**
 * @param {import("./world.js").Mail} mail
 * @param {HTMLElement} rowPlace
 */
function facts(mail, rowPlace) {
  const sent = format(mail.sentAt, { dateStyle: "full", timeStyle: "short" });
  return el(
    "dl",
    { class: "mail-facts" },
    ...fact(t("from"), mail.from),
    ...fact(t("to"), mail.to),
    ...fact(t("sent"), sent),
    ...fact(t("wentFor"), rowPlace),
    ...fact(t("comesBack"), answers(mail.id)),
  );
}

/** @param {WholeMail} mail */
function rowLink({ enrollment, step }) {
  if (!enrollment) return t("wentForNobody");
  const href = `#/Queue/${encodeURIComponent(enrollment)}`;
  return el("a", { href }, step === "" ? enrollment : `${step} · ${enrollment}`);
}

/**
 * @param {HTMLElement} bar
 * @param {HTMLElement} body
 * @param {WholeMail} mail
 */
function draw(bar, body, mail) {
  const again = () => draw(bar, body, mail);
  const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.choice;
  fill(
    bar,
    choice(t("views"), ["page", "text", "headers"], view, (next) => {
      view = next;
      again();
    }),
    ...(view === "page" ? looks(again) : []),
  );
  fill(body, contentOf(mail));
  if (focused)
    /** @type {HTMLElement | null} */ (bar.querySelector(`[data-choice=${focused}]`))?.focus();
}

/** @param {() => void} again */
function looks(again) {
  return [
    choice(t("mailWidth"), /** @type {const} */ (["wide", "phone"]), width, (next) => {
      width = next;
      remember("mail-width", next);
      again();
    }),
    choice(t("mailScheme"), /** @type {const} */ (["light", "dark"]), scheme, (next) => {
      scheme = next;
      remember("mail-scheme", next);
      again();
    }),
  ];
}

/**
 * @template {"page" | "text" | "headers" | "wide" | "phone" | "light" | "dark"} Name
 * @param {string} label
 * @param {readonly Name[]} names
 * @param {Name} chosen
 * @param {(next: Name) => void} choose
 */
function choice(label, names, chosen, choose) {
  return el(
    "span",
    { class: "mail-choice", role: "group", "aria-label": label },
    ...names.map((name) =>
      button(t(name), () => choose(name), {
        "aria-pressed": String(name === chosen),
        dataset: { choice: name },
      }),
    ),
  );
}

/** @param {WholeMail} mail */
function contentOf(mail) {
  if (view === "text") return textBlock(mail.text);
  if (view === "headers") {
    return textBlock(
      Object.entries(mail.headers)
        .map(([name, value]) => `${name}: ${value}`)
        .join("\n"),
    );
  }
  return el("iframe", {
    class: `mail-page ${width} ${scheme}`,
    sandbox: "allow-popups allow-popups-to-escape-sandbox",
    srcdoc: framed(mail.html, scheme),
    title: mail.subject,
    referrerpolicy: "no-referrer",
  });
}

/** @param {string} text */
function textBlock(text) {
  return el("pre", { class: "mail-text", tabindex: 0 }, text);
}

/**
 * @param {string} name
 * @param {string | Node} value
 */
function fact(name, value) {
  return [el("dt", {}, name), el("dd", {}, value)];
}
