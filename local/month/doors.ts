// The doors of the bundle as the people of the month meet them. What is refused breaks the deed off, by name.
import type { CellValue, Host, WebAnswer } from "../host/contract.ts";
import type { StripeEvent } from "../stripe/events.ts";
import type { Sale, StripeObject } from "../stripe/sale.ts";
import type { Chance } from "./random.ts";

export interface Doors {
  readonly chance: Chance;
  /** The sale a person has begun, by address. */
  readonly sales: Map<string, Sale>;
  now(): number;
  newId(): string;
  /** A page of this computer that stands for one elsewhere. */
  local(name: string): string;
  get(query: string): string;
  post(query: string, fields: Readonly<Record<string, string>>): void;
  keyed(event: string, fields: Readonly<Record<string, string>>): void;
  stripe(events: readonly StripeEvent[]): void;
  /** What Stripe has without telling of it. */
  atStripe(object: StripeObject): void;
  type(sheet: string, row: Readonly<Record<string, string>>, column: string, value: string): void;
  /** Newest first. */
  mailsTo(email: string): readonly { readonly text: string }[];
}

/** What can be read back at Stripe. */
export interface StripeSide {
  post(event: StripeEvent): void;
  put(object: StripeObject): boolean;
}

const FORM = "application/x-www-form-urlencoded";
const ID_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789";

export function openDoors(host: Host, url: string, chance: Chance, stripe: StripeSide): Doors {
  const secret = () => encodeURIComponent(host.property("hook_key") ?? "");
  const post = (query: string, contentType: string, body: string) =>
    pageOf(host.request({ method: "POST", query, contentType, body }));
  return {
    chance,
    sales: new Map(),
    now: () => host.now(),
    newId: () => Array.from({ length: 16 }, () => letter(chance)).join(""),
    local: (name) => `${url}/local/link/${name}`,
    get: (query) => pageOf(host.request({ method: "GET", query })),
    post: (query, fields) => void post(query, FORM, new URLSearchParams(fields).toString()),
    keyed: (event, fields) => {
      const query = `event=${event}&key=${secret()}`;
      post(query, FORM, new URLSearchParams(fields).toString());
    },
    stripe: (events) => {
      for (const event of events) stripe.post(event);
      for (const event of events) {
        post(`hook=stripe&key=${secret()}`, "application/json", JSON.stringify(event));
      }
    },
    atStripe: (object) => void stripe.put(object),
    type: (sheet, row, column, value) => typeInto(host, sheet, row, column, value),
    mailsTo: (email) =>
      host
        .outbox()
        .filter(({ to }) => to.includes(email))
        .sort((a, b) => b.sentAt - a.sentAt),
  };
}

function letter(chance: Chance): string {
  return ID_LETTERS[chance.between(0, ID_LETTERS.length - 1)] ?? "A";
}

/** A page is an answer; text is how a door says that nothing was taken. */
function pageOf(answer: WebAnswer): string {
  if (answer.kind === "html") return answer.html;
  throw new Error(answer.kind === "text" ? `refused: ${answer.content}` : answer.message);
}

function typeInto(
  host: Host,
  sheet: string,
  wanted: Readonly<Record<string, CellValue>>,
  column: string,
  value: string,
): void {
  const { rows } = host.sheet(sheet);
  // A person who came twice has two rows of a flow; the newer one is meant.
  const fits = rows.map((row) =>
    Object.entries(wanted).every(([name, cell]) => row[name] === cell),
  );
  const at = fits.lastIndexOf(true);
  if (at < 0) throw new Error(`${sheet} has no row ${JSON.stringify(wanted)}`);
  host.edit(sheet, at + 2, column, value);
}
