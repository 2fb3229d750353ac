// The drops on the time rail: mails that went and mails that are due, close ones joined into one with a count.
import { tell } from "./bus.js";
import { el } from "./dom.js";
import { shortMoment } from "./moments.js";
import { t } from "./words.js";
import { world } from "./world.js";

/** @typedef {{ kind: "gone" | "due", at: number, label: () => string, open: () => void }} Drop */

// A label names so many and counts the rest.
const namedMax = 5;

/**
 * @param {number} joinMs closer ones would lie on each other
 * @param {(at: number) => boolean} isNear others are off the rail
 * @returns {import("./rail.js").Mark[]}
 */
export function drops(joinMs, isNear) {
  const near = (/** @type {Drop} */ drop) => isNear(drop.at);
  const gone = join(goneDrops().filter(near), joinMs);
  return [...gone, ...join(dueDrops().filter(near), joinMs)].map(toMark);
}

/**
 * @param {Drop[]} all
 * @param {number} joinMs
 * @returns {Drop[][]}
 */
function join(all, joinMs) {
  /** @type {Drop[][]} */
  const groups = [];
  for (const drop of all.sort((a, b) => a.at - b.at)) {
    const last = groups.at(-1);
    if (last?.[0] && drop.at - last[0].at < joinMs) last.push(drop);
    else groups.push([drop]);
  }
  return groups;
}

/** @returns {Drop[]} */
function goneDrops() {
  return world.outbox.map((mail) => ({
    kind: "gone",
    at: new Date(mail.sentAt).getTime(),
    label: () => `${shortMoment(mail.sentAt)} · ${mail.to} · ${mail.subject}`,
    open: () => tell("open-mail", mail.id),
  }));
}

/** @returns {Drop[]} */
function dueDrops() {
  return world.queue
    .filter((row) => row.nextAt > 0)
    .map((row) => ({
      kind: "due",
      at: Math.max(row.nextAt, world.now),
      label: () => `${t("due")} ${shortMoment(row.nextAt)} · ${row.email} · ${row.flow}`,
      open: () => tell("open-row", { sheet: "Queue", row: row.row }),
    }));
}

/**
 * @param {Drop[]} group
 * @returns {import("./rail.js").Mark}
 */
function toMark(group) {
  const [first] = group;
  const labels = group.slice(0, namedMax).map((drop) => drop.label());
  const rest = group.length > namedMax ? [`+ ${group.length - namedMax}`] : [];
  const label = [...labels, ...rest].join("\n");
  const make = () =>
    el(
      "button",
      {
        type: "button",
        class: `drop ${first?.kind}`,
        "aria-label": label,
        title: label,
        "data-many": group.length > 1 ? String(group.length) : undefined,
        onclick: () => first?.open(),
      },
      el("span", { class: "shape" }),
    );
  // The key holds the label, so that a drop whose mails changed is made anew.
  return { key: `${first?.kind} ${label}`, at: first?.at ?? 0, make };
}
