// Explain and the preview never disagree with the batch: what they say goes is what goes, whatever happened before.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainRows } from "../../src/app/explain/explain-rows";
import { dryRun } from "../../src/app/preview/preview-run";
import { runBatch } from "../../src/app/run-batch";
import { HOUR, MINUTE } from "../app/memory-office";
import { ACTION, type Action } from "../order/action";
import { History } from "../order/history";

const calm = ACTION.filter(({ what }) => what !== "lock" && what !== "fault");
/** Time passes and no timer runs: what fell due meets the next batch. */
const ASLEEP = fc
  .constantFrom(0.1, 1, 25, 49, 24 * 8)
  .map((hours) => ({ what: "asleep", hours }) as const);
type Move = Action | { readonly what: "asleep"; readonly hours: number };

/** No time passes; the history looks at what went. */
const LOOK: Action = { what: "pass", hours: 0 };

function moved(history: History, move: Move): void {
  history.office.ports.clock.advance(MINUTE);
  if (move.what === "asleep") history.office.ports.clock.advance(move.hours * HOUR);
  else history.act(move);
}

describe("Explain, at any moment of any history", () => {
  it("says that a mail goes when, and only when, the batch of that moment sends it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 3, arbitrary: calm }, { weight: 2, arbitrary: ASLEEP }), {
          minLength: 2,
          maxLength: 14,
        }),
        (moves) => {
          const history = new History();
          const { ports } = history.office;
          for (const move of moves) {
            moved(history, move);
            const kept = ports.properties.all();
            const before = JSON.stringify([ports.store.rows("Queue"), ports.store.rows("Sends")]);
            const said = explainRows(ports, kept, (queue) => queue);
            const wouldGo = dryRun(ports, kept).wouldGo.map(({ send }) => send.send_key);
            expect(JSON.stringify([ports.store.rows("Queue"), ports.store.rows("Sends")])).toBe(
              before,
            );
            const already = new Set(sentKeys(history));
            runBatch(ports, "menu");
            history.act(LOOK);
            const went = sentKeys(history).filter((key) => !already.has(key));
            expect(wouldGo.sort()).toEqual(went.sort());
            for (const { enrollment, outcome, goes } of said) {
              const own = went.filter((key) => key.startsWith(`${enrollment.row.id}/`));
              expect(goes.map(({ send }) => send.send_key).sort()).toEqual(own.sort());
              if (outcome.kind !== "goes") expect(own).toEqual([]);
            }
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});

function sentKeys({ office }: History): readonly string[] {
  const sends = office.ports.store.rows("Sends");
  return sends.filter(({ status }) => status === "SENT").map(({ send_key }) => send_key);
}
