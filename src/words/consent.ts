// What a visitor agrees to by the tick, word for word, and what has stood there before.
import type { Words } from "../../sheets-schema/index";

/** By version. A text that has once been shown stays for ever: new words are a new version. */
export const CONSENT_TEXTS = {
  "1": {
    en: "Yes, you may send me further mails on this subject. Every mail has a link that stops them at once.",
    zh: "我同意继续收到与此相关的邮件。每封邮件里都有退订链接，点击后立即停止。",
  },
} as const satisfies Readonly<Record<string, Words>>;

/** What every form of ours shows now. */
export const CONSENT_VERSION: keyof typeof CONSENT_TEXTS = "1";

export const CONSENT: Words = CONSENT_TEXTS[CONSENT_VERSION];

/** What a reader says by the button that confirms; kept by version as the texts above. */
export const CONFIRM_TEXTS = {
  "1": {
    en: "Yes, I asked for these mails and want to get them. Every mail has a link that stops them at once.",
    zh: "是我本人申请的，我愿意收到这些邮件。每封邮件里都有退订链接，点击后立即停止。",
  },
} as const satisfies Readonly<Record<string, Words>>;

/** What the page shows now. */
export const CONFIRM_VERSION: keyof typeof CONFIRM_TEXTS = "1";
