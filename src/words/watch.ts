// What the owner is told when the timer stands still or runs fail, by mail and on Start here.
import type { Words } from "../../sheets-schema/index";

interface Mail {
  readonly subject: Words;
  readonly text: Words;
}

const hours = (ms: number) => Math.max(1, Math.round(ms / 3_600_000));

export const WATCH = {
  late: (lateMs: number, sheet: string): Mail => ({
    subject: {
      en: "Dripsheet: the timer stands still",
      zh: "Dripsheet：定时器停了",
    },
    text: {
      en: `The timer has not run for ${spanEn(lateMs)}. Forms and payments are still recorded, but no mail goes.

What to do: open the sheet on a computer and press Dripsheet ▸ Set-up ▸ Set up, or choose set up in do on Start here. The timer is made anew.
If it stops again the same day, Google's daily running time may be used up: it goes on by itself tomorrow.

${sheet}`,
      zh: `定时器已有${spanZh(lateMs)}没有运行。表单和付款仍会记录，但不发任何邮件。

请在电脑上打开表格，点击 Dripsheet ▸ 设置 ▸ 初始化，或在 Start here 的 do 选择 set up，定时器会重新建立。
如果当天再次停止，可能是 Google 每日运行时长已用完：明天会自动恢复。

${sheet}`,
    },
  }),
  watch: (sheet: string): Mail => ({
    subject: {
      en: "Dripsheet: nobody watches the timer",
      zh: "Dripsheet：定时器无人看护",
    },
    text: {
      en: `Mails go as they should. But the hourly trigger that looks after the timer does not run, though it was made anew. Should the timer stop, it would not be started again by itself.

What to do: open the sheet on a computer and press Dripsheet ▸ Set-up ▸ Set up.

${sheet}`,
      zh: `邮件正常发送。但每小时看护定时器的另一个定时器没有运行，重新建立后也没有。万一定时器停了，就不会自动重启。

请在电脑上打开表格，点击 Dripsheet ▸ 设置 ▸ 初始化。

${sheet}`,
    },
  }),
  runs: (sinceMs: number, what: string, sheet: string): Mail => ({
    subject: {
      en: "Dripsheet: its runs fail, no mail goes",
      zh: "Dripsheet：运行失败，邮件未发",
    },
    text: {
      en: `Every run has failed for ${hours(sinceMs)} h:

${what}

Forms and payments are still recorded. Mails go on by themselves once a run goes through.

${sheet}`,
      zh: `近 ${hours(sinceMs)} 小时每次运行都失败：

${what}

表单和付款仍会记录。一旦运行成功，邮件会自动继续。

${sheet}`,
    },
  }),
  paused: (bad: number, of: number, what: string, again: string, sheet: string): Mail => ({
    subject: {
      en: "Dripsheet: sending has paused itself",
      zh: "Dripsheet：发送已自动暂停",
    },
    text: {
      en: `Of the last hour's ${of} mails ${bad} did not go, or nobody knows whether they went. The last one: ${what}

The tab Sends names them. To go on at once: choose sending ON in do on Start here. By itself it tries a few mails again at ${again}, and goes on if they go.

${sheet}`,
      zh: `最近一小时的 ${of} 封邮件中，有 ${bad} 封没有发出或无法确认。最近一封：${what}

具体见 Sends 工作表。要立即继续：在 Start here 的 do 选择 sending ON。否则会在 ${again} 自动试发几封，成功后继续。

${sheet}`,
    },
  }),
} as const;

/** On Start here, while sending has paused itself. */
export const PAUSED_LINE = {
  refused: (bad: number, of: number, again: string): Words => ({
    en: `paused by itself: ${bad} of ${of} mails of an hour did not go (see Sends). Choose sending ON in do to go on; a few are tried again at ${again}`,
    zh: `已自动暂停：一小时内 ${of} 封中有 ${bad} 封没有发出（见 Sends）。在 do 选择 sending ON 可继续；${again} 会自动试发几封`,
  }),
  runs: {
    en: "paused by itself: several runs in a row failed (see the timer's line). It goes on after the next run that goes through",
    zh: "已自动暂停：连续多次运行失败（见定时器一行）。下次运行成功后自动继续",
  },
} as const;

/** For a monitor outside: the first line never changes its words. */
export const HEALTH = {
  ok: "dripsheet: ok",
  late: "dripsheet: late",
  paused: "dripsheet: paused",
  none: "dripsheet: not set up",
} as const;

function spanEn(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 120 ? `${minutes} minutes` : `${hours(ms)} hours`;
}

function spanZh(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 120 ? ` ${minutes} 分钟` : ` ${hours(ms)} 小时`;
}
