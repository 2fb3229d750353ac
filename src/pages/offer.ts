// The page of an offer: what it is, the price that holds at this moment, and one way on.
import { type FormValues, formMarkup } from "./form-fields";
import { html, type Markup } from "./html";
import { aboutOffer, type NamedOffer, priceBlock, type Terms, titleOf } from "./offer-words";
import { makePage, type Page, type Site } from "./page";

/** Who presses; carried in the page, so that the answer to a press need not look it up again. */
export interface Presser {
  readonly token: string;
  readonly email: string;
  readonly timeZone: string;
}

const WORDS = {
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

/** The price with the way to the checkout. `asked`: it answers a press. */
export function offerToBuy(
  site: Site,
  offer: NamedOffer,
  terms: Terms,
  { checkoutUrl, asked }: { readonly checkoutUrl: string; readonly asked: boolean },
): Page {
  const words = WORDS[site.language];
  const opening = asked ? [html`<p role="status">${words.asked}</p>\n`] : aboutOffer(site, offer);
  return offerPage(
    site,
    offer,
    html`${opening}${priceBlock(site, terms)}
<a class="go" href="${checkoutUrl}" target="_blank" rel="noopener">${words.checkout}</a>
<p class="quiet">${words.checkoutNote}</p>
<p class="quiet">${words.later}</p>`,
  );
}

/** Somebody known who has not asked yet: one press starts the time the price holds for. */
export function offerToAsk(site: Site, offer: NamedOffer, terms: Terms, who: Presser): Page {
  const words = WORDS[site.language];
  const hidden = {
    ...{ p: "offer", o: offer.offer, t: who.token, l: site.language },
    ...{ email: who.email, timezone: who.timeZone },
  };
  const fields = Object.entries(hidden).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">\n`,
  );
  return offerPage(
    site,
    offer,
    html`${aboutOffer(site, offer)}${priceBlock(site, terms)}
<form method="post" action="${site.execUrl}" target="_blank" accept-charset="utf-8">
${fields}<button type="submit">${words.ask}</button></form>
<p class="quiet after">${words.askNote}</p>
<p class="quiet">${words.later}</p>`,
  );
}

/** Anybody: the form of the offer's own name. */
export function offerForm(site: Site, offer: NamedOffer, terms: Terms, values: FormValues): Page {
  const form = formMarkup(site, offer.offer, values);
  return offerPage(
    site,
    offer,
    html`${aboutOffer(site, offer)}${priceBlock(site, terms)}
<p>${WORDS[site.language].formNote}</p>
${form}`,
  );
}

export function offerBought(site: Site, offer: NamedOffer): Page {
  const words = WORDS[site.language];
  return offerPage(
    site,
    offer,
    html`<p>${words.bought}</p><p class="quiet">${words.boughtNote}</p>`,
  );
}

/** The owner has not filled in its price or its link. */
export function offerNotYet(site: Site, offer: NamedOffer): Page {
  return offerPage(
    site,
    offer,
    html`${aboutOffer(site, offer)}<p class="seen">${WORDS[site.language].notYet}</p>`,
  );
}

export function offerLinkProblem(site: Site, publicUrl: string): Page {
  const words = WORDS[site.language];
  return makePage(
    site,
    words.problemTitle,
    html`<p>${words.problem}</p>
<p><a href="${publicUrl}" target="_blank" rel="noopener">${words.publicPage}</a></p>`,
  );
}

function offerPage(site: Site, offer: NamedOffer, content: Markup): Page {
  return makePage(site, titleOf(offer), content);
}
