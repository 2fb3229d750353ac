// Somebody who reads the way back: opens the link of a mail, looks, presses.
import { showPage } from "../../src/app/doors/show-page";
import { MemoryOffice } from "./memory-office";
import { htmlOf } from "./offer-visit";

export const ADA = "ada@example.org";

/** Somebody who asked for the pack, has the first mail, and opens its link. */
export class Reader {
  readonly office = new MemoryOffice();
  constructor(more: Readonly<Record<string, string>> = {}) {
    this.office.geo(ADA, more);
    this.office.tick();
  }

  get link(): string {
    const text = this.office.ports.mailer.sent[0]?.mail.text ?? "";
    return /https:\S+\?(p=back\S+)/.exec(text)?.[1] ?? "";
  }

  get token(): string {
    return new URLSearchParams(this.link).get("t") ?? "";
  }

  get(parameters: Readonly<Record<string, string>> = {}): string {
    const own = Object.fromEntries(new URLSearchParams(this.link));
    const request = { method: "GET", body: "", contentType: "", contentLength: 0 } as const;
    return htmlOf(
      showPage(this.office.ports, { ...request, parameters: { ...own, ...parameters } }, ""),
    );
  }

  /** Presses a button of the page with all that its form carries. */
  press(html: string, wish: string, typed: Readonly<Record<string, string>> = {}): string {
    const form = html.split("<form").find((part) => part.includes(`name="w" value="${wish}"`));
    if (form === undefined) throw new Error(`the page has no button ${wish}`);
    const hidden = [...form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)];
    const fields = Object.fromEntries(hidden.map(([, name = "", value = ""]) => [name, value]));
    return htmlOf(this.office.post({ ...fields, w: wish, ...typed }));
  }

  wish(wish: string, typed: Readonly<Record<string, string>> = {}): string {
    return this.press(this.get(), wish, typed);
  }

  buttons(): readonly string[] {
    return [...this.get().matchAll(/name="w" value="(\w+)"/g)].map((match) => match[1] ?? "");
  }

  sentAfter(): number {
    return this.office.ports.mailer.sent.length - 1;
  }
}
