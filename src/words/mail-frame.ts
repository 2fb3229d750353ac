// The words at the quiet end of every mail.
import { PRIVACY } from "./privacy";

export const MAIL_FRAME = {
  en: {
    because: (sender: string) =>
      `You get this mail because you left your address with ${sender || "us"}.`,
    somebody: (sender: string) =>
      `You get this mail because somebody left this address with ${sender || "us"}.`,
    back: "Pause, fewer mails, another address or language",
    stop: "Stop these mails",
    privacy: PRIVACY.en.link,
    orReply: ", or reply STOP.",
    reply: "To stop these mails, reply STOP.",
  },
  zh: {
    because: (sender: string) =>
      `你收到这封邮件，是因为你把邮箱留给了${sender ? ` ${sender}` : "我们"}。`,
    somebody: (sender: string) =>
      `你收到这封邮件，是因为有人把这个邮箱留给了${sender ? ` ${sender}` : "我们"}。`,
    back: "暂停、少收、换邮箱或语言",
    stop: "退订",
    privacy: PRIVACY.zh.link,
    orReply: "，或直接回复“退订”。",
    reply: "不想再收到，直接回复“退订”即可。",
  },
} as const;
