// Reads the unsubscribe link out of a mail and the one form out of the page behind it.

/** What stands behind the question mark of the mail's unsubscribe link; empty when there is none. */
export function stopLinkOf(text: string): string {
  return /\/exec\?([^\s<>"')\]]*\bp=stop[^\s<>"')\]]*)/.exec(text)?.[1] ?? "";
}

export interface StopPage {
  readonly buttons: number;
  /** The query the form posts to. */
  readonly query: string;
  readonly fields: Readonly<Record<string, string>>;
}

export function readStopPage(html: string): StopPage {
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

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}="([^"]*)"`, "i").exec(tag)?.[1] ?? "";
  return found
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");
}
