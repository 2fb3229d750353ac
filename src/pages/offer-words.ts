// What a page says of an offer and its price: a date where there is one, and nothing that hurries.
import { ownValue } from "../model/own-value";
import { html, type Markup } from "./html";
import type { Site } from "./page";

export interface NamedOffer {
  readonly offer: string;
  /** As readers see it. */
  readonly name: string;
}
/** The price as it stands for whoever looks. */
export interface Terms {
  readonly price: string;
  /** What it becomes; "" when it does not change. */
  readonly after: string;
  /** Until when `price` holds, as a date; "" when no date is set for this reader. */
  readonly until: string;
  /** How long `price` holds after a request, "72 hours"; "" when nothing counts from one. */
  readonly holds: string;
}

type Texts = Readonly<Record<Site["language"], readonly string[]>>;

/** What it is. An owner's own offer speaks by its name alone. */
const ABOUT: Readonly<Record<string, Texts>> = {
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

const WORDS = {
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

export function titleOf({ offer, name }: NamedOffer): string {
  return name === "" ? offer : name;
}

export function aboutOffer(site: Site, { offer }: NamedOffer): readonly Markup[] {
  return (ownValue(ABOUT, offer)?.[site.language] ?? []).map((text) => html`<p>${text}</p>\n`);
}

export function priceBlock(site: Site, terms: Terms): Markup {
  const words = WORDS[site.language];
  const holds = holdsWords(site, terms);
  const more = holds === "" ? null : html`<p>${holds}</p>`;
  return html`<p class="price"><small>${words.label}</small> ${terms.price}</p>
${more}`;
}

function holdsWords(site: Site, { until, holds, after }: Terms): string {
  const words = WORDS[site.language];
  if (until === "" && holds === "") return "";
  const first = until === "" ? words.holds(holds) : words.until(until);
  return after === "" ? first : first + words.after(after);
}
