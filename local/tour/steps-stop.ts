// The second half of the walk: everything that stops a mail, and a source that never gets one.
import {
  aWeekPasses,
  cell,
  findMails,
  findRow,
  nextTick,
  placeOf,
  placeOfMail,
  seen,
} from "./look.ts";
import { linksOf, readForm } from "./pages.ts";
import { type Finding, finding, type Step, type Walk } from "./step.ts";
import { pay, sendForm } from "./visitor.ts";

const stopColumns = ["status", "paid", "next_at", "why"];

export const stopSteps: readonly Step[] = [
  {
    id: "payment",
    title: { en: "A payment stops everything", zh: "一笔付款让一切停下" },
    before: {
      en: "Noor asks for the same download and gets mail 1. Before mail 2 is due she buys. Stripe tells the webhook; the batch asks Stripe itself what happened and believes only that.",
      zh: "努尔也索取了下载，收到第一封邮件。第二封到期之前她付了款。Stripe 通知 webhook；批处理再向 Stripe 核对，只信核对的结果。",
    },
    button: { en: "Let Noor pay, then wait a week", zh: "让努尔付款，再等一周" },
    act: letPaymentStop,
  },
  {
    id: "audit",
    title: { en: "Another source stays out", zh: "另一个来源互不串扰" },
    before: {
      en: "Sam asks for a free audit. He becomes a contact with his source. He did not ask for the GEO download, so he never gets its mails.",
      zh: "山姆申请免费检测。他成为联系人，并记下来源。他没有索取 GEO 下载，所以永远不会收到那两封邮件。",
    },
    button: { en: "Send the audit form as Sam", zh: "以山姆的身份提交" },
    act: keepAuditApart,
  },
  {
    id: "unsubscribe",
    title: { en: "One press and it is over", zh: "按一下就结束" },
    before: {
      en: "Ines got mail 1 and follows its last link. The page shows one button. Opening the page changes nothing (mail scanners open links, too); pressing it stops every mail.",
      zh: "伊内丝收到第一封邮件，点了最后那个链接。页面只有一个按钮。打开页面什么也不改变（邮件扫描器也会打开链接）；按下按钮，一切邮件停止。",
    },
    button: { en: "Unsubscribe as Ines", zh: "以伊内丝的身份退订" },
    act: letLeaverGo,
  },
  {
    id: "typed",
    title: { en: "Your own hand counts, too", zh: "你亲手写的也算" },
    before: {
      en: "Otto paid you in cash. You type PAID into his row. That is all.",
      zh: "奥托付了你现金。你在他的那一行写上 PAID，就这样。",
    },
    button: { en: "Type PAID", zh: "写上 PAID" },
    act: typePaid,
  },
  {
    id: "end",
    title: { en: "What to do next", zh: "接下来" },
    before: {
      en: "That was the real bundle, the file you would push to your own sheet. Change a word in Templates, a wait in Cadence, and walk again; send a form in yourself; move the clock; look at what ran. When you like it, the README shows how to put it on your own Google Sheet.",
      zh: "刚才运行的就是真实的代码包，与你将推送到自己表格的文件相同。在 Templates 改几个字，在 Cadence 改一个等待时间，再走一遍；自己提交一个表单；拨动时钟；看看运行了什么。满意之后，README 会告诉你怎样放到自己的 Google 表格上。",
    },
    button: { en: "Finish", zh: "完成" },
    act: async () => [],
  },
];

async function letPaymentStop(walk: Walk): Promise<readonly Finding[]> {
  const email = walk.leads.payer;
  const name = walk.language === "zh" ? "努尔" : "Noor";
  await sendForm(walk, "geo", { email, name });
  await nextTick(walk);
  const before = await findRow(walk, "Queue", email);
  const status = await pay(walk, { email, name });
  await nextTick(walk);
  const row = await findRow(walk, "Queue", email);
  await aWeekPasses(walk);
  const mails = await findMails(walk, email);
  return [
    finding(
      cell(before, "status") === "ACTIVE" && cell(before, "next_at") !== "",
      { en: "Mail 1 went; mail 2 was due.", zh: "第一封已发，第二封在等待。" },
      { seen: seen(before, ["status", "next_at"]), ...placeOfMail(mails[0]) },
    ),
    finding(
      status === 200,
      { en: "The webhook took the event.", zh: "webhook 收下了事件。" },
      { seen: `HTTP ${status}` },
    ),
    finding(
      cell(row, "status") === "PAID" && cell(row, "paid") === "YES" && cell(row, "next_at") === "",
      { en: "Her row is PAID, and next_at is empty.", zh: "她的一行是 PAID，next_at 为空。" },
      { seen: seen(row, stopColumns), ...placeOf("Queue", row) },
    ),
    finding(mails.length === 1, {
      en: "A week later: still only that one mail.",
      zh: "一周之后：仍只有那一封邮件。",
    }),
  ];
}

