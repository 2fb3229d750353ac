// A mail as it is seen by day or by night, whatever the screen it is looked at on prefers.
import { BOTH_SCHEMES, DARK_ONLY } from "./mail-style";

export type Scheme = "light" | "dark";

/** Links open beside the page the preview stands in. */
const BASE = '<base target="_blank">';

export function asSeen(html: string, scheme: Scheme): string {
  return html
    .replace("<head>", `<head>${BASE}`)
    .split(BOTH_SCHEMES)
    .join(`content="only ${scheme}"`)
    .split(DARK_ONLY)
    .join(scheme === "dark" ? "<style>@media all" : "<style>@media not all");
}
