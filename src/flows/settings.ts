// The rows of Settings: first the owner's, in the order they are filled in, then the machine's.
import { SCHEMA_VERSION, type SettingRow, type Words } from "../../sheets-schema/index";

interface Setting {
  readonly key: string;
  readonly value: string;
  readonly meaning: Words;
}

const OWNERS: readonly Setting[] = [
  {
    key: "language",
    value: "en",
    meaning: {
      en: "en or zh: the language of this sheet, its menu and its notes.",
      zh: "en 或 zh：本表格、菜单和说明所用的语言。",
    },
  },
  {
    key: "mode",
    value: "REHEARSAL",
    meaning: {
      en: "REHEARSAL: every mail goes to you, with [for x@y] in the subject. LIVE: to the readers.",
      zh: "REHEARSAL：所有邮件都发给你自己，标题带 [for x@y]。LIVE：真正发给读者。",
    },
  },
  {
    key: "sending",
    value: "ON",
    meaning: {
      en: "ON or OFF: the master switch. OFF: events are still recorded, no mail goes to anybody.",
      zh: "ON 或 OFF：总开关。OFF 时照常记录事件，但不发任何邮件。",
    },
  },
  {
    key: "sender_name",
    value: "",
    meaning: {
      en: "Who writes, as readers see it. Needed before any marketing mail.",
      zh: "读者看到的发件人名称。没有它不发营销邮件。",
    },
  },
  {
    key: "reply_to",
    value: "",
    meaning: {
      en: "Where answers go. Empty: the Gmail address this runs as.",
      zh: "回复寄往的邮箱。空：运行本系统的 Gmail 邮箱。",
    },
  },
  {
    key: "postal_address",
    value: "",
    meaning: {
      en: "Your postal address; the law wants it in every marketing mail.",
      zh: "你的通讯地址；法律要求写在每封营销邮件里。",
    },
  },
  {
    key: "web_app_url",
    value: "",
    meaning: {
      en: "Address of the deployed web app, ending in /exec. Forms and unsubscribe links lead there.",
      zh: "已部署网页应用的网址，以 /exec 结尾。表单和退订链接都指向它。",
    },
  },
  {
    key: "geo_download_url",
    value: "",
    meaning: {
      en: "Where the GEO pack is downloaded, e.g. a shared file. Needed for the first GEO mail.",
      zh: "GEO 资料包的下载地址，例如共享文件。没有它不发第一封 GEO 邮件。",
    },
  },
  {
    key: "recovery_url",
    value: "",
    meaning: {
      en: "Where somebody whose payment failed goes on when Stripe gives no link of its own and the offer has none.",
      zh: "付款失败的人从哪里继续：当 Stripe 没有给出链接、产品也没有购买链接时使用。",
    },
  },
  {
    key: "other_payments",
    value: "stop",
    meaning: {
      en: "stop: every payment at Stripe stops the payer's mails. ignore: this Stripe account has other business; only payments that name an Offers row count.",
      zh: "stop：Stripe 上的任何付款都会停发付款人的邮件。ignore：此 Stripe 账号另有其他业务；只有对应 Offers 某一行的付款才算。",
    },
  },
];

const MACHINES: readonly Setting[] = [
  {
    key: "armed_file",
    value: "",
    meaning: {
      en: "Written by Set up: the file that may send. A copy of this sheet sends nothing.",
      zh: "由初始化写入：允许发信的文件。复制出来的表格不会发信。",
    },
  },
  {
    key: "schema_version",
    value: String(SCHEMA_VERSION),
    meaning: {
      en: "Written by Set up: the shape of this sheet. Leave it.",
      zh: "由初始化写入：表格结构版本。请勿改动。",
    },
  },
];

export function shippedSettings(language: keyof Words): readonly SettingRow[] {
  return [...OWNERS, ...MACHINES].map(({ key, value, meaning }) => ({
    key,
    value: key === "language" ? language : value,
    meaning: meaning[language],
    check: "",
  }));
}
