// The founder's whole business on the bundle: every flow on, offers filled in, Stripe answering what was told to it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type {
  CellValue,
  FetchAnswer,
  FetchRequest,
  Host,
  WebAnswer,
} from "../../local/host/contract.ts";
import { openHost } from "../../local/host/open-host.ts";
import { StripeStandIn } from "../../local/server/stripe-stand-in.ts";
import type { StripeEvent } from "../../local/stripe/events.ts";
import { builtBundle } from "../built-bundle.ts";
import { EXEC_URL, MINUTE } from "./office.ts";

type Fetch = (request: FetchRequest) => FetchAnswer;
type Parameters = Readonly<Record<string, string>>;
type Row = Readonly<Record<string, CellValue>>;
interface Mail {
  readonly step: string;
  /** Epoch ms, rounded up to the second as what follows from it is. */
  readonly at: number;
  readonly subject: string;
  readonly text: string;
}

export const START = Date.parse("2026-03-02T09:00:00Z");
const SETTINGS: Parameters = {
  mode: "LIVE",
  sender_name: "Ling",
  reply_to: "ling@shop.test",
  postal_address: "1 Lane, Town",
  web_app_url: EXEC_URL,
  geo_download_url: "https://files.test/geo.pdf",
  recovery_url: "https://pay.test/recover",
  // Tests of their own: elsewhere mails go at any hour, in every zone.
  quiet_hours: "",
};
const OFFERS: Readonly<Record<string, Parameters>> = {
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
const SET_ZONE = "function zone() { SpreadsheetApp.getActive().setSpreadsheetTimeZone(ZONE); }";

export class Founder {
  readonly host: Host;
  readonly stripe: StripeStandIn;
  /** Where it is kept on the disk; empty for a copy, which lives in memory. */
  readonly folder: string;

  private constructor(folder: string, open: (fetch: Fetch) => Host) {
    this.folder = folder;
    this.host = open((request) => this.stripe.answer(request));
    this.stripe = new StripeStandIn(this.host);
  }

  /** `zone`: of the script and of the spreadsheet. */
  static open(zone = "Etc/UTC"): Founder {
    const folder = mkdtempSync(join(tmpdir(), "dripsheet-founder-"));
    const manifest = JSON.parse(readFileSync(builtBundle().manifestFile, "utf8")) as object;
    writeFileSync(join(folder, "appsscript.json"), JSON.stringify({ ...manifest, timeZone: zone }));
    setSheetZone(folder, zone);
    const founder = new Founder(folder, (fetch) =>
      openHost({
        dataDir: join(folder, "data"),
        codeFile: builtBundle().codeFile,
        manifestFile: join(folder, "appsscript.json"),
        execUrl: EXEC_URL,
        now: new Date(START).toISOString(),
        fetch,
      }),
    );
    founder.#begin();
    return founder;
  }

  /** The same office once more, in memory, independent of this one from here on. */
  copy(): Founder {
    return new Founder("", (fetch) => this.host.fork({ warm: true, fetch }));
  }

  close(): void {
    this.host.close();
    if (this.folder !== "") rmSync(this.folder, { recursive: true, force: true });
  }

  #begin(): void {
    this.host.run({ function: "menu.setUp" });
    for (const [key, value] of Object.entries(SETTINGS)) {
      this.type("Settings", key, "value", value);
    }
    for (const [offer, cells] of Object.entries(OFFERS)) {
      for (const [column, value] of Object.entries(cells))
        this.type("Offers", offer, column, value);
    }
    this.host.setProperty("stripe_key", "rk_live_test");
    this.host.run({ function: "menu.readHistory" });
    for (const { flow } of this.rows("Flows")) this.type("Flows", String(flow), "on", "YES");
    this.host.run({ function: "menu.setUp" });
    this.ticks(3);
  }

  rows(tab: string): readonly Row[] {
    return this.host
      .sheet(tab)
      .rows.filter((row) => Object.values(row).some((cell) => cell !== ""));
  }

  /** Types into the row whose first column holds `id`, as a person does. */
  type(tab: string, id: string, column: string, value: string): void {
    const { headers, rows } = this.host.sheet(tab);
    const at = rows.findIndex((row) => row[headers[0] ?? ""] === id);
    if (at < 0) throw new Error(`${tab} has no row ${id}`);
    this.host.edit(tab, at + 2, column, value);
  }

  post(parameters: Parameters, query = ""): WebAnswer {
    const body = new URLSearchParams(parameters).toString();
    const contentType = "application/x-www-form-urlencoded";
    return this.host.request({ method: "POST", query, contentType, body });
  }

  form(form: string, email: string, more: Parameters = {}): WebAnswer {
    return this.post({ form, email, name: "Ada", consent: "yes", locale: "en", ...more });
  }

  get(query: string): WebAnswer {
    return this.host.request({ method: "GET", query });
  }

  /** A keyed event from a program of the founder's own. */
  keyed(event: string, parameters: Parameters, key = this.host.property("hook_key") ?? "") {
    return this.post(parameters, `event=${event}&key=${key}`);
  }

  /** Stripe knows of it and delivers it. */
  hook(...events: readonly StripeEvent[]): void {
    for (const event of events) {
      this.stripe.store.post(event);
      this.host.request({
        method: "POST",
        query: `hook=stripe&key=${this.host.property("hook_key") ?? ""}`,
        contentType: "application/json",
        body: JSON.stringify(event),
      });
    }
  }

  ticks(count: number): void {
    for (let tick = 0; tick < count; tick += 1) this.pass(MINUTE, MINUTE);
  }

  pass(ms: number, everyMs = 10 * MINUTE): void {
    this.passTo(this.host.now() + ms, everyMs);
  }
  passTo(instant: number, everyMs = 10 * MINUTE): void {
    this.host.advance(instant, everyMs);
  }
  /** To that instant with hardly a timer on the way, and one run there. */
  jumpTo(instant: number): void {
    this.host.advance(instant, instant - this.host.now());
    this.host.run({ function: "jobs.tick" });
  }

  queue(email: string, flow = ""): readonly Row[] {
    return this.rows("Queue").filter(
      (row) => row.email === email && (flow === "" || row.flow === flow),
    );
  }
  row(email: string, flow: string): Row {
    const [row, second] = this.queue(email, flow);
    if (row === undefined || second !== undefined)
      throw new Error(`not one ${flow} row of ${email}`);
    return row;
  }
  /** What a cell of that row says, rounded up to the second; NaN when it is empty. */
  time(email: string, flow: string, column: string): number {
    return wholeSecond(this.row(email, flow)[column]);
  }
  contact(email: string): Row | undefined {
    return this.rows("Contacts").find((row) => row.email === email);
  }

  /** What went to that address, in order. */
  mails(email: string): readonly Mail[] {
    const sends = this.rows("Sends").filter((row) => row.email === email && row.status === "SENT");
    return this.host
      .outbox()
      .filter(({ to }) => to === email)
      .map(({ subject, text }) => {
        const send = sends.find(({ token }) => text.includes(String(token)));
        return { step: String(send?.step), at: wholeSecond(send?.sent_at), subject, text };
      });
  }
  steps(email: string): readonly string[] {
    return this.mails(email).map(({ step }) => step);
  }
  /** What went since, of which step and with which template. */
  templates(email: string): readonly string[] {
    return this.rows("Sends")
      .filter((row) => row.email === email && row.status === "SENT")
      .map(({ template }) => String(template).split(" ")[0] ?? "");
  }
  events(type: string): readonly Row[] {
    return this.rows("Events").filter((row) => row.type === type);
  }
}

function wholeSecond(cell: CellValue | undefined): number {
  return Math.ceil(Date.parse(String(cell)) / 1_000) * 1_000;
}

/** As a person does in File ▸ Settings, by the only hand a test has. */
function setSheetZone(folder: string, zone: string): void {
  const codeFile = join(folder, "zone.js");
  writeFileSync(codeFile, SET_ZONE.replace("ZONE", JSON.stringify(zone)));
  const host = openHost({
    dataDir: join(folder, "data"),
    codeFile,
    manifestFile: join(folder, "appsscript.json"),
    execUrl: EXEC_URL,
    now: new Date(START).toISOString(),
  });
  host.run({ function: "zone" });
  host.close();
}
