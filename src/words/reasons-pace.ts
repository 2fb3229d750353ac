// Why a mail waits although it is due: the day's quota, and first mails that begin slowly.
import type { Words } from "../../sheets-schema/index";

export const PACE = {
  quotaSpent: {
    en: "{step} waits: today's Gmail quota is spent; it is tried again every half hour",
    zh: "{step} 等待：今日 Gmail 配额已用完；每半小时重试一次",
  },
  quotaRetimed: {
    en: "{step} waits: today's Gmail quota went to what comes first; it goes at next_at",
    zh: "{step} 等待：今日 Gmail 配额已用于优先的邮件；改在 next_at 发送",
  },
  rampRetimed: {
    en: "{step} waits: first mails begin with a few a day and double daily (Settings first_mails_a_day); it goes at next_at",
    zh: "{step} 等待：首封邮件从每天少量开始、逐日加倍（Settings 的 first_mails_a_day）；改在 next_at 发送",
  },
} as const satisfies Readonly<Record<string, Words>>;
