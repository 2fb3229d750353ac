// The side of the desk: the rooms beside the workbook. On a phone the workbook is a room, too.
import { hear, tell } from "./bus.js";
import { button, byId, el, fill } from "./dom.js";
import { recall, remember } from "./memory.js";
import { t } from "./words.js";

/** @typedef {"outbox" | "walk" | "try" | "log"} Room */

/** @type {Room[]} */
const rooms = ["outbox", "walk", "try", "log"];
/** @type {Room} */
let open = "outbox";
let unread = 0;

export function showSide() {
  for (const room of rooms) {
    byId("side-panels").append(
      el("section", {
        id: `room-${room}`,
        role: "tabpanel",
        "aria-labelledby": `tab-${room}`,
        // The others hold something that takes the focus; this one only scrolls.
        tabindex: room === "log" ? 0 : undefined,
        hidden: true,
      }),
    );
  }
  hear("language", render);
  hear("open-room", (/** @type {Room} */ room) => openRoom(room));
  hear("unread", (/** @type {number} */ count) => {
    unread = count;
    render();
  });
  byId("side-tabs").addEventListener("keydown", moveAlong);
  open = /** @type {Room | null} */ (recall("room")) ?? (recall("walk") ? "outbox" : "walk");
  if (!rooms.includes(open)) open = "outbox";
  document.body.dataset.room = "ledger";
}

/** @param {Room} room */
function openRoom(room) {
  open = room;
  remember("room", room);
  document.body.dataset.room = room;
  render();
}

function render() {
  const hadFocus = byId("side-tabs").contains(document.activeElement);
  byId("side").setAttribute("aria-label", t("side"));
  byId("ledger").setAttribute("aria-label", t("workbook"));
  fill(byId("side-tabs"), ...rooms.map(makeTab));
  for (const room of rooms) byId(`room-${room}`).hidden = room !== open;
  if (hadFocus) document.getElementById(`tab-${open}`)?.focus();
  renderPhoneRooms();
  tell("room", open);
}

/** @param {Room} room */
function makeTab(room) {
  const chosen = room === open;
  return button(t(room), () => openRoom(room), {
    id: `tab-${room}`,
    role: "tab",
    "aria-selected": String(chosen),
    "aria-controls": `room-${room}`,
    tabindex: chosen ? 0 : -1,
    "data-count": room === "outbox" && unread > 0 ? String(unread) : undefined,
  });
}

function renderPhoneRooms() {
  const openLedger = () => {
    document.body.dataset.room = "ledger";
    renderPhoneRooms();
  };
  byId("rooms").setAttribute("aria-label", t("roomsLabel"));
  const here = document.body.dataset.room;
  fill(
    byId("rooms"),
    button(t("workbook"), openLedger, { "aria-current": here === "ledger" ? "page" : undefined }),
    ...rooms.map((room) =>
      button(t(room), () => openRoom(room), {
        "aria-current": here === room ? "page" : undefined,
        "data-count": room === "outbox" && unread > 0 ? String(unread) : undefined,
      }),
    ),
  );
}

/** @param {KeyboardEvent} event */
function moveAlong(event) {
  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (step === 0) return;
  const next = rooms[(rooms.indexOf(open) + step + rooms.length) % rooms.length];
  if (next) openRoom(next);
}
