// Runs: one row per run that did something.
import { choice, defineTab, integer, type RowOf, text, time } from "./column";

export const runs = defineTab({
  name: "Runs",
  place: "back",
  about: {
    en: "Runs that did something. Idle ones only move the timer line on Start here.",
    zh: "有动作的运行记录。空转只更新 Start here 的计时行。",
  },
  idColumn: "run",
  columns: {
    run: text("machine", "Name of the run.", "编号。", { widthPx: 150 }),
    started_at: time("machine", "When it began.", "开始时间。"),
    kind: choice("machine", ["tick", "menu", "edit"], "What began it.", "触发方式。"),
    events: integer("machine", "Events handled.", "处理的事件数。"),
    due: integer("machine", "Mails that were due.", "到期邮件数。"),
    sent: integer("machine", "Mails sent.", "发送数。"),
    skipped: text(
      "machine",
      "Not sent: how many, and the code of the reason. `why` in Queue says it in words.",
      "未发送：数量与原因代码；文字说明见 Queue 的 why。",
      { widthPx: 320 },
    ),
    errors: text("machine", "What went wrong.", "错误。", { widthPx: 320 }),
    quota_left: integer("machine", "Recipients left today.", "今日剩余收件人配额。"),
    duration_ms: integer("machine", "How long it took.", "耗时（毫秒）。"),
  },
});

export type RunRow = RowOf<typeof runs>;
