// The stop of the walk where a price holds for 72 hours: request, receipt, offer page, payment.
import {
  aWeekPasses,
  cell,
  findMails,
  findRow,
  moveJustBefore,
  nextTick,
  placeOf,
  placeOfMail,
  seen,
} from "./look.ts";
import { checkoutOf, linksOf } from "./pages.ts";
import { type Finding, finding, type Step, type Walk } from "./step.ts";
import { dayInWords, pay, sendForm } from "./visitor.ts";

const windowMs = 72 * 3_600_000;
const toleranceMs = 1_000;

export const liteStep: Step = {
  id: "lite",
  title: { en: "A price that holds for 72 hours", zh: "一个保持 72 小时的价格" },
  before: {
    en: "Kai asks for Lite. One receipt goes at once: the price, and the date until which it holds. No countdown, no second deadline. The page behind its link shows the price that holds when it is opened. After 72 hours the other price holds; then Kai pays, and everything stops.",
    zh: "凯申请 Lite。系统立即发出一封回执：价格，以及它保持到哪一天。没有倒计时，也不会重新开始。邮件里的链接打开的页面，总是显示打开那一刻适用的价格。72 小时之后换成另一个价格；然后凯付款，一切停下。",
  },
  button: { en: "Ask for Lite as Kai, wait, then pay", zh: "以凯的身份申请，等待，然后付款" },
  act: letThePriceSwitch,
};

async function letThePriceSwitch(walk: Walk): Promise<readonly Finding[]> {
  const visitor = { email: walk.leads.asker, name: walk.language === "zh" ? "凯" : "Kai" };
  await sendForm(walk, "lite", visitor);
  await nextTick(walk);
  const asked = await askedFor(walk, visitor.email);
  const late = await afterTheDeadline(walk, asked);
  return [...asked.findings, ...late.findings, ...(await letKaiPay(walk, visitor, late.page))];
}

interface Asked {
  readonly findings: readonly Finding[];
  readonly query: string;
  readonly deadline: string;
  readonly prices: { readonly now: string; readonly after: string };
}

async function askedFor(walk: Walk, email: string): Promise<Asked> {
  const row = await findRow(walk, "Queue", email);
  const [receipt] = await findMails(walk, email);
  const offers = await walk.control.rows("Offers");
  const offer = offers.find(({ cells }) => cells.offer === "lite");
  const prices = { now: cell(offer, "price"), after: cell(offer, "price_after") };
  const deadline = cell(row, "offer_deadline");
  const holdsMs = Date.parse(deadline) - Date.parse(cell(row, "entered_at"));
  const query = linksOf(receipt ? [receipt] : [], "offer")[0] ?? "";
  const page = query === "" ? "" : await walk.control.page(query);
  const findings = [
    finding(
      cell(row, "status") === "UNPAID" && Math.abs(holdsMs - windowMs) <= toleranceMs,
      {
        en: "The row waits for payment; the price holds for 72 h.",
        zh: "这一行等待付款；价格保持 72 小时。",
      },
      { seen: seen(row, ["status", "price", "offer_deadline", "why"]), ...placeOf("Queue", row) },
    ),
    finding(
      [prices.now, prices.after, dayInWords(walk, deadline)].every((told) =>
        shows(receipt?.text ?? "", told),
      ),
      {
        en: "The receipt names the price, the date and the price after it.",
        zh: "回执写明价格、日期和之后的价格。",
      },
      { seen: receipt?.subject ?? "–", ...placeOfMail(receipt) },
    ),
    finding(
      shows(page, prices.now) && linkOn(page) === "lite",
      {
        en: `The page shows ${prices.now}, and leads to the checkout at that price.`,
        zh: `页面显示 ${prices.now}，并通向这个价格的结账页。`,
      },
      query === "" ? {} : { place: { kind: "page", path: `/exec?${query}` } },
    ),
  ];
  return { findings, query, deadline, prices };
}

async function afterTheDeadline(
  walk: Walk,
  { query, deadline, prices }: Asked,
): Promise<{ readonly page: string; readonly findings: readonly Finding[] }> {
  const open = async () => (query === "" ? "" : walk.control.page(query));
  if (deadline !== "") await moveJustBefore(walk, deadline);
  const before = await open();
  await walk.control.move({ advance: "PT4M" });
  const page = await open();
  const row = await findRow(walk, "Queue", walk.leads.asker);
  return {
    page,
    findings: [
      finding(linkOn(before) === "lite", {
        en: `A minute before the date: still ${prices.now}.`,
        zh: `到期前一分钟：仍是 ${prices.now}。`,
      }),
      finding(
        linkOn(page) === "lite_after" && !shows(page, prices.now),
        {
          en: `After it the same link shows ${prices.after}.`,
          zh: `之后，同一个链接显示 ${prices.after}。`,
        },
        { seen: seen(row, ["price", "stage", "why"]), ...placeOf("Queue", row) },
      ),
    ],
  };
}

async function letKaiPay(
  walk: Walk,
  visitor: { email: string; name: string },
  page: string,
): Promise<readonly Finding[]> {
  await pay(walk, visitor, checkoutOf(page));
  await nextTick(walk);
  const row = await findRow(walk, "Queue", visitor.email);
  const mails = await findMails(walk, visitor.email);
  await aWeekPasses(walk);
  const later = await findMails(walk, visitor.email);
  return [
    finding(
      cell(row, "status") === "PAID" && cell(row, "next_at") === "",
      {
        en: "Kai pays: the row is PAID, nothing is due.",
        zh: "凯付款：这一行是 PAID，不再有待发的邮件。",
      },
      { seen: seen(row, ["status", "paid", "next_at", "why"]), ...placeOf("Queue", row) },
    ),
    finding(
      later.length === mails.length && later.length > 0,
      {
        en: "One mail with what was bought; a week later none more.",
        zh: "一封交付邮件；一周之后没有再发。",
      },
      { seen: later.at(-1)?.subject ?? "–", ...placeOfMail(later.at(-1)) },
    ),
  ];
}

/** Prices stand in running text; an empty one is shown nowhere. */
function shows(text: string, price: string): boolean {
  return price !== "" && text.includes(price);
}

function linkOn(page: string): string {
  return page.includes("/local/link/") ? checkoutOf(page).name : "";
}
