// The self-test in words: what each probe is called, what it means, and what it found.
import type { Words } from "../../sheets-schema/index";

interface ProbeWords {
  readonly name: Words;
  /** Said whether it passed or not: what depends on it. */
  readonly means: Words;
}

export const PROBE_WORDS = {
  handler: {
    name: { en: "self-test: timer", zh: "自检：定时器" },
    means: { en: "timers and menu call their methods by name", zh: "定时器和菜单能按名称调用方法" },
  },
  "timer runs": {
    name: { en: "self-test: timer runs", zh: "自检：定时器运行" },
    means: { en: "the timer really calls, as you", zh: "定时器确实以你的身份运行" },
  },
  page: {
    name: { en: "self-test: page", zh: "自检：网页" },
    means: { en: "the web app answers a page with 200", zh: "网页应用以 200 返回页面" },
  },
  text: {
    name: { en: "self-test: text answer", zh: "自检：文本应答" },
    means: {
      en: "the web app answers text with 302: Stripe comes again",
      zh: "文本以 302 返回：Stripe 会重试",
    },
  },
  "odd answers": {
    name: { en: "self-test: other answers", zh: "自检：其他应答" },
    means: {
      en: "what nothing, an error and a promise are answered with; no door of Dripsheet does so",
      zh: "空返回、报错、Promise 各得到什么状态码；Dripsheet 的入口不会这样返回",
    },
  },
  draft: {
    name: { en: "self-test: draft", zh: "自检：草稿" },
    means: {
      en: "a Gmail draft can be made, found and deleted",
      zh: "可以建立、找到并删除 Gmail 草稿",
    },
  },
  send: {
    name: { en: "self-test: mail", zh: "自检：邮件" },
    means: {
      en: "a mail to yourself goes; it was put into the bin",
      zh: "能给自己发一封邮件；测试邮件已移到回收站",
    },
  },
  "draft list": {
    name: { en: "self-test: draft list", zh: "自检：草稿列表" },
    means: {
      en: "drafts can be listed: a cut run can be mended",
      zh: "可以列出草稿：中断的运行可以恢复",
    },
  },
  apostrophe: {
    name: { en: "self-test: text in cells", zh: "自检：单元格文本" },
    means: {
      en: "strangers' text stays text in the sheet",
      zh: "外来文字在表中保持为文本",
    },
  },
  "user lock": {
    name: { en: "self-test: lock", zh: "自检：锁" },
    means: { en: "two runs cannot overlap", zh: "两次运行不会重叠" },
  },
  "stripe heard": {
    name: { en: "self-test: Stripe hears us", zh: "自检：Stripe 收到应答" },
    means: {
      en: "Stripe counts our answer as delivered; otherwise it repeats for days, and reading its list brings every payment anyway",
      zh: "Stripe 把我们的应答记为已送达；否则它会重发数天，但对账仍会取回每一笔付款",
    },
  },
  "at format": {
    name: { en: "self-test: cell formats", zh: "自检：单元格格式" },
    means: {
      en: "how texts arrive in general and in text cells; Dripsheet writes an apostrophe instead",
      zh: "文字写入常规格式与文本格式单元格的结果；Dripsheet 改用前置撇号",
    },
  },
  "row marks": {
    name: { en: "self-test: row marks", zh: "自检：行标记" },
    means: {
      en: "whether hidden marks follow a sorted row; Dripsheet finds rows by id",
      zh: "排序后隐藏标记是否跟随该行；Dripsheet 按编号找行",
    },
  },
  language: {
    name: { en: "self-test: script language", zh: "自检：脚本语言" },
    means: {
      en: "a newer turn of the script language (lookbehind); Dripsheet uses none of the newer ones",
      zh: "脚本语言的一种较新写法（正则后行断言）；Dripsheet 不使用较新的写法",
    },
  },
  zones: {
    name: { en: "self-test: time zones", zh: "自检：时区" },
    means: {
      en: "readers' clocks are known without a call to Google; otherwise Google is asked, once for each zone and hour",
      zh: "无需调用 Google 即可知道读者的时间；否则按时区和小时各询问一次",
    },
  },
  "narrow scope": {
    name: { en: "self-test: narrower permission", zh: "自检：更窄的权限" },
    means: {
      en: "a permission for this one Sheet only",
      zh: "仅限本表格的权限",
    },
  },
  "door minutes": {
    name: { en: "self-test: minutes of the web app", zh: "自检：网页应用的运行时间" },
    means: {
      en: "whether visitors' requests count against the timer's minutes of a day",
      zh: "访客请求是否计入定时器每日时长",
    },
  },
} as const satisfies Readonly<Record<string, ProbeWords>>;

