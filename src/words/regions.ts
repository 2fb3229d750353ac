// What the rows of Regions rest on, and the marks that stand before a subject there.
import type { Words } from "../../sheets-schema/index";

export const REGION_LAWS = {
  CN: {
    en: "Internet e-mail measures, article 13: AD, or the Chinese word, before the subject. PIPL: under 14 a parent agrees.",
    zh: "《互联网电子邮件服务管理办法》第十三条：标题前注明“广告”或“AD”。《个人信息保护法》：未满 14 岁须监护人同意。",
  },
  KR: {
    en: "Network Act, article 50: the Korean word for advertisement before the subject.",
    zh: "《信息通信网法》第 50 条：标题前注明韩文“广告”。",
  },
  DE: {
    en: "UWG section 7 and what courts ask as proof: consent confirmed by mail. GDPR: 16.",
    zh: "《反不正当竞争法》第 7 条及判例：同意需经邮件确认。GDPR：16 岁。",
  },
  EU: {
    en: "GDPR article 8: 16, less in some countries.",
    zh: "GDPR 第 8 条：16 岁，部分国家更低。",
  },
  US: {
    en: "CAN-SPAM: a postal address. COPPA: 13.",
    zh: "CAN-SPAM：通讯地址。COPPA：13 岁。",
  },
  CA: {
    en: "CASL: express consent, a postal address.",
    zh: "CASL：明示同意，写明通讯地址。",
  },
} as const satisfies Readonly<Record<string, Words>>;

/** As the law writes them, whatever language the sheet speaks. */
export const SUBJECT_MARKS = { CN: "【广告】", KR: "(광고)" } as const;
