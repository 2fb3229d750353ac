// Events: what happened, append-only. The system acts on nothing else.
import { choice, defineTab, type RowOf, text, time } from "./column";

export const OUTCOMES = ["APPLIED", "REPEAT", "IGNORED", "REFUSED", "UNMATCHED"] as const;

export const events = defineTab({
  name: "Events",
  place: "back",
  about: {
    en: "Everything that happened, one row each. The system acts on nothing else.",
    zh: "发生过的一切，每件一行。系统只认这里的事件。",
  },
  idColumn: "id",
  columns: {
    id: text("machine", "Name of this row.", "编号。", { widthPx: 150 }),
    received_at: time("machine", "When it arrived here.", "到达时间。"),
    occurred_at: time("machine", "When it happened.", "发生时间。"),
    source: text("machine", "form, stripe, sheet, page …", "来源：form、stripe、sheet、page …", {
      widthPx: 80,
    }),
    type: text("machine", "What kind of event.", "事件类型。", { widthPx: 200 }),
    key: text("machine", "Equal keys are the same event.", "相同的键即同一事件。", {
      widthPx: 200,
    }),
    who: text("machine", "Whom it concerns.", "涉及的人。", { widthPx: 200 }),
    payload: text("machine", "What came with it, shortened.", "内容摘要。", { widthPx: 260 }),
    outcome: choice(
      "machine",
      OUTCOMES,
      "Empty: not yet handled, or waiting for Stripe.",
      "空：尚未处理，或在等待 Stripe。",
    ),
    reason: text("machine", "Why this outcome.", "结果说明。", { widthPx: 320 }),
  },
});

export type Outcome = (typeof OUTCOMES)[number];
export type EventRow = RowOf<typeof events>;