export const FOUND = {
  trigger: { en: "the timer is there", zh: "定时器已建立" },
  noTrigger: { en: "there is no timer", zh: "没有定时器" },
  callable: { en: "it can be called", zh: "可以调用" },
  notCallable: { en: "it cannot be called", zh: "无法调用" },
  noAddress: {
    en: "no web app address in Settings yet",
    zh: "Settings 里还没有网页应用的网址",
  },
  draftGone: { en: "listed, and gone after deleting", zh: "能列出，删除后消失" },
  draftStays: { en: "still listed after deleting", zh: "删除后仍被列出" },
  draftNever: { en: "not listed after it was made", zh: "建立后没有被列出" },
  stayed: { en: "all stayed text", zh: "全部保持为文本" },
  marksFollow: { en: "they follow", zh: "会跟随" },
  marksStay: { en: "they do not follow", zh: "不会跟随" },
  lookbehind: { en: "works", zh: "可用" },
  zonesAgree: { en: "the script's own and Google's agree", zh: "脚本与 Google 的结果一致" },
  zonesAsked: { en: "Google is asked", zh: "改为询问 Google" },
  noLookbehind: { en: "does not work", zh: "不可用" },
  timerAsked: {
    en: "asked just now; run the self-test again in three minutes",
    zh: "刚刚发出询问；三分钟后请再运行一次自检",
  },
  timerSilent: {
    en: "it stands and has not called for three minutes; made anew under its other name",
    zh: "定时器存在，但三分钟内没有运行；已改用另一个名称重建",
  },
  noStripeYet: {
    en: "no Stripe event has come yet; see Stripe: Developers, Webhooks, the last delivery should read 200",
    zh: "还没有收到 Stripe 事件；请在 Stripe 的 Developers、Webhooks 查看最近一次投递是否为 200",
  },
  stripeUnread: { en: "Stripe could not be asked", zh: "无法询问 Stripe" },
  wideScope: {
    en: "not tried: Dripsheet asks for spreadsheets, since a timer may be refused with less",
    zh: "未测试：权限更窄时定时器可能被拒绝，所以 Dripsheet 申请完整表格权限",
  },
  doorMinutes: {
    en: "cannot be seen from inside. If the timer stops early on a busy day, compare the durations under Executions in the script's editor",
    zh: "脚本内部无法得知。若繁忙日定时器提前停止，请在脚本编辑器的“执行记录”里对照时长",
  },
} as const satisfies Readonly<Record<string, Words>>;

/** Seen only if it could not be deleted; whoever finds it may read either language. */
export const PROBE_DRAFT = {
  subject: { en: "Dripsheet self-test", zh: "Dripsheet 自检" },
  text: {
    en: "Made by Dripsheet's self-test and deleted at once.",
    zh: "由 Dripsheet 自检建立，会立即删除。",
  },
} as const;

export const SELF_TEST = {
  title: { en: "Self-test", zh: "自检" },
  summary: (passed: number, all: number): Words => ({
    en: `${passed} of ${all} passed; Start here names each.`,
    zh: `${all} 项中通过 ${passed} 项；逐项见 Start here。`,
  }),
  intro: {
    en: "✓ works, ✗ does not, · nothing depends on it. Where there is a safer way, it has been switched on.",
    zh: "✓ 正常，✗ 不正常，· 仅供参考。凡有更稳妥的做法，均已切换。",
  },
  report: {
    en: "The report, without addresses or names of people. One click selects all of it; Dripsheet Local takes it as --costs.",
    zh: "报告不含地址和姓名。点一下即可全选；Dripsheet Local 可用 --costs 读取。",
  },
  again: { en: "Run it again", zh: "再运行一次" },
} as const;

/** Switched on by what was found. */
export const SAFER = {
  answers: {
    en: "Stripe and other programs are answered with text from now on, since only that is heard as 200",
    zh: "此后用文本应答 Stripe 和其他程序，因为只有文本得到 200",
  },
} as const satisfies Readonly<Record<string, Words>>;

export function mailSent(found: boolean, named: boolean, counted: number): Words {
  const en = (is: boolean) => (is ? "yes" : "no");
  const zh = (is: boolean) => (is ? "是" : "否");
  return {
    en: `found at once: ${en(found)}, Message-ID: ${en(named)}, quota used: ${counted}`,
    zh: `立即可搜到：${zh(found)}，Message-ID：${zh(named)}，占用额度：${counted}`,
  };
}
export function timerCalled(afterS: number, user: "owner" | "nobody" | "other"): Words {
  const en = { owner: "you", nobody: "nobody", other: "somebody else" };
  const zh = { owner: "你", nobody: "无", other: "他人" };
  return {
    en: `called after ${afterS} s; the active user there is ${en[user]}`,
    zh: `${afterS} 秒后运行；其中的活动用户：${zh[user]}`,
  };
}
export function stripePending(count: number): Words {
  return count === 0
    ? { en: "its last event is delivered", zh: "最近的事件已送达" }
    : { en: `its last event still waits ${count} times`, zh: `最近的事件仍有 ${count} 次待送达` };
}
export function answered(status: number): Words {
  return { en: `answered ${status}`, zh: `返回 ${status}` };
}
export function drafts(count: number): Words {
  return { en: `drafts: ${count}`, zh: `草稿 ${count} 封` };
}
export function lockTaken(first: boolean, second: boolean): Words {
  const en = (taken: boolean) => (taken ? "taken" : "not taken");
  const zh = (taken: boolean) => (taken ? "取得" : "未取得");
  return {
    en: `${en(first)}, once more: ${en(second)}`,
    zh: `${zh(first)}，再次：${zh(second)}`,
  };
}
export function changedTexts(texts: readonly string[]): Words {
  return { en: `changed: ${texts.join(" ")}`, zh: `被改动：${texts.join(" ")}` };
}
/** Values and the platform's own messages read the same in both languages. */
export function asSeen(seen: string): Words {
  return { en: seen, zh: seen };
}
