// Menu commands that write the batch's tabs: for the owner's account alone, and never beside a batch (design 5).
import type { Words } from "../../sheets-schema/index";
import { readSettings } from "../model/settings";
import type { Language, Ports } from "../ports";
import type { NotRun } from "./run-batch";

export const NOT_RUN: Readonly<Record<NotRun, Words>> = {
  busy: {
    en: "Another run is under way. It does the same; look again in a minute.",
    zh: "另一次运行正在进行，结果相同；请一分钟后再看。",
  },
  "not set up": {
    en: "This file is not set up yet. Press Dripsheet ▸ Set up first.",
    zh: "此文件尚未初始化。请先点击 Dripsheet ▸ 初始化。",
  },
  "not the owner": {
    en: "Only the account that set this sheet up can send, so that mails never go from another mailbox.",
    zh: "只有初始化此表的账号可以发信，以免从其他邮箱发出。",
  },
  idle: { en: "Nothing was due.", zh: "没有到期的邮件。" },
};

const BUSY: Words = {
  en: "A run is under way. Try again in a minute; nothing was changed.",
  zh: "正在运行中。请一分钟后再试；未作任何改动。",
};
const NOT_OWNER: Words = {
  en: "Only the account that set this sheet up can do this. Nothing was changed.",
  zh: "只有初始化此表的账号可以执行此操作。未作任何改动。",
};

/** False: a person has been told why not. True: the batch mutex is held to the end of the execution. */
export function mayWrite(ports: Ports): boolean {
  const refusal = refusalOf(ports);
  if (refusal !== null) ports.person.tell("Dripsheet", refusal[languageOf(ports)]);
  return refusal === null;
}

/** Why this person may not write now, for a window that answers by itself; null: the batch mutex is held from here on. */
export function refusalOf(ports: Ports): Words | null {
  const { owner = "" } = ports.properties.all();
  if (owner === "") return NOT_RUN["not set up"];
  if (ports.person.effectiveUser() !== owner) return NOT_OWNER;
  return ports.locks.takeBatch() ? null : BUSY;
}

export function languageOf(ports: Ports): Language {
  if (ports.store.lastRow("Settings") === 0) return "en";
  return readSettings(ports.store.read("Settings")).language;
}
