// Rows that have gone stale: what is found, and what one may do about it. Nothing is changed by finding it.
import type { Words } from "../../sheets-schema/index";

export const OUTDATED_TITLE: Words = { en: "Outdated rows", zh: "过期数据" };

export const STALE = {
  unmailable: {
    what: { en: "Not a valid address", zh: "不是有效邮箱" },
    may: {
      en: "Correct email in Contacts, or erase by A person's data.",
      zh: "在 Contacts 更正邮箱，或在“个人数据”中删除。",
    },
  },
  duplicates: {
    what: { en: "May be one person in two rows", zh: "可能是同一人的两行" },
    may: { en: "Open Duplicates in this menu.", zh: "打开同一菜单中的“重复联系人”。" },
  },
  bounced: {
    what: { en: "Bounced: nothing reaches them", zh: "退信：邮件送不到" },
    may: {
      en: "If it was misspelt, correct it and empty suppressed. Else erase by A person's data: nothing goes to that address again.",
      zh: "若是写错，请更正邮箱并清空 suppressed；否则在“个人数据”中删除，以后也不会再给该邮箱发信。",
    },
  },
  unconfirmed: {
    what: { en: "Not confirmed for 30 days", zh: "30 天未确认同意" },
    may: {
      en: "No marketing goes to them. Let them be, or choose stop in do of Queue.",
      zh: "不会给他们发营销邮件。可以不管，也可以在 Queue 的 do 选择 stop。",
    },
  },
  silent: {
    what: { en: "No sign of life for a year", zh: "一年没有任何动静" },
    may: {
      en: "Settings cool_down can ask them once more and then stop by itself; or erase by A person's data.",
      zh: "Settings 的 cool_down 可以再问一次，没有答复就停发；或在“个人数据”中删除。",
    },
  },
  flowless: {
    what: { en: "Wait in a flow that is off or gone", zh: "所在流程已关闭或不存在" },
    may: {
      en: "Switch the flow on in Flows, or choose stop in do of Queue.",
      zh: "在 Flows 打开该流程，或在 Queue 的 do 选择 stop。",
    },
  },
} as const satisfies Readonly<Record<string, { readonly what: Words; readonly may: Words }>>;

export const OUTDATED = {
  en: {
    none: "Nothing has gone stale: every address can be mailed, nobody stands here twice, and everybody who waits can get what they wait for.",
    intro:
      "What has gone stale, looked for every week and told in Monday's daily mail (Settings cleaning). Nothing of it is changed by itself.",
    found: (what: Words, count: number) => `${what.en}: ${count}`,
    show: "Show",
    gone: "This row is not there any more.",
    more: (count: number) => `${count} more`,
    weekly: "Gone stale, see Set-up ▸ Outdated rows:",
  },
  zh: {
    none: "没有过期数据：邮箱都可用，没有重复的人，等待中的行都能继续。",
    intro:
      "以下为过期数据，每周检查一次，写在周一的每日汇总里（Settings 的 cleaning）。不会自动改动任何内容。",
    found: (what: Words, count: number) => `${what.zh}：${count}`,
    show: "查看",
    gone: "此行已不在。",
    more: (count: number) => `另有 ${count} 行`,
    weekly: "过期数据，见“设置 ▸ 过期数据”：",
  },
} as const;
