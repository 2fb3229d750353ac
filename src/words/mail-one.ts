// "Send me mail 1": the first mail as a reader would get it, to the owner alone.
import type { Words } from "../../sheets-schema/index";

export const MAIL_ONE = {
  title: { en: "Send me mail 1", zh: "给我发第 1 封" },
  sent: (to: string): Words => ({
    en: `mail 1 went to ${to}, marked [test]; it counts for nobody`,
    zh: `第 1 封已发给 ${to}，标题带 [test]；不计入任何人`,
  }),
  lacks: (names: readonly string[]): Words => ({
    en: `not sent: mail 1 lacks ${names.join(", ")}. Fill in what Start here names first`,
    zh: `没有发送：第 1 封缺少 ${names.join("、")}。请先完成 Start here 上列出的项`,
  }),
  fault: (why: string): Words => ({ en: `not sent: ${why}`, zh: `没有发送：${why}` }),
  noMail: {
    en: "not sent: no flow has a first mail. Look at Flows and Steps",
    zh: "没有发送：没有任何流程有第一封邮件。请看 Flows 和 Steps",
  },
} as const;