async function keepAuditApart(walk: Walk): Promise<readonly Finding[]> {
  const email = walk.leads.auditor;
  await sendForm(walk, "free_audit", { email, name: walk.language === "zh" ? "山姆" : "Sam" });
  await nextTick(walk);
  const contact = await findRow(walk, "Contacts", email);
  const rows = await walk.control.rows("Queue");
  const geo = rows.filter(({ cells }) => cells.email === email && cells.flow === "geo");
  const check = rows.find(({ cells }) => cells.email === email && cells.flow === "free_check");
  const mails = await findMails(walk, email);
  return [
    finding(
      /audit/i.test(cell(contact, "source")),
      { en: "Sam is a contact, with his source.", zh: "山姆成了联系人，来源已记下。" },
      { seen: seen(contact, ["email", "source"]), ...placeOf("Contacts", contact) },
    ),
    finding(
      mails.length === 1 && cell(check, "status") === "ACTIVE" && cell(check, "next_at") === "",
      {
        en: "He has the receipt for his check; his row waits for the result, not for a time.",
        zh: "他收到了检测申请的回执；他的那一行等的是结果，而不是时间。",
      },
      { seen: seen(check, ["flow", "status", "why"]), ...placeOf("Queue", check) },
    ),
    finding(geo.length === 0, {
      en: "There is no GEO row for him, and there never will be.",
      zh: "没有他的 GEO 行，以后也不会有。",
    }),
  ];
}

async function letLeaverGo(walk: Walk): Promise<readonly Finding[]> {
  const email = walk.leads.leaver;
  await sendForm(walk, "geo", { email, name: walk.language === "zh" ? "伊内丝" : "Ines" });
  await nextTick(walk);
  const first = (await findMails(walk, email))[0];
  const query = linksOf(first ? [first] : [], "stop")[0] ?? "";
  const page = readForm(query === "" ? "" : await walk.control.page(query));
  const opened = await findRow(walk, "Queue", email);
  await walk.control.visitorPosts(page.query, page.fields);
  await nextTick(walk);
  const row = await findRow(walk, "Queue", email);
  await aWeekPasses(walk);
  const mails = await findMails(walk, email);
  return [
    finding(
      page.buttons === 1,
      { en: "The page shows one button.", zh: "页面只有一个按钮。" },
      query === "" ? {} : { place: { kind: "page", path: `/exec?${query}` } },
    ),
    finding(
      cell(opened, "status") === "ACTIVE",
      { en: "Opening it changed nothing.", zh: "打开它什么也没改变。" },
      { seen: seen(opened, ["status", "next_at"]) },
    ),
    finding(
      cell(row, "status") === "STOPPED" && cell(row, "next_at") === "",
      { en: "Pressing it stopped the row.", zh: "按下之后，这一行停止了。" },
      { seen: seen(row, stopColumns), ...placeOf("Queue", row) },
    ),
    finding(
      mails.length === 1,
      { en: "A week later: no further mail.", zh: "一周之后：没有再发邮件。" },
      placeOfMail(first),
    ),
  ];
}

async function typePaid(walk: Walk): Promise<readonly Finding[]> {
  const email = walk.leads.known;
  await sendForm(walk, "geo", { email, name: walk.language === "zh" ? "奥托" : "Otto" });
  await nextTick(walk);
  const before = await findRow(walk, "Queue", email);
  if (before)
    await walk.control.edit("Queue", { row: before.row, column: "status", value: "PAID" });
  await nextTick(walk);
  const row = await findRow(walk, "Queue", email);
  await aWeekPasses(walk);
  const mails = await findMails(walk, email);
  return [
    finding(
      cell(row, "status") === "PAID" && cell(row, "paid") === "YES" && cell(row, "next_at") === "",
      {
        en: "The row is PAID; paid says YES by itself; next_at is empty.",
        zh: "这一行是 PAID；paid 自动变为 YES；next_at 为空。",
      },
      { seen: seen(row, stopColumns), ...placeOf("Queue", row) },
    ),
    finding(mails.length === 1, {
      en: "A week later: no further mail.",
      zh: "一周之后：没有再发邮件。",
    }),
  ];
}
