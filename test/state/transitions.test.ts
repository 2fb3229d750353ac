import { describe, expect, it } from "vitest";
import { STATUSES, type Status } from "../../sheets-schema/queue";
import { apply, edit, NOW, payment, person, rowAfter, unsubscribe } from "./bench";

// Rows as the design (3, 4.2) and the notes of the Queue columns say; "-" is no legal move.
const HEAD = ["paid", "unsubscribes", "PAID", "STOPPED", "PAUSED", "ACTIVE", "DONE"] as const;
const TABLE: Readonly<Record<Status, readonly (Status | "-")[]>> = {
  ACTIVE: ["PAID", "STOPPED", "PAID", "STOPPED", "PAUSED", "-", "DONE"],
  UNPAID: ["PAID", "STOPPED", "PAID", "STOPPED", "PAUSED", "-", "DONE"],
  FAILED: ["PAID", "STOPPED", "PAID", "STOPPED", "PAUSED", "-", "DONE"],
  PAUSED: ["PAID", "STOPPED", "PAID", "STOPPED", "-", "ACTIVE", "DONE"],
  REVIEW: ["PAID", "STOPPED", "PAID", "STOPPED", "PAUSED", "ACTIVE", "DONE"],
  PAID: ["-", "-", "-", "-", "-", "-", "-"],
  DONE: ["-", "-", "PAID", "-", "-", "-", "-"],
  STOPPED: ["-", "-", "PAID", "-", "-", "-", "-"],
};
const OF_ACTION = { "mark paid": "PAID", stop: "STOPPED", hold: "PAUSED", release: "ACTIVE" };
const OPEN = ["ACTIVE", "UNPAID", "FAILED"];
const CLOSED = ["PAID", "DONE", "STOPPED"];

const CELLS = STATUSES.flatMap((from) =>
  HEAD.map((move, at) => ({ from, move, to: TABLE[from][at] ?? "-" })),
);
/** Closed long before the fact of the test. */
const at = (status: Status) =>
  person(
    CLOSED.includes(status)
      ? { status, next_at: null, next_step: "", paid: status === "PAID" ? "YES" : "NO" }
      : { status },
    {},
    CLOSED.includes(status) ? { closing: { at: NOW - 1_000, payment: "" } } : {},
  );

describe("the table of moves", () => {
  it("names every status", () => {
    expect(Object.keys(TABLE).sort()).toEqual([...STATUSES].sort());
  });

  it.each(CELLS.filter(({ move }) => move === "paid"))(
    "$from is $to after a payment (R94)",
    ({ from, to }) => {
      expect(rowAfter(at(from), payment()).status).toBe(to === "-" ? from : to);
    },
  );

  it.each(CELLS.filter(({ move }) => move === "unsubscribes"))(
    "$from is $to after an unsubscribe (R41)",
    ({ from, to }) => {
      expect(rowAfter(at(from), unsubscribe).status).toBe(to === "-" ? from : to);
    },
  );

  it.each(CELLS.filter(({ move, from }) => STATUSES.includes(move as Status) && move !== from))(
    "$from with $move typed is $to",
    ({ from, move, to }) => {
      const decision = apply(at(from), edit(["status", move]));
      expect(decision.enrollments[0]?.row.status).toBe(to === "-" ? from : to);
      expect(decision.outcome).toBe(to === "-" ? "REFUSED" : "APPLIED");
      expect(decision.notes).toHaveLength(to === "-" ? 1 : 0);
    },
  );

  it.each(
    STATUSES.flatMap((from) =>
      Object.entries(OF_ACTION).map(([action, typed]) => [from, action, typed] as const),
    ),
  )("a row that is %s does with `do: %s` what typing %s does", (from, action, typed) => {
    const byAction = apply(at(from), edit(["do", action]));
    const byTyping = apply(at(from), edit(["status", typed]));
    expect(byAction.enrollments).toEqual(byTyping.enrollments);
    expect(byAction.outcome).toBe(byTyping.outcome);
  });

  it.each(["UNPAID", "FAILED", "REVIEW", "", "ACTIV", "CONSTRUCTOR", "__PROTO__", "toString"])(
    "nobody may type %j into status",
    (typed) => {
      const decision = apply(at("ACTIVE"), edit(["status", typed]));
      expect(decision).toMatchObject({
        outcome: "REFUSED",
        enrollments: [{ row: { status: "ACTIVE" } }],
      });
    },
  );

  it.each(["send", "constructor", "toString", "__proto__", "hold "])(
    "nobody may type %j into do",
    (typed) => {
      expect(apply(at("ACTIVE"), edit(["do", typed]))).toMatchObject({ outcome: "REFUSED" });
    },
  );
});

describe("after any legal move", () => {
  const moves = CELLS.filter(({ to, move, from }) => to !== "-" && move !== from).map((cell) => {
    const fact =
      cell.move === "paid"
        ? payment()
        : cell.move === "unsubscribes"
          ? unsubscribe
          : edit(["status", cell.move]);
    return { ...cell, row: rowAfter(at(cell.from), fact), fact };
  });

  it.each(moves)("$from → $to by $move says why", ({ row }) => {
    expect(row.why).not.toBe("");
  });

  it.each(moves.filter(({ to }) => CLOSED.includes(to)))(
    "$from → $to by $move is timed no more and names what closed it (R95)",
    ({ row, fact }) => {
      expect(row).toMatchObject({ next_at: null, next_step: "", stop_event: fact.eventId });
      expect(row.stop_reason).not.toBe("");
    },
  );

  it.each(moves.filter(({ to }) => to === "PAID"))(
    "$from → PAID by $move has paid YES and the time of it (R94)",
    ({ row }) => {
      expect(row).toMatchObject({ paid: "YES", paid_at: NOW });
    },
  );

  it.each(moves.filter(({ to }) => OPEN.includes(to)))(
    "$from → $to by $move is timed",
    ({ row }) => {
      expect(row.next_at).not.toBeNull();
    },
  );
});
