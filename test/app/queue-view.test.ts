// Views of the Queue (R63, R66): soonest first, only the rows asked for, and nothing of them changed.
import { beforeEach, describe, expect, it } from "vitest";
import { type QueueView, showView } from "../../src/app/queue-view";
import { REASONS } from "../../src/model/reason";
import { BLOCKED_WORDS } from "../../src/words/views";
import { HOUR, MemoryOffice, START } from "./memory-office";

let office: MemoryOffice;
beforeEach(() => {
  office = new MemoryOffice();
});

function come(...names: readonly string[]) {
  for (const name of names) office.geo(`${name}@shop.test`);
  office.tick();
}
const idOf = (name: string) => office.row(`${name}@shop.test`).id;

function shown(view: QueueView) {
  showView(office.ports, view);
  return office.ports.workbook.arranged.at(-1);
}

describe("a view of the Queue", () => {
  it("puts what is due soonest on top and hides nothing when all is asked for", () => {
    come("ada");
    const arranged = shown("all");
    expect(arranged?.sortBy[0]).toEqual({ column: "next_at", ascending: true });
    expect(arranged?.hide).toEqual({});
    expect(arranged?.beforeTomorrow).toBeUndefined();
  });

  it("hides closed rows among the live ones, and held ones among those due today", () => {
    come("ada");
    expect(shown("live")?.hide).toEqual({ status: ["PAID", "DONE", "STOPPED"] });
    const today = shown("today");
    expect(today?.hide.status).toEqual(["PAID", "DONE", "STOPPED", "PAUSED", "REVIEW"]);
    expect(today?.beforeTomorrow).toBe("next_at");
  });

  it("names as stuck what is late, has no time or says what it waits for", () => {
    come("ada", "bob", "cem", "dan");
    const { store } = office.ports;
    store.edit("Queue", idOf("bob"), "next_at", new Date(START - HOUR));
    store.edit("Queue", idOf("cem"), "next_at", "");
    store.edit("Queue", idOf("dan"), "why", "geo_mail_2 不会发送：对方未同意接收后续邮件");
    expect(shown("stuck")?.hide.id).toEqual([idOf("ada")]);
  });

  it("hides every flow but Lite, and every status but PAID", () => {
    come("ada");
    expect(shown("lite")?.hide).toEqual({ flow: ["geo"] });
    const paid = shown("paid");
    expect(paid?.hide.status).not.toContain("PAID");
    expect(paid?.sortBy).toEqual([{ column: "paid_at", ascending: false }]);
  });

  it("moves no row while a batch runs, nor for another account, nor in an empty Queue", () => {
    office.ports.locks.batchBusy = true;
    expect(shown("live")).toBeUndefined();
    office.ports.locks.batchBusy = false;
    expect(shown("live")).toBeUndefined();
    expect(office.ports.person.told.at(-1)?.text).toContain("empty");
    come("ada");
    office.ports.person.user = "other@shop.test";
    expect(shown("live")).toBeUndefined();
  });
});

describe("the words by which a stuck row is known", () => {
  const speaksOf = (text: string) => BLOCKED_WORDS.some((words) => text.includes(words));

  it("are in a reason's Chinese when they are in its English", () => {
    const blocked = Object.entries(REASONS).filter(([, { en }]) =>
      / is blocked\b|^waits: /.test(en),
    );
    expect(blocked.length).toBeGreaterThan(8);
    for (const [code, { zh }] of blocked) expect([code, speaksOf(zh)]).toEqual([code, true]);
  });

  it("are in no reason of a row that goes on", () => {
    for (const code of ["entered", "nextMail", "askedAgain", "done", "paid"] as const) {
      expect(speaksOf(REASONS[code].en) || speaksOf(REASONS[code].zh)).toBe(false);
    }
  });
});
