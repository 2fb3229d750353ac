// The words about one person's data: the file that is handed over, the window, the reader's own page.
import type { Words } from "../../sheets-schema/index";

export const PERSON_TITLE: Words = { en: "A person's data", zh: "个人数据" };

/** Events `reason`, Sends `why`. */
export const ERASED_WORDS: Words = {
  en: "the person was erased; what is left here names nobody",
  zh: "此人的数据已删除；此处留下的内容不涉及任何人",
};

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
    erase:
      "Erase this person: type the address once more. Nothing is mailed to it any more, and nothing brings the data back. Ids of payments stay, without a name. What only you can delete: mails in Gmail, the customer in Stripe, back-ups and the version history of this file.",
    press: "Erase",
    notSame: "These two are not the same. Nothing was done.",
    erased: "Erased.",
    waits:
      "No mail goes there from now on. A mail or a payment is under way: the rest is erased as soon as it is settled.",
  },
  zh: {
    intro: "谁的数据？填写邮箱，或 Contacts 中的 id。",
    show: "查看",
    unknown: "这既不是邮箱，也不是 Contacts 中的 id。",
    erase:
      "删除此人的数据：请再输入一次邮箱。此后不再向其发送任何邮件，数据无法恢复。付款编号保留，但不含姓名。只有你能删除的：Gmail 中的邮件、Stripe 中的客户、备份以及本文件的版本历史。",
    press: "删除",
    notSame: "两次输入不一致。未作任何改动。",
    erased: "已删除。",
    waits: "从现在起不再向其发送邮件。有一封邮件或一笔付款正在处理中，处理完后即删除其余数据。",
  },
} as const;

/** The reader's own page. */
export const OWN_DATA = {
  en: {
    title: "Your data",
    ask: "Your data: type your address in full, as mails are passed on, and links with them",
    download: "Show and save",
    erase: "Erase it",
    eraseTitle: "Erase everything about you?",
    eraseAsk:
      "All of it goes: your name and address, what you asked for, what was mailed. No mail comes any more, also not what you wait for. It cannot be undone.",
    eraseKept:
      "What stays: ids of payments, which books must keep, without your name; and a code made of your address from which it cannot be read, so that nobody writes to it again.",
    eraseNow: "Erase everything",
    erased:
      "From this moment no mail goes to you. Within some minutes everything about you is erased.",
    wrong: "This is not the address these mails go to. Please correct it and press again.",
  },
  zh: {
    title: "你的数据",
    ask: "你的数据：请输入完整邮箱（邮件可能被转发，链接会随之外传）",
    download: "查看并保存",
    erase: "删除",
    eraseTitle: "删除关于你的全部数据？",
    eraseAsk:
      "全部都会删除：你的姓名和邮箱、你索取过的内容、给你发过的邮件记录。此后不再有任何邮件，包括你正在等的。无法撤销。",
    eraseKept:
      "会保留的只有：账目须保存的付款编号（不含姓名），以及由你的邮箱算出、无法还原的一段代码，用来保证不再有人给你写信。",
    eraseNow: "全部删除",
    erased: "从此刻起不再给你发邮件。几分钟之内，关于你的数据会全部删除。",
    wrong: "这不是收到这些邮件的邮箱。请改正后再按一次。",
  },
} as const;
