// The words of the audit: what stands otherwise than Events and Sends say, and what repairing it does.
import type { Words } from "../../sheets-schema/index";

export const AUDIT_TITLE: Words = { en: "Audit", zh: "核对" };

/** Events `reason`. */
export const REPAIRED: Words = {
  en: "repaired by the audit: stands again as Events and Sends say",
  zh: "核对后修复：已恢复为 Events 与 Sends 所记的状态",
};

export const RULES_CHANGED = (flows: readonly string[]): Words => ({
  en: `the rules changed: ${flows.join(", ")}`,
  zh: `规则已修改：${flows.join("、")}`,
});

/** The beginning of `why`. */
export const REPAIRED_WHY = {
  en: (stands: string) => `repaired by the audit; ${stands}`,
  zh: (stands: string) => `核对后已修复；${stands}`,
} as const;

/** `why` of an open row of which no event tells. */
export const UNTOLD_WHY: Words = {
  en: "no event tells of this row, so nothing goes from it; look, then choose release or delete the row",
  zh: "没有任何事件记录提到此行，因此不会发信；请查看后选择 release，或删除此行",
};

export const AUDIT_CHECK = {
  none: (when: string): Words => ({
    en: when === "" ? "not looked at yet" : `every row agrees with Events and Sends (${when})`,
    zh: when === "" ? "尚未核对" : `所有行都与 Events 和 Sends 一致（${when}）`,
  }),
  some: (count: number, named: string): Words => ({
    en: `rows that stand otherwise than Events and Sends say: ${count} (${named}). Press Dripsheet ▸ Set-up ▸ Audit to see and to repair them`,
    zh: `有 ${count} 行与 Events、Sends 的记录不一致（${named}）。点击 Dripsheet ▸ 设置 ▸ 核对，查看并修复`,
  }),
} as const;

export const AUDIT = {
  en: {
    agrees: (rows: number) => `Every row agrees with Events and Sends. Rows looked at: ${rows}.`,
    untold: (count: number) =>
      `Rows that cannot be worked out any more, because their events are gone or their rules have changed: ${count}. Nothing is wrong with them as far as anybody can tell.`,
    intro:
      "These rows stand otherwise than Events and Sends say. Repaired, each stands as the records say, its next mail goes in an hour at the earliest, and the repair is an event with the old and the new values.",
    headers: ["row", "column", "stands", "records say", "why"],
    reopens: "closed now; would be open again",
    review: "would wait for you in REVIEW",
    nothing: "nothing",
    more: (count: number) => `… and ${count} more, shown once these are repaired`,
    repair: "Repair these",
    repaired: (count: number) => `Repaired: ${count}.`,
    agreeNow: "Nothing was repaired: these rows agree by now.",
    busy: "Nothing was repaired: Events was busy. Try again.",
    underWay: "Mails of the last run are still being looked after. Try again in some minutes.",
  },
  zh: {
    agrees: (rows: number) => `所有行都与 Events 和 Sends 一致，共核对 ${rows} 行。`,
    untold: (count: number) =>
      `有 ${count} 行的事件记录已不在，或规则已改，无法再推算；目前看不出有何不妥。`,
    intro:
      "以下各行与 Events、Sends 的记录不一致。修复后按记录还原，下一封最早一小时后发送；每次修复都会记为一个事件，并写明修复前后的值。",
    headers: ["行", "列", "现在", "按记录应为", "原因"],
    reopens: "现已关闭，修复后会重新打开",
    review: "修复后转为 REVIEW，等你处理",
    nothing: "空",
    more: (count: number) => `……还有 ${count} 行，修复这些后显示`,
    repair: "修复这些行",
    repaired: (count: number) => `已修复 ${count} 行。`,
    agreeNow: "未作修复：这些行现已一致。",
    busy: "未作修复：Events 正忙。请再试一次。",
    underWay: "上一次运行的邮件还在核实中。请几分钟后再试。",
  },
} as const;
