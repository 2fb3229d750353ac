// Draws what goes wrong: a fault at a call, or another run, a door or a hand between two calls. Where cuts and
// interruptions hurt most they are drawn more often.
import type { CallFault } from "../host/contract.ts";
import type { Chance } from "../month/random.ts";
import { drawAct, drawBack, drawForm, drawMoney, one } from "./draw-parts.ts";
import { type Accident, type Deed, DRAFT_READY } from "./history.ts";

const OPS = [
  "GmailApp.createDraft",
  "GmailDraft.send",
  "GmailDraft.deleteDraft",
  "SpreadsheetApp.flush",
  "Sheet.appendRow",
  "Range.setValues",
  "Properties.getProperties",
  "Properties.setProperty",
  "Properties.deleteProperty",
  "Lock.tryLock",
  "Lock.releaseLock",
  "UrlFetchApp.fetch",
  "MailApp.getRemainingDailyQuota",
];
const DOOR_OPS = [
  "Sheet.appendRow",
  "SpreadsheetApp.flush",
  "SpreadsheetApp.flush",
  "Lock.tryLock",
];
const DRAFT_HANDS = ["edit draft", "edit draft", "delete draft", "send draft"] as const;

type Place = Pick<Accident, "on" | "op" | "call">;
const accident = (place: Place, inside: Deed | null, fault: CallFault | null): Accident => ({
  do: "accident",
  ...place,
  inside,
  fault,
});

export function drawAccident(chance: Chance, people: number): Accident {
  const roll = chance.between(1, 100);
  if (roll <= 18) {
    return accident({ on: "any", op: "", call: chance.between(1, 70) }, null, drawFault(chance));
  }
  if (roll <= 36) {
    const call = one(chance, [1, 1, 2, 2, 3]);
    return accident({ on: "any", op: one(chance, OPS), call }, null, drawFault(chance));
  }
  if (roll <= 52) {
    const place = { on: "jobs.tick", op: "", call: chance.between(3, 70) } as const;
    return accident(place, drawInside(chance, people), null);
  }
  if (roll <= 66) return whileSending(chance);
  return roll <= 82 ? cutWhileSending(chance) : inADoor(chance);
}

function drawFault(chance: Chance): CallFault {
  return {
    kind: one(chance, ["kill", "throw"] as const),
    when: one(chance, ["before", "after"] as const),
  };
}

/** Whoever is about to be mailed pays or leaves, or another batch begins. */
function whileSending(chance: Chance): Accident {
  const offer = one(chance, ["lite", "course"] as const);
  const pays: Deed = { do: "pay", who: -1, offer, told: "one", agoMin: 0 };
  const inside = one<Deed>(chance, [pays, pays, { do: "leave", who: -1 }, { do: "tick" }]);
  return accident(sending(chance, 7), inside, null);
}

/** A run that sends is cut; half the time a hand is on the draft just then. */
function cutWhileSending(chance: Chance): Accident {
  const hand = chance.between(0, 1) === 0 ? null : one(chance, DRAFT_HANDS);
  const inside: Deed | null = hand === null ? null : { do: hand, who: -1 };
  return accident(sending(chance, 9), inside, drawFault(chance));
}

/** A server answers before the run has noted what it sent; half the time that run is cut there. */
export function drawBackAtOnce(chance: Chance, people: number): Accident {
  const call = one(chance, [2, 2, 3, 4]);
  const fault: CallFault | null =
    chance.between(0, 1) === 0 ? null : { kind: "kill", when: "before" };
  const place = { on: "jobs.tick", op: "SpreadsheetApp.flush", call } as const;
  return accident(place, drawBack(chance, people), fault);
}

function sending(chance: Chance, callMax: number): Place {
  return { on: "jobs.tick", op: DRAFT_READY, call: chance.between(1, callMax) };
}

/** While a door stores: another door, a batch, or a hand in Events. */
function inADoor(chance: Chance): Accident {
  const row = one(chance, [2, 2, 3]);
  const hand: Deed = { do: "act", act: { kind: "insertRows", sheet: "Events", row } };
  const inside = one<Deed>(chance, [hand, hand, { do: "tick" }, drawForm(chance, 0)]);
  return accident({ on: "doPost", op: one(chance, DOOR_OPS), call: 1 }, inside, null);
}

function drawInside(chance: Chance, people: number): Deed {
  const who = chance.between(0, people - 1);
  const roll = chance.between(1, 10);
  if (roll <= 3) return { do: "tick" };
  if (roll <= 5) return drawMoney(chance, who);
  if (roll === 6) return { do: "leave", who };
  if (roll === 7) return drawForm(chance, who);
  return { do: "act", act: drawAct(chance) };
}
