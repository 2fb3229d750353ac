// Somebody at the doors of an office whose offers are filled in; the rows are laid down by hand.
import type { DoorConfig, DoorOffer } from "../../src/app/doors/door-config";
import { receivePost } from "../../src/app/doors/receive-post";
import { showPage } from "../../src/app/doors/show-page";
import { offerToken } from "../../src/app/offers/offer-link";
import { promiseText } from "../../src/model/offer";
import type { Answer } from "../../src/model/web";
import { type MemoryPorts, memoryPorts } from "../memory/memory-ports";

export const EXEC = "https://script.google.com/macros/s/TEST/exec";
export const SECRET = "secret of links";
export const CONTACT = "c_ada0";
export const START = Date.parse("2026-11-21T14:40:00Z");
export const HOUR = 3_600_000;
export const LOW = { price: "€49", link: "https://buy.stripe.test/low" };
export const HIGH = { price: "€79", link: "https://buy.stripe.test/high" };

export const LITE: DoorOffer = {
  offer: "lite",
  name: "Lite",
  flow: "lite",
  before: LOW,
  after: HIGH,
  windowMs: 72 * HOUR,
  windowEnds: null,
  form: true,
  press: true,
};
export const COURSE: DoorOffer = {
  ...LITE,
  ...{ offer: "course", name: "SEO system course", flow: "course", windowMs: null },
  ...{ before: { price: "€590", link: "https://buy.stripe.test/course" }, form: false },
  ...{ after: { price: "", link: "" }, press: false },
};

export class Visit {
  readonly ports: MemoryPorts;

  constructor(offers: readonly DoorOffer[] = [LITE, COURSE], more: Partial<DoorConfig> = {}) {
    const door = { webAppUrl: EXEC, senderName: "Ling", offers, events: [], ...more };
    const properties = { door: JSON.stringify(door), token_secret: SECRET, hook_key: "k" };
    this.ports = memoryPorts({ now: START, properties });
    this.ports.store.put("Contacts", {
      ...{ id: CONTACT, email: "ada+shop@example.org", time_zone: "Asia/Shanghai" },
      payments: "",
    });
    this.ports.store.put("Contacts", { id: `${CONTACT}1`, email: "other@example.org" });
  }

  /** A row as the engine leaves it after a request at START. */
  asked(more: Parameters<MemoryPorts["store"]["put"]>[1] = {}): this {
    this.ports.store.put("Queue", {
      ...{ id: `${CONTACT}.lite.1-abcdef`, status: "UNPAID", entered_at: START, price: "€49" },
      ...{ offer_deadline: START + 72 * HOUR, promised: promiseText(LITE) },
      ...more,
    });
    return this;
  }

  token(offer = "lite", contact = CONTACT, now = START): string {
    return offerToken(contact, offer, now, SECRET, this.ports.secrets);
  }

  get(parameters: Readonly<Record<string, string>>): string {
    const request = { method: "GET", body: "", contentType: "", contentLength: 0 } as const;
    return htmlOf(showPage(this.ports, { ...request, parameters }, ""));
  }

  /** The page behind the link of a mail. */
  open(offer = "lite", language = "en"): string {
    return this.get({ p: "offer", o: offer, t: this.token(offer), l: language });
  }

  post(parameters: Readonly<Record<string, string>>): string {
    const request = { method: "POST", body: "", contentType: "", contentLength: 0 } as const;
    return htmlOf(receivePost(this.ports, { ...request, parameters }));
  }

  /** Presses the one button of a page, with the fields it carries. */
  press(html: string): string {
    const fields = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
    return this.post(Object.fromEntries(fields.map(([, name = "", value]) => [name, value ?? ""])));
  }

  events() {
    return this.ports.store.rows("Events");
  }
}

/** Without the line above it, which leads to the other language. */
export function htmlOf(answer: Answer): string {
  if (answer.kind !== "page") throw new Error(`no page but ${JSON.stringify(answer)}`);
  return answer.html.replace(/<header[\s\S]*?<\/header>/, "");
}
export const words = (html: string) =>
  html.replace(/<head>[\s\S]*?<\/head>/, "").replace(/<[^>]*>/g, " ");
export const linkOf = (html: string) =>
  (/<a class="go" href="([^"]*)"/.exec(html)?.[1] ?? "").replace(/&amp;/g, "&");
