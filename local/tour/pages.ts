// Reads what a visitor reads: the links of a mail, the form and the checkout link of a page.

/** Queries of the links that lead to one of our pages, those of the first letter first. */
export function linksOf(
  letters: readonly { readonly text: string }[],
  page: string,
  offer = "",
): readonly string[] {
  return letters
    .flatMap(({ text }) => [...text.matchAll(/\/exec\?([^\s<>"')\]]+)/g)])
    .map((match) => match[1] ?? "")
    .filter((query) => {
      const named = new URLSearchParams(query);
      return named.get("p") === page && (offer === "" || named.get("o") === offer);
    });
}

export interface PageForm {
  readonly buttons: number;
  /** The query the form posts to. */
  readonly query: string;
  readonly fields: Readonly<Record<string, string>>;
}

export function readForm(html: string): PageForm {
  const buttons = html.match(/<button\b|<input\b[^>]*type="?submit/gi)?.length ?? 0;
  const form = /<form\b[^>]*>/i.exec(html)?.[0] ?? "";
  const query = (attribute(form, "action").split("?")[1] ?? "").split("#")[0] ?? "";
  const fields: Record<string, string> = {};
  for (const [input] of html.matchAll(/<input\b[^>]*>|<button\b[^>]*>/gi)) {
    const name = attribute(input, "name");
    if (name !== "") fields[name] = attribute(input, "value");
  }
  return { buttons, query, fields };
}

export interface Checkout {
  readonly url: string;
  /** Last part of its path: Local names its checkout pages by offer. */
  readonly name: string;
  readonly reference: string;
}

/** The link that leaves our pages for the checkout. */
export function checkoutOf(html: string): Checkout {
  for (const [tag] of html.matchAll(/<a\b[^>]*>/gi)) {
    const url = attribute(tag, "href");
    const name = /\/local\/link\/([\w-]+)/.exec(url)?.[1];
    if (name === undefined) continue;
    const query = new URLSearchParams((url.split("?")[1] ?? "").split("#")[0]);
    return { url, name, reference: query.get("client_reference_id") ?? "" };
  }
  throw new Error("the page has no checkout link");
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}="([^"]*)"`, "i").exec(tag)?.[1] ?? "";
  return found
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
}
