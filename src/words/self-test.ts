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
  draft: {
    name: { en: "self-test: draft", zh: "自检：草稿" },
    means: {
      en: "a Gmail draft can be made, found and deleted",
      zh: "可以建立、找到并删除 Gmail 草稿",
    },
  },
  apostrophe: {
    name: { en: "self-test: text in cells", zh: "自检：单元格文本" },
    means: {
      en: "strangers' text stays text in the sheet",
      zh: "外来文字在表中保持为文本",
    },
  },
  "at format": {
    name: { en: "self-test: text format", zh: "自检：文本格式" },
    means: { en: "how cells formatted as text behave here", zh: "文本格式单元格在这里的表现" },
  },
  "user lock": {
    name: { en: "self-test: lock", zh: "自检：锁" },
    means: { en: "two runs cannot overlap", zh: "两次运行不会重叠" },
  },
  "draft list": {
    name: { en: "self-test: draft list", zh: "自检：草稿列表" },
    means: {
      en: "drafts can be listed: a cut run can be mended",
      zh: "可以列出草稿：中断的运行可以恢复",
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
} as const;

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
