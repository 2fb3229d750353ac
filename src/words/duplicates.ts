// The window "Duplicates": who may be one person, what joining them does, and how it is undone.
import type { Words } from "../../sheets-schema/index";

export const DUPLICATES_TITLE: Words = { en: "Duplicates", zh: "重复联系人" };

/** Events `reason`. */
export const APART_WORDS: Words = { en: "a person says: these are two", zh: "人工确认：是两个人" };

export const DUPLICATES = {
  en: {
    none: "No two rows of Contacts share an address, a phone, a customer, a user or a device.",
    intro:
      "These may be one person. Joined, the left row stays: mails go to its address, and whatever either has paid, left or paused counts for both at once. Nothing is deleted, and every joining can be undone below.",
    share: (what: string) => `Both have: ${what}`,
    differs: "What differs",
    stays: (address: string) => `${address} (stays)`,
    joins: (address: string) => `${address} (is joined with it)`,
    join: "Join the ticked ones",
    apart: "The ticked ones are two",
    choose: "Nothing was done: tick first who is one person.",
    gone: "Nothing was done: these are joined or parted by now, or a row is gone.",
    joined: (count: number) => `Joined: ${count}.`,
    later: "Noted; the next run does it, within about a minute.",
    keptApart: (count: number) => `Noted as two: ${count}. They are not asked about again.`,
    parted: "They are two again. Nothing goes within the hour, so that you can look first.",
    busy: "Events was busy. Please press again in a minute.",
    more: (count: number) => `${count} more once these are settled.`,
    undoTitle: "Joined so far",
    undo: "Undo",
    by: {
      address: "the address",
      mailbox: "the mailbox",
      phone: "the phone",
      customer: "the Stripe customer",
      user: "the user id",
      device: "the device",
    },
    rows: {
      name: "Name",
      phone: "Phone",
      source: "Source",
      since: "Since",
      consent: "Consent",
      paid: "Paid",
      suppressed: "Stopped",
      flows: "Flows",
    },
    comma: ", ",
  },
  zh: {
    none: "Contacts 中没有两行共用邮箱、电话、Stripe 客户、用户或设备。",
    intro:
      "下面各对可能是同一人。合并后保留左边一行：邮件发往它的邮箱；任一行已付款、已退订或已暂停，立即对两行都算数。不会删除任何内容，每次合并都可在下方撤销。",
    share: (what: string) => `两者相同：${what}`,
    differs: "不同之处",
    stays: (address: string) => `${address}（保留）`,
    joins: (address: string) => `${address}（并入）`,
    join: "合并勾选的",
    apart: "勾选的是两个人",
    choose: "未作任何改动：请先勾选。",
    gone: "未作任何改动：已合并或已分开，或其中一行已不在。",
    joined: (count: number) => `已合并 ${count} 对。`,
    later: "已记下，下次运行时处理（约一分钟内）。",
    keptApart: (count: number) => `已记下 ${count} 对是两个人，不再提示。`,
    parted: "已重新分开。一小时内不会发信，方便你先检查。",
    busy: "Events 正忙，请一分钟后再按。",
    more: (count: number) => `处理完这些后还有 ${count} 对。`,
    undoTitle: "已合并",
    undo: "撤销",
    by: {
      address: "邮箱",
      mailbox: "收件箱",
      phone: "电话",
      customer: "Stripe 客户",
      user: "用户编号",
      device: "设备",
    },
    rows: {
      name: "名字",
      phone: "电话",
      source: "来源",
      since: "起始",
      consent: "同意",
      paid: "已付款",
      suppressed: "停发",
      flows: "流程",
    },
    comma: "、",
  },
} as const;
