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
    zh: "Google 表单回复所在的工作表，新回复会进入流程。空：不使用。",
  },
  recovery_url: {
    en: "Where somebody whose payment failed goes on when Stripe gives no link of its own and the offer has none.",
    zh: "付款失败的人从哪里继续：当 Stripe 没有给出链接、产品也没有购买链接时使用。",
  },
  digest: {
    en: "The mail to you at about 08:00, once the mode is LIVE: what came in, went out, stopped, waits and failed. daily: every day. busy: not on days when nothing happened. off: never.",
    zh: "LIVE 模式下每天约 08:00 发给你的汇总：收到、发出、停止、等待、失败各多少。daily：每天。busy：没有动静的日子不发。off：不发。",
  },
  cleaning: {
    en: "weekly: Monday's daily mail says what has gone stale (Set-up, Outdated rows); nothing is changed by itself. off: it does not.",
    zh: "weekly：周一的每日汇总会写明有哪些过期数据（设置 ▸ 过期数据），不会自动改动。off：不写。",
  },
  mail_reserve: {
    en: "Of the day's Gmail quota, so many stay for mails to you and for what people ask for: marketing leaves them alone.",
    zh: "每日 Gmail 配额中留出的数量，供发给你的通知和对方索取的邮件使用；营销邮件不占用。",
  },
  first_mails_a_day: {
    en: "When a flow is switched on or a list taken over: so many first marketing mails on the first day, twice as many each day after. OFF: no limit. What was asked for never waits.",
    zh: "流程刚开启或刚导入名单时，首日最多发这么多首封营销邮件，之后逐日加倍。OFF：不限。对方索取的邮件不受影响。",
  },
  quiet_hours: {
    en: "Hours of the reader's own clock in which no marketing mail goes: it waits for their end. What was asked for goes at any hour. Empty: none.",
    zh: "按读者当地时间，这段时间内不发营销邮件，顺延到结束时。对方索取的邮件随时都发。空：不设。",
  },
  working_days: {
    en: "Days on which marketing mails go, by the reader's own clock: Mon-Fri. Empty: every day.",
    zh: "按读者当地日期，哪些天发营销邮件：Mon-Fri。空：每天。",
  },
  holidays: {
    en: "Days on which no marketing mail goes: 2026-12-24..2026-12-31, 05-01 (without a year: every year). Empty: none.",
    zh: "不发营销邮件的日子：2026-12-24..2026-12-31, 05-01（不写年份：每年）。空：不设。",
  },
  reader_zone: {
    en: "Time zone of readers whose own is not known, e.g. Europe/Berlin. Empty: this sheet's.",
    zh: "不知道读者时区时使用的时区，例如 Asia/Shanghai。空：本表格的时区。",
  },
  cap_marketing: {
    en: "At most so many marketing mails to one person, over all flows: 2 per 7 d, 6 per 30 d. What comes too soon waits. Empty: no cap.",
    zh: "所有流程合计，给同一人的营销邮件上限：2 per 7 d, 6 per 30 d。超出的顺延。空：不限。",
  },
  min_gap: {
    en: "From one marketing mail to the next to the same person, over all flows: 24 h. Empty: none.",
    zh: "给同一人的两封营销邮件之间的最短间隔（所有流程合计）：24 h。空：不设。",
  },
  flow_gap: {
    en: "The same where the next mail is of another flow, so that unrelated mails keep apart: 24 h. The upper flow of Flows goes first. Empty: none.",
    zh: "下一封属于另一流程时的最短间隔，避免不相关的邮件挤在一起：24 h。Flows 中靠上的流程优先。空：不设。",
  },
  offer_gap: {
    en: "The same offer is not mailed to one person again within this time: 14 d. Empty: by the cadence alone.",
    zh: "这段时间内不再向同一人发送同一产品的营销邮件：14 d。空：只按节奏。",
  },
  rhythm: {
    en: "Gaps between marketing mails to one person: who has shown a sign of life within 30 days (a form, a press, an answer), and the others: 1 d, 4 d. Empty: none.",
    zh: "给同一人的营销邮件间隔：30 天内有动静（表单、点击、回信）的人，和其他人：1 d, 4 d。空：不设。",
  },
  cool_down: {
    en: "After so many marketing mails without a sign of life: rarer (waits count twice), pause, ask (one last question; without a press within that time their rows end), stop: 6 rarer, 10 pause 60 d, 14 ask 14 d. Empty: nothing; opens cannot be measured.",
    zh: "连续多少封营销邮件没有动静后降频：rarer（间隔加倍）、pause（暂停）、ask（发最后一问；期限内没有点击就结束其各行）、stop（停发）：6 rarer, 10 pause 60 d, 14 ask 14 d。空：不降频；打开率无法测量。",
  },
  jitter: {
    en: "Each marketing mail goes up to so much later than its time, of one mail always the same: 20 min. Never into quiet hours or past a deadline. Empty: on time.",
    zh: "每封营销邮件比预定时间晚发一点，最多这么久；同一封晚多少是固定的：20 min。不会因此进入免打扰时段或错过截止时间。空：准时。",
  },
  personal_max: {
    en: "At most so many details of the reader (name, email, website, result …) in one mail: 3. A mail with more waits until you change its words. Empty: no limit.",
    zh: "一封邮件里最多写几项对方的个人信息（名字、邮箱、网站、结果等）：3。超过的邮件先不发，等你改好文字。空：不限。",
  },
  regions: {
    en: "Names of rows in Regions whose rules hold for marketing mail to their readers: CN, DE. Empty: none.",
    zh: "对哪些地区的读者执行 Regions 中的规则：CN, DE。空：不执行。",
  },
  other_payments: {
    en: "stop: every payment at Stripe stops the payer's mails. ignore: this Stripe account has other business; only payments that name an Offers row count.",
    zh: "stop：Stripe 上的任何付款都会停发付款人的邮件。ignore：此 Stripe 账号另有其他业务；只有对应 Offers 某一行的付款才算。",
  },
  on_reply: {
    en: "What a person's answer to a mail does to their rows. pause: they wait for you, why has the link. stop: they end. nothing: they go on. You are told in the daily mail anyway.",
    zh: "对方回信后如何处理其各行。pause：暂停等你处理，why 有链接。stop：停止。nothing：照常发送。每日汇总都会告诉你。",
  },
  soft_bounces: {
    en: "After so many mails in a month that did not arrive, though the address may be good, nothing more is sent to it. An address that does not exist gets nothing at once.",
    zh: "一个月内这么多封邮件暂时送不到（邮箱满、被拦截等），就不再发送。地址不存在的，立即停发。",
  },
  keep: {
    en: "How long what is kept: Contacts 2 y (untouched for so long, never paid), Payers 10 y, Events 3 y, Sends 3 y, Unmatched 7 y, Runs 90 d. Afterwards nothing in it names anybody. Empty: for good, until somebody is erased.",
    zh: "各类数据保存多久：Contacts 2 y（这么久没有动静且从未付款的人）、Payers 10 y、Events 3 y、Sends 3 y、Unmatched 7 y、Runs 90 d。到期后不再留有任何人的信息。空：一直保存，直到有人要求删除。",
  },
  mailer: {
    en: "gmail: mails go by GmailApp. raw: they go whole through the advanced Gmail service, so that mail programs show their own unsubscribe button, which works at one click.",
    zh: "gmail：用 GmailApp 发信。raw：用 Gmail 高级服务发送完整邮件，邮箱客户端会显示自带的退订按钮，点一下即生效。",
  },
  disposable: {
    en: "mark: whose address is thrown away after use gets the tag “disposable” in Contacts. refuse: forms and lists do not take such addresses.",
    zh: "mark：一次性邮箱在 Contacts 的 tags 里标记 disposable。refuse：表单和名单都不接受一次性邮箱。",
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
