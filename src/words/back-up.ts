// "Back up now": a dated copy that sends nothing.
import type { Words } from "../../sheets-schema/index";

export const BACK_UP = {
  title: { en: "Back up now", zh: "立即备份" },
  name: (when: string) => `Dripsheet backup ${when}`,
  made: (name: string, url: string): Words => ({
    en: `"${name}" lies in your Drive: ${url}. It sends nothing, because only this file may`,
    zh: `“${name}”已存入你的云端硬盘：${url}。副本不会发信，只有本文件可以`,
  }),
} as const;
