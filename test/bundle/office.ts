// The bundle itself in the simulated platform: set up, LIVE, nothing open, driven through its doors.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FetchAnswer, FetchRequest, Host, WebAnswer } from "../../local/host/contract.ts";
import { openHost } from "../../local/host/open-host.ts";
import { listPage } from "../../local/server/stripe-list.ts";
import { isStripeEvent } from "../../local/server/stripe-store.ts";
import { builtBundle } from "../built-bundle.ts";

export const EXEC_URL = "http://127.0.0.1:9/exec";
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const PAST = /^(charges|checkout\/sessions|customers)\?limit=100/;

type Parameters = Readonly<Record<string, string>>;
type StripeObjects = Map<string, unknown>;
const SETTINGS: Parameters = {
  mode: "LIVE",
  sender_name: "Ling",
  reply_to: "ling@shop.test",
  postal_address: "1 Lane, Town",
  web_app_url: EXEC_URL,
  geo_download_url: "https://files.test/geo.pdf",
  // Its own tests switch it on: elsewhere readers' mails alone are counted.
  digest: "off",
};

export class BundleOffice {
  readonly host: Host;
  /** Where it is kept on the disk; empty for a copy, which lives in memory. */
  readonly folder: string;
  readonly #stripe: StripeObjects;

  private constructor(host: Host, folder: string, stripe: StripeObjects) {
    this.host = host;
    this.folder = folder;
    this.#stripe = stripe;
  }

  static open(): BundleOffice {
    const office = BundleOffice.onDisk(mkdtempSync(join(tmpdir(), "dripsheet-bundle-")), new Map());
    office.host.run({ function: "menu.setUp" });
    for (const [key, value] of Object.entries(SETTINGS)) office.set(key, value);
    office.host.setProperty("stripe_key", "rk_live_test");
    // Nobody has paid before: a person said so.
    office.host.setProperty("history", JSON.stringify({ listedAt: 1, listed: 0 }));
    office.host.run({ function: "jobs.tick" });
    return office;
  }

  /** The folder as it stands, in a host of its own. */
  static onDisk(folder: string, stripe: StripeObjects): BundleOffice {
    const { codeFile, manifestFile } = builtBundle();
    const fetch = (request: FetchRequest) => answerStripe(stripe, request);
    const dataDir = join(folder, "data");
    const now = "2026-03-02T09:00:00Z";
    const how = { execUrl: EXEC_URL, now, fetch, seed: 1 };
    const host = openHost({ dataDir, codeFile, manifestFile, ...how });
    return new BundleOffice(host, folder, stripe);
  }

  /** The same office once more, in memory and independent of this one from here on. Fast when warm. */
  copy({ warm = true }: { readonly warm?: boolean } = {}): BundleOffice {
    const stripe: StripeObjects = new Map(this.#stripe);
    const host = this.host.fork({ warm, fetch: (request) => answerStripe(stripe, request) });
    return new BundleOffice(host, "", stripe);
  }

  /** The same once more, on a disk of its own. */
  copyOnDisk(): BundleOffice {
    const folder = mkdtempSync(join(tmpdir(), "dripsheet-bundle-"));
    cpSync(join(this.folder, "data"), join(folder, "data"), { recursive: true });
    return BundleOffice.onDisk(folder, new Map(this.#stripe));
  }

  /** As after a crash of the computer: the folder is opened again, nothing was closed. */
  reopened(): BundleOffice {
    if (this.folder === "") throw new Error("A copy lives in memory: it cannot be opened again.");
    return BundleOffice.onDisk(this.folder, this.#stripe);
  }

  close(): void {
    this.host.close();
    if (this.folder !== "") rmSync(this.folder, { recursive: true, force: true });
  }

  set(key: string, value: string): void {
    this.type("Settings", "key", key, "value", value);
  }

  /** Types into the row whose `idColumn` holds `id`, as a person does. */
  type(tab: string, idColumn: string, id: string, column: string, value: string): void {
    const at = this.host.sheet(tab).rows.findIndex((row) => row[idColumn] === id);
    if (at < 0) throw new Error(`${tab} has no row ${id}`);
    this.host.edit(tab, at + 2, column, value);
  }

  post(parameters: Parameters, query = ""): WebAnswer {
    const body = new URLSearchParams(parameters).toString();
    const contentType = "application/x-www-form-urlencoded";
    return this.host.request({ method: "POST", query, contentType, body });
  }

  geo(email = "ada@example.org", more: Parameters = {}): WebAnswer {
    return this.post({ form: "geo", email, name: "Ada", consent: "yes", locale: "en", ...more });
  }

  get(query: string): WebAnswer {
    return this.host.request({ method: "GET", query });
  }

  knownToStripe(path: string, object: unknown): void {
    this.#stripe.set(path, object);
  }

  hook(event: object, key = this.host.property("hook_key") ?? ""): WebAnswer {
    const query = `hook=stripe&key=${key}`;
    const body = JSON.stringify(event);
    return this.host.request({ method: "POST", query, contentType: "application/json", body });
  }

  pay(email: string, id = "evt_1"): WebAnswer {
    const event = sessionPaid(email, id, this.host.now());
    this.knownToStripe(`events/${id}`, event);
    return this.hook(event);
  }

  tick(): void {
    this.host.run({ function: "jobs.tick" });
  }

  pass(ms: number, everyMs = 10 * MINUTE): void {
    this.host.advance(this.host.now() + ms, everyMs);
  }

  queue(email = "ada@example.org") {
    return this.host.sheet("Queue").rows.filter((row) => row.email === email);
  }

  mails(email = "ada@example.org"): readonly string[] {
    return this.host
      .outbox()
      .filter(({ to }) => to === email)
      .map(({ subject }) => subject);
  }

  /** Service calls of the last execution. */
  lastCalls(): readonly string[] {
    return this.host.executions().at(-1)?.calls ?? [];
  }
}

export function sessionPaid(email: string, id: string, now: number): object {
  return {
    id,
    object: "event",
    type: "checkout.session.completed",
    created: Math.floor(now / 1_000),
    livemode: true,
    data: {
      object: {
        id: `cs_${id}`,
        object: "checkout.session",
        payment_status: "paid",
        amount_total: 4_900,
        currency: "usd",
        customer_details: { email, name: "Ada" },
        payment_intent: `pi_${id}`,
      },
    },
  };
}

function answerStripe(objects: StripeObjects, { url }: FetchRequest): FetchAnswer {
  const path = url.replace("https://api.stripe.com/v1/", "");
  const object = objects.get(path) ?? listAsked(objects, path);
  const body = JSON.stringify(object ?? { error: { type: "invalid_request_error" } });
  return { status: object === undefined ? 404 : 200, headers: {}, body };
}

/** Its list of events: those that a test has made known to it. Of the past it knows nothing. */
function listAsked(objects: StripeObjects, path: string): object | undefined {
  if (PAST.test(path)) return listPage(path, new URLSearchParams(), []) ?? undefined;
  if (!path.startsWith("events?")) return undefined;
  const known = [...objects].flatMap(([at, object]) => {
    return at.startsWith("events/") && isStripeEvent(object) ? [object] : [];
  });
  const newestFirst = known.reverse().sort((a, b) => Number(b.created) - Number(a.created));
  const { searchParams } = new URL(path, "https://api.stripe.com");
  return listPage("/v1/events", searchParams, newestFirst) ?? undefined;
}
