// Why a command was not carried out: somebody else's account, another run, or nothing set up yet.
import type { Words } from "../../sheets-schema/index";

export const OWNER = {
  notRun: {
    busy: {
      en: "Another run is under way. It does the same; look again in a minute.",
      zh: "另一次运行正在进行，结果相同；请一分钟后再看。",
    },
    "not set up": {
      en: "This file is not set up yet. Press Dripsheet ▸ Set-up ▸ Set up first.",
      zh: "此文件尚未初始化。请先点击 Dripsheet ▸ 设置 ▸ 初始化。",
    },
    "not the owner": {
      en: "Only the account that set this sheet up can send, so that mails never go from another mailbox.",
      zh: "只有初始化此表的账号可以发信，以免从其他邮箱发出。",
    },
    idle: { en: "Nothing was due.", zh: "没有到期的邮件。" },
  },
  busy: {
    en: "A run is under way. Try again in a minute; nothing was changed.",
    zh: "正在运行中。请一分钟后再试；未作任何改动。",
  },
  notOwner: {
    en: "Only the account that set this sheet up can do this. Nothing was changed.",
    zh: "只有初始化此表的账号可以执行此操作。未作任何改动。",
  },
} as const satisfies Readonly<Record<string, Words | Readonly<Record<string, Words>>>>;
