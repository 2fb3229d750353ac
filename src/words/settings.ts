// What each setting means, as it stands beside its value.
import type { Words } from "../../sheets-schema/index";

export const SETTING_WORDS = {
  language: {
    en: "en or zh: the language of this sheet, its menu and its notes.",
    zh: "en 或 zh：本表格、菜单和说明所用的语言。",
  },
  mode: {
    en: "REHEARSAL: every mail goes to you, with [for x@y] in the subject. LIVE: to the readers.",
    zh: "REHEARSAL：所有邮件都发给你自己，标题带 [for x@y]。LIVE：真正发给读者。",
  },
  sending: {
    en: "ON or OFF: the master switch. OFF: events are still recorded, no mail goes to anybody.",
    zh: "ON 或 OFF：总开关。OFF 时照常记录事件，但不发任何邮件。",
  },
  sender_name: {
    en: "Who writes, as readers see it. Needed before any marketing mail.",
    zh: "读者看到的发件人名称。没有它不发营销邮件。",
  },
  sender_alias: {
    en: "Another address of this Gmail account that mails go out from. Empty: the account's own.",
    zh: "从此 Gmail 账号的哪个别名地址发信。空：账号自己的地址。",
  },
  reply_to: {
    en: "Where answers go. Empty: the Gmail address this runs as.",
    zh: "回复寄往的邮箱。空：运行本系统的 Gmail 邮箱。",
  },
  signature_en: {
    en: "Lines below the name at the end of each English mail. May be empty.",
    zh: "英文邮件落款名字下面的几行，可多行，可留空。",
  },
  signature_zh: {
    en: "Lines below the name at the end of each Chinese mail. May be empty.",
    zh: "中文邮件落款名字下面的几行，可多行，可留空。",
  },
  brand: {
    en: "The name of your business, on pages and at the foot of mails. Empty: the sender's name.",
    zh: "你的品牌名，显示在网页和邮件页脚。空：用发件人名称。",
  },
  postal_address: {
    en: "Your postal address; the law wants it in every marketing mail.",
    zh: "你的通讯地址；法律要求写在每封营销邮件里。",
  },
  web_app_url: {
    en: "Address of the deployed web app, ending in /exec. Forms and unsubscribe links lead there. Open it once and it fills itself in.",
    zh: "已部署网页应用的网址，以 /exec 结尾。表单和退订链接都指向它。打开一次就会自动填入。",
  },
  geo_download_url: {
    en: "Where the GEO pack is downloaded, e.g. a shared file. Needed for the first GEO mail.",
    zh: "GEO 资料包的下载地址，例如共享文件。没有它不发第一封 GEO 邮件。",
  },
  link_base: {
    en: "A page on your own domain that leads on to the web app, so that links in mails name your domain. Empty: links lead to the web app itself.",
    zh: "你自己域名上的一个页面，由它转到网页应用；填写后邮件里的链接显示你的域名。空：直接指向网页应用。",
  },
  response_tab: {
    en: "A tab with the answers of a Google Form that lets people in. Empty: none.",
    zh: "Google 表单回复所在的标签页，新回复会进入流程。空：不使用。",
  },
  recovery_url: {
    en: "Where somebody whose payment failed goes on when Stripe gives no link of its own and the offer has none.",
    zh: "付款失败的人从哪里继续：当 Stripe 没有给出链接、产品也没有购买链接时使用。",
  },
  digest: {
    en: "The mail to you at about 08:00, once the mode is LIVE: what came in, went out, stopped, waits and failed. daily: every day. busy: not on days when nothing happened. off: never.",
    zh: "LIVE 模式下每天约 08:00 发给你的汇总：收到、发出、停止、等待、失败各多少。daily：每天。busy：没有动静的日子不发。off：不发。",
  },
  mail_reserve: {
    en: "Of the day's Gmail quota, so many stay for mails to you and for what people ask for: marketing leaves them alone.",
    zh: "每日 Gmail 配额中留出的数量，供发给你的通知和对方索取的邮件使用；营销邮件不占用。",
  },
  first_mails_a_day: {
    en: "When a flow is switched on or a list taken over: so many first marketing mails on the first day, twice as many each day after. OFF: no limit. What was asked for never waits.",
    zh: "流程刚开启或刚导入名单时，首日最多发这么多首封营销邮件，之后逐日加倍。OFF：不限。对方索取的邮件不受影响。",
  },
  other_payments: {
    en: "stop: every payment at Stripe stops the payer's mails. ignore: this Stripe account has other business; only payments that name an Offers row count.",
    zh: "stop：Stripe 上的任何付款都会停发付款人的邮件。ignore：此 Stripe 账号另有其他业务；只有对应 Offers 某一行的付款才算。",
  },
  armed_file: {
    en: "Written by Set up: the file that may send. A copy of this sheet sends nothing.",
    zh: "由初始化写入：允许发信的文件。复制出来的表格不会发信。",
  },
  schema_version: {
    en: "Written by Set up: the shape of this sheet. Leave it.",
    zh: "由初始化写入：表格结构版本。请勿改动。",
  },
} as const satisfies Readonly<Record<string, Words>>;
