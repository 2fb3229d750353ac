// The words of rows that a person deleted: noticed, listed, brought back or left.
import type { Words } from "../../sheets-schema/index";

export const DELETED_TITLE: Words = { en: "Restore deleted rows", zh: "恢复被删除的行" };

/** Events `reason`. */
export const DELETED_EVENT = {
  row: {
    en: "deleted by hand; nothing goes from it until it is restored",
    zh: "被手动删除；恢复之前不会再发信",
  },
  contact: {
    en: "deleted by hand from Contacts; the rows of this person wait",
    zh: "在 Contacts 中被手动删除；此人的行处于等待",
  },
  closed: {
    en: "deleted by hand from Contacts; the rows of this person still tell that they have paid or left",
    zh: "在 Contacts 中被手动删除；此人已付款或退订仍记在其 Queue 行中",
  },
  restored: { en: "restored from what happened", zh: "已根据事件记录恢复" },
  left: { en: "left deleted, by hand", zh: "按要求保持删除" },
} as const satisfies Readonly<Record<string, Words>>;

/** The beginning of `why`. */
export const RESTORED_WHY = {
  en: (stands: string) => `restored; ${stands}`,
  zh: (stands: string) => `已恢复；${stands}`,
} as const;

/** `why` of rows whose person is gone. */
export const CONTACT_GONE_WHY: Words = {
  en: "waits: this person's row in Contacts was deleted. Choose restore rows on Start here",
  zh: "等待：此人在 Contacts 中的行已被删除。请在 Start here 选择 restore rows",
};

/** Start here. */
export const DELETED_CHECK = {
  none: { en: "no row is missing", zh: "没有缺失的行" },
  some: (count: number, named: string, askedAnew: number): Words => ({
    en: `rows deleted by hand: ${count} (${named}). Nothing goes from them. ${askedAnew === 0 ? "" : `Asked anew since: ${askedAnew}, a newer row goes on in their place. `}Choose restore rows in do, or press Dripsheet ▸ Set-up ▸ Restore deleted rows to bring them back, without your own tags and notes, or to leave them deleted`,
    zh: `手动删除了 ${count} 行（${named}），不会再为它们发信。${askedAnew === 0 ? "" : `其中 ${askedAnew} 行的人后来又提交过，已由新的一行接替。`}在 do 选择 restore rows，或点击 Dripsheet ▸ 设置 ▸ 恢复被删除的行，可恢复（你写的标签和备注除外）或保持删除`,
  }),
} as const;

export const DELETED = {
  en: {
    nothing: "No row is missing.",
    intro:
      "These rows were deleted by hand. Restored, each stands as it stood, worked out from Events and Sends; its next mail goes in an hour at the earliest. Your own tags and notes in them are gone.",
    row: (email: string, flow: string) => `${email}: ${flow} in Queue`,
    asked_anew: (email: string, flow: string) =>
      `${email}: ${flow} in Queue; asked anew since, so a newer row goes on and this one does not come back beside it`,
    contact: (who: string) => `${who}: the row in Contacts; its Queue rows wait`,
    closed: (who: string) => `${who}: the row in Contacts, which said that they have paid or left`,
    more: (count: number) => `… and ${count} more`,
    restore: "Restore them",
    leave: "Leave them deleted",
    restored: (rows: number, contacts: number) =>
      contacts === 0
        ? `Restored: ${rows} in Queue.`
        : `Restored: ${rows} in Queue, ${contacts} in Contacts.`,
    left: (count: number) =>
      `Left deleted: ${count}. Nothing more is said of them. Who has paid or left still gets no marketing.`,
    notRebuilt: (named: string) =>
      `Not restored, because what happened to them is no longer in Events: ${named}`,
    another: (named: string) =>
      `Not restored, because another row of the same flow stands: ${named}. Delete that one first, or leave this one deleted.`,
    known: (named: string) =>
      `Not restored, because these addresses stand in Contacts anew: ${named}. Leave the old rows deleted, or delete the newer row in Contacts first.`,
    busy: "Nothing was changed: Events was busy. Try again.",
    more_at_once: "There are more: press once more.",
  },
  zh: {
    nothing: "没有缺失的行。",
    intro:
      "这些行被手动删除了。恢复后会根据 Events 和 Sends 还原到原来的状态；下一封最早一小时后发送。你在其中写的标签和备注无法找回。",
    row: (email: string, flow: string) => `${email}：Queue 中的 ${flow}`,
    asked_anew: (email: string, flow: string) =>
      `${email}：Queue 中的 ${flow}；此人后来又提交过，已由新的一行接替，这一行不会再恢复`,
    contact: (who: string) => `${who}：Contacts 中的行；其 Queue 行处于等待`,
    closed: (who: string) => `${who}：Contacts 中的行，其中记有此人已付款或已退订`,
    more: (count: number) => `……还有 ${count} 行`,
    restore: "恢复",
    leave: "保持删除",
    restored: (rows: number, contacts: number) =>
      contacts === 0
        ? `已恢复 Queue ${rows} 行。`
        : `已恢复 Queue ${rows} 行、Contacts ${contacts} 行。`,
    left: (count: number) =>
      `已确认删除 ${count} 行，不再提示。已付款或已退订的人仍不会收到营销邮件。`,
    notRebuilt: (named: string) => `未恢复（Events 中已没有相关记录）：${named}`,
    another: (named: string) =>
      `未恢复（同一流程已有另一行）：${named}。请先删除那一行，或保持删除。`,
    known: (named: string) =>
      `未恢复（这些邮箱在 Contacts 中已有新的一行）：${named}。请保持删除，或先删除 Contacts 中新的那一行。`,
    busy: "未作改动：Events 正忙。请再试一次。",
    more_at_once: "还有更多：请再按一次。",
  },
} as const;
