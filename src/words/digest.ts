// The owner's daily mail: what came in, went out, stopped, waits and failed since the last one.
import type { Words } from "../../sheets-schema/index";

export interface DigestCounts {
  readonly cameIn: number;
  readonly wentOut: number;
  readonly stopped: number;
  readonly waits: number;
  readonly failed: number;
}

export const DIGEST = {
  subject: ({ cameIn, wentOut, stopped, failed }: DigestCounts): Words => ({
    en: `Dripsheet: ${cameIn} came in, ${wentOut} went out, ${stopped} stopped${failed > 0 ? `, ${failed} failed` : ""}`,
    zh: `Dripsheet：收到 ${cameIn}，发出 ${wentOut}，停止 ${stopped}${failed > 0 ? `，失败 ${failed}` : ""}`,
  }),
  since: (at: string): Words => ({ en: `Since ${at}:`, zh: `自 ${at} 起：` }),
  line: (title: Words, count: number): Words => ({
    en: `${title.en}: ${count}`,
    zh: `${title.zh}：${count}`,
  }),
  cameIn: { en: "Came in", zh: "收到" },
  wentOut: { en: "Went out", zh: "发出" },
  stopped: { en: "Stopped", zh: "停止" },
  wishes: (count: number, slowestMs: number): Words => {
    const minutes = Math.max(1, Math.ceil(slowestMs / 60_000));
    const kept = minutes <= 24 * 60;
    return {
      en: `Asked to stop: ${count}. The slowest took effect within ${minutes} min; ${kept ? "promised are 24 h" : "more than the 24 h promised, please look"}`,
      zh: `要求停发：${count}，最慢的在 ${minutes} 分钟内生效；${kept ? "承诺为 24 小时" : "超过承诺的 24 小时，请查看"}`,
    };
  },
  letGo: (counts: readonly (readonly [string, number])[]): Words => {
    const named = counts.map(([tab, count]) => `${tab} ${count}`).join(", ");
    return {
      en: `Kept no longer (Settings keep): ${named}`,
      zh: `已过保存期限（Settings 的 keep）：${named}`,
    };
  },
  waits: { en: "Wait for their next mail", zh: "等待下一封" },
  held: { en: "Held back, and by what:", zh: "其中暂不能发，原因：" },
  answered: { en: "Wrote back, please answer:", zh: "有人回信，请回复：" },
  failed: { en: "Failed or in doubt: please look", zh: "失败或存疑，请查看" },
  paused: { en: "Sending has paused itself", zh: "发送已自动暂停" },
  off: { en: "Sending is OFF in Settings", zh: "Settings 中发送为 OFF" },
  runs: (count: number): Words => ({
    en: `runs with errors: ${count}`,
    zh: `出错的运行：${count}`,
  }),
  more: (count: number): Words => ({ en: `and ${count} more`, zh: `另有 ${count} 项` }),
  foot: {
    en: "digest in Settings says when this mail comes.",
    zh: "在 Settings 的 digest 可调整何时收到此邮件。",
  },
} as const;
