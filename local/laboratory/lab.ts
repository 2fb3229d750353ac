// The founder's office on the bundle under test: set up, LIVE, every flow on, Stripe answering. It forks in memory.
import type { FetchRequest, Host, SentMail, SheetDump, WebAnswer } from "../host/contract.ts";
import { openHost } from "../host/open-host.ts";
import { StripeStandIn } from "../server/stripe-stand-in.ts";

export interface Bundle {
  readonly codeFile: string;
  readonly manifestFile: string;
}
type Fields = Readonly<Record<string, string>>;
type Row = SheetDump["rows"][number];

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const EXEC_URL = "http://127.0.0.1:9/exec";
const START = "2026-03-02T09:00:00Z";
const FORM = "application/x-www-form-urlencoded";

const SETTINGS: Fields = {
  mode: "LIVE",
  sender_name: "Ling",
  reply_to: "ling@shop.test",
  postal_address: "1 Lane, Town",
  web_app_url: EXEC_URL,
  geo_download_url: "https://files.test/geo.pdf",
  recovery_url: "https://pay.test/recover",
};
const OFFERS: Readonly<Record<string, Fields>> = {
  lite: {
    price: "€49",
    checkout_link: "https://buy.test/lite",
    stripe_ids: "plink_lite",
    price_after: "€79",
    checkout_link_after: "https://buy.test/lite79",
    stripe_ids_after: "plink_lite79",
    delivery_link: "https://files.test/lite",
  },
  course: {
    price: "€590",
    checkout_link: "https://buy.test/course",
    stripe_ids: "plink_course",
    delivery_link: "https://files.test/course",
  },
};

export class Lab {
  readonly host: Host;
  readonly stripe: StripeStandIn;
  /** When a mail last came in, epoch ms. */
  mailAt = Number.NEGATIVE_INFINITY;
  /** Told of each mail at the moment it goes. */
  onSent: (mail: SentMail) => void = () => undefined;

  private constructor(host: Host) {
    this.host = host;
    this.stripe = new StripeStandIn(this.host);
  }

  static open({ codeFile, manifestFile }: Bundle): Lab {
    const lab: Lab = new Lab(
      openHost({
        memory: true,
        warm: true,
        codeFile,
        manifestFile,
        execUrl: EXEC_URL,
        now: START,
        seed: 1,
        fetch: (request) => lab.stripe.answer(request),
      }),
    );
    lab.#setUp();
    return lab;
  }

  /** The same office once more, independent of this one from here on. */
  fork(): Lab {
    const lab: Lab = new Lab(
      this.host.fork({
        fetch: (request: FetchRequest) => lab.stripe.answer(request),
        onSent: (mail) => lab.onSent(mail),
      }),
    );
    return lab;
  }

  #setUp(): void {
    const { host } = this;
    host.run({ function: "menu.setUp" });
    for (const [key, value] of Object.entries(SETTINGS)) this.type("Settings", key, "value", value);
    for (const [offer, cells] of Object.entries(OFFERS)) {
      for (const [column, value] of Object.entries(cells))
        this.type("Offers", offer, column, value);
    }
    host.setProperty("stripe_key", "rk_live_test");
    host.run({ function: "menu.readHistory" });
    for (const { flow } of this.rows("Flows")) this.type("Flows", String(flow), "on", "YES");
    host.run({ function: "menu.setUp" });
    host.advance(host.now() + 3 * MINUTE_MS);
  }

  rows(tab: string): readonly Row[] {
    const { rows } = this.host.sheet(tab);
    return rows.filter((row) => Object.values(row).some((cell) => cell !== ""));
  }

  /** Types into the row whose first column holds `id`. */
  type(tab: string, id: string, column: string, value: string): void {
    const { headers, rows } = this.host.sheet(tab);
    const at = rows.findIndex((row) => row[headers[0] ?? ""] === id);
    if (at < 0) throw new Error(`${tab} has no row ${id}`);
    this.host.edit(tab, at + 2, column, value);
  }

  post(fields: Fields, query = ""): WebAnswer {
    const body = new URLSearchParams(fields).toString();
    return this.host.request({ method: "POST", query, contentType: FORM, body });
  }

  /** As Stripe calls. */
  hook(event: object): WebAnswer {
    const query = `hook=stripe&key=${this.host.property("hook_key") ?? ""}`;
    const body = JSON.stringify(event);
    return this.host.request({ method: "POST", query, contentType: "application/json", body });
  }

  /** As a program of the owner's calls. */
  keyed(event: string, fields: Fields): WebAnswer {
    return this.post(fields, `event=${event}&key=${this.host.property("hook_key") ?? ""}`);
  }
}
