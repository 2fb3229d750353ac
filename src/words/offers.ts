// The words of the offer page: what it is, and how its price stands. Nothing that hurries.
import type { Words } from "../../sheets-schema/index";

type Texts = Readonly<Record<keyof Words, readonly string[]>>;

/** What it is. An owner's own offer speaks by its name alone. */
export const ABOUT: Readonly<Record<string, Texts>> = {
  lite: {
    en: [
      "Lite is the smallest check that still gives an answer. One action gives one clear conclusion about where your site is stuck now: indexing, structure, content strategy, or the order of execution.",
      "It does not ask you to believe anything first. It puts a finding in the place of a guess, so that the next step has a reason.",
    ],
    zh: [
      "Lite 是最小的一次验证：用一次行动，换一个清晰的结论。你的网站现在到底卡在哪里：收录、结构、内容策略，还是执行顺序。",
      "它不需要你先相信什么，只是用一个判断代替猜测，让下一步有理由。",
    ],
  },
  course: {
    en: [
      "The SEO system course puts the whole work in its order: indexing, structure, content strategy, and what comes before what.",
      "If you do not know yet where you stand, finding that out comes first. This page stays where it is.",
    ],
    zh: [
      "SEO 系统课把整件事放回正确的顺序：收录、结构、内容策略，以及先做什么、后做什么。",
      "如果还不清楚自己卡在哪一步，先弄清楚这一点更合理。这个页面一直在这里。",
    ],
  },
};

export const PRICE = {
  en: {
    label: "Price",
    until: (date: string) => `This price holds until ${date}.`,
    holds: (span: string) => `This price holds for ${span} from your first request, counted once.`,
    after: (price: string) => ` After that it is ${price}.`,
  },
  zh: {
    label: "价格",
    until: (date: string) => `这个价格保留到 ${date}。`,
    holds: (span: string) => `这个价格从第一次申请起保留 ${span}，只计算一次。`,
    after: (price: string) => `之后的价格是 ${price}。`,
  },
} as const;

export const OFFER = {
  en: {
    checkout: "Go to the checkout",
    checkoutNote: "It opens in a new tab. Nothing is paid before you confirm it there.",
    later:
      "Not now is fine. Come back when you are ready: this page always shows the price that holds then.",
    asked:
      "Your request is in. The same comes by mail, unless you have stopped the mails or have bought here already.",
    ask: "Ask for it",
    askNote: "Nothing is bought by asking. The way to the checkout comes next, here and by mail.",
    formNote:
      "You get the price, its date and the way to the checkout by mail. Asking buys nothing.",
    bought: "This has been bought. There is nothing to pay here.",
    boughtNote:
      "What belongs to it comes by mail. Should something be missing, answer any of our mails.",
    notYet: "It cannot be bought at the moment. Please come back later.",
    problemTitle: "This link does not work",
    problem: "It is incomplete or no longer valid. Nothing has changed by opening it.",
    publicPage: "Open the page as anybody sees it",
  },
  zh: {
    checkout: "前往结账",
    checkoutNote: "会在新标签页打开。在那里确认之前，不会扣款。",
    later: "现在不做也没关系。准备好了随时回来，这个页面显示的总是当时适用的价格。",
    asked: "申请已收到。同样的内容也会发到你的邮箱，除非你已退订，或已在这里购买过。",
    ask: "申请",
    askNote: "申请不等于购买。结账链接随后出现在页面上，也会发到你的邮箱。",
    formNote: "价格、截止日期和结账链接会发到你的邮箱。申请不等于购买。",
    bought: "你已经购买，不需要再付款。",
    boughtNote: "相关内容会发到你的邮箱。如果有遗漏，直接回复任意一封邮件即可。",
    notYet: "目前还不能购买，请稍后再来。",
    problemTitle: "这个链接无法使用",
    problem: "链接不完整，或者已经失效。打开它没有改变任何东西。",
    publicPage: "打开公开页面",
  },
} as const;
