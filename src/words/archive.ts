// The words of the archive: what goes there, and what stays.
import type { Words } from "../../sheets-schema/index";

export const ARCHIVE_TITLE: Words = { en: "Archive", zh: "归档" };

/** Events `reason`, Sends `why`. */
export const ARCHIVED_WORDS: Words = {
  en: "in the archive; what is left here keeps it from happening twice",
  zh: "已归档；此处仅保留防止重复所需的内容",
};

/** Start here. */
export const ARCHIVE_LINE = {
  few: { en: "no long history slows runs down", zh: "历史记录不多，不影响运行速度" },
  open: (events: number): Words => ({
    en: `events that lie here whole: ${events}. Dripsheet ▸ Set-up ▸ Archive moves the old ones into a second file, and runs are quicker`,
    zh: `此处完整保存的事件有 ${events} 条。点击 Dripsheet ▸ 设置 ▸ 归档，可把旧的移到另一个文件，运行会更快`,
  }),
} as const;

export const ARCHIVE = {
  en: {
    nothing:
      "Nothing is old enough. Events and mails of people whose every row has been closed for 90 days can go to the archive.",
    intro: (people: number, events: number, sends: number) =>
      `People whose every row has been closed for 90 days: ${people}. Their events (${events}) and mails (${sends}) go to a second file in your Drive. Their keys stay, so that nothing counts or goes twice. Their rows stay, too; one that you delete afterwards cannot be worked out again.`,
    move: "Move them",
    moved: (count: number) => `Moved: ${count}.`,
    left: (count: number) =>
      `Left here: ${count}, because they do not stand in the archive as they stand here. Press again.`,
    where: (url: string) => `The archive: ${url}`,
  },
  zh: {
    nothing: "没有足够旧的记录。所有行都已关闭满 90 天的人，其事件和邮件记录可以归档。",
    intro: (people: number, events: number, sends: number) =>
      `所有行都已关闭满 90 天的人：${people} 位。他们的事件（${events} 条）和邮件记录（${sends} 条）会移到你云端硬盘中的另一个文件。键仍保留在这里，不会重复计算或重复发信。Queue 中的行也保留；但此后若删除这些行，将无法再推算还原。`,
    move: "移动",
    moved: (count: number) => `已移动 ${count} 条。`,
    left: (count: number) =>
      `仍留在这里 ${count} 条，因为归档文件中的内容与这里不一致。请再按一次。`,
    where: (url: string) => `归档文件：${url}`,
  },
} as const;
