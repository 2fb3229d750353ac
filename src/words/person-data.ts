// The words about one person's data: the file that is handed over, the window, the reader's own page.
import type { Words } from "../../sheets-schema/index";

export const PERSON_TITLE: Words = { en: "A person's data", zh: "个人数据" };

/** The file. */
export const PERSON_FILE = {
  en: {
    title: (address: string) => `What is kept of ${address}`,
    made: (at: string) => `As it stood at ${at}. Empty cells are left out; times are UTC.`,
    left: "Nothing is mailed to this address: a salted hash of it is kept for that alone.",
    mails: "The mails themselves lie in the sender's mailbox.",
    none: "Nothing.",
    consent: "Proof of consent",
    asPage: "Save as a page",
    asData: "Save as JSON",
    tabs: {
      Contacts: "Who this is (Contacts)",
      Queue: "Flows (Queue)",
      Sends: "Mails (Sends)",
      Events: "What happened (Events)",
      Unmatched: "Payments without a payer (Unmatched)",
    },
  },
  zh: {
    title: (address: string) => `关于 ${address} 保存的数据`,
    made: (at: string) => `截至 ${at}。空白单元格已省略；时间均为 UTC。`,
    left: "不再向此邮箱发送邮件；为此仅保留该邮箱的加盐哈希值。",
    mails: "邮件正文保存在发件人的邮箱中。",
    none: "无。",
    consent: "同意的凭证",
    asPage: "另存为网页",
    asData: "另存为 JSON",
    tabs: {
      Contacts: "联系人（Contacts）",
      Queue: "流程（Queue）",
      Sends: "邮件（Sends）",
      Events: "发生过的事（Events）",
      Unmatched: "未匹配的付款（Unmatched）",
    },
  },
} as const;

/** The window. */
export const PERSON_WINDOW = {
  en: {
    intro: "Whose? An address, or an id from Contacts.",
    show: "Show",
    unknown: "This is neither an address nor an id from Contacts.",
  },
  zh: {
    intro: "谁的数据？填写邮箱，或 Contacts 中的 id。",
    show: "查看",
    unknown: "这既不是邮箱，也不是 Contacts 中的 id。",
  },
} as const;

/** The reader's own page. */
export const OWN_DATA = {
  en: {
    title: "Your data",
    ask: "Your data: type your address in full, as mails are passed on, and links with them",
    download: "Show and save",
    wrong: "This is not the address these mails go to. Please correct it and press again.",
  },
  zh: {
    title: "你的数据",
    ask: "你的数据：请输入完整邮箱（邮件可能被转发，链接会随之外传）",
    download: "查看并保存",
    wrong: "这不是收到这些邮件的邮箱。请改正后再按一次。",
  },
} as const;
