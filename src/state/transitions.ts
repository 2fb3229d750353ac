// The status table as data.
//
// ACTIVE, UNPAID, FAILED: open; a mail is due at next_at or `why` names what blocks it.
// PAUSED: held by a person or a suspicion; nothing goes until it is released.
// REVIEW: something a machine must not guess; a person looks, then releases or closes.
// DONE: all mails went. STOPPED: unsubscribed, bounced, replied or by hand. PAID: a payment closed it.
// PAID is final: a payment that happened cannot be edited away. What came back asks a person: REVIEW.
// `release` leads to ACTIVE here; the flow says which status its open rows have.
import type { Status } from "../../sheets-schema/index";

export type Move =
  | "pay"
  | "mark"
  | "unsubscribe"
  | "stop"
  | "hold"
  | "release"
  | "finish"
  | "review";

export const STATUS_AFTER: Readonly<Record<Move, Readonly<Partial<Record<Status, Status>>>>> = {
  pay: {
    ACTIVE: "PAID",
    UNPAID: "PAID",
    FAILED: "PAID",
    PAUSED: "PAID",
    REVIEW: "PAID",
  },
  // A person says of this very row that it is paid, whatever it was.
  mark: {
    ACTIVE: "PAID",
    UNPAID: "PAID",
    FAILED: "PAID",
    PAUSED: "PAID",
    REVIEW: "PAID",
    DONE: "PAID",
    STOPPED: "PAID",
  },
  unsubscribe: {
    ACTIVE: "STOPPED",
    UNPAID: "STOPPED",
    FAILED: "STOPPED",
    PAUSED: "STOPPED",
    REVIEW: "STOPPED",
  },
  stop: {
    ACTIVE: "STOPPED",
    UNPAID: "STOPPED",
    FAILED: "STOPPED",
    PAUSED: "STOPPED",
    REVIEW: "STOPPED",
  },
  hold: { ACTIVE: "PAUSED", UNPAID: "PAUSED", FAILED: "PAUSED", REVIEW: "PAUSED" },
  release: { PAUSED: "ACTIVE", REVIEW: "ACTIVE" },
  finish: { ACTIVE: "DONE", UNPAID: "DONE", FAILED: "DONE", PAUSED: "DONE", REVIEW: "DONE" },
  review: { ACTIVE: "REVIEW", UNPAID: "REVIEW", FAILED: "REVIEW", PAUSED: "REVIEW" },
};

/** The status after a move, or null where the table has none: the move is not legal there. */
export function statusAfter(move: Move, status: Status | ""): Status | null {
  return status === "" ? null : (STATUS_AFTER[move][status] ?? null);
}

/** What typing a status by hand asks for. Other values are put back. */
export const MOVE_OF_TYPED: Readonly<Partial<Record<string, Move>>> = {
  PAID: "mark",
  STOPPED: "stop",
  PAUSED: "hold",
  ACTIVE: "release",
  UNPAID: "release",
  FAILED: "release",
  DONE: "finish",
};

export const MOVE_OF_ACTION: Readonly<Partial<Record<string, Move>>> = {
  "mark paid": "mark",
  stop: "stop",
  hold: "hold",
  release: "release",
};
