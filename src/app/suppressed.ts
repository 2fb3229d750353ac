// Addresses that get no mail for good, though nothing else of them is kept: as salted hashes in properties, so that an
// erased person who comes back by a form or a list is met as one who left. Doors and imports ask for the price of a hash.
import type { ContactRow, EventRow } from "../../sheets-schema/index";
import { normalAddress } from "../events/address";
import { readFact } from "../events/read-fact";
import { DAY_MS } from "../model/time";
import type { Ports } from "../ports";
import { blankContact } from "../state/blank";
import type { Book } from "./book";

type Kept = Readonly<Record<string, string>>;
type Suppression = ContactRow["suppressed"];

const SALT = "suppressed_salt";
const PREFIX = "suppressed:";
const HASH_LENGTH = 16;
const DAY_LENGTH = 4;
/** A hash, a letter for why, the day in base 36. */
const ENTRY_LENGTH = HASH_LENGTH + 1 + DAY_LENGTH;
/** A property holds 9 KB. */
const ENTRIES_MAX = 400;
const LETTERS: Readonly<Record<string, Suppression>> = {
  u: "unsubscribed",
  b: "bounced",
  c: "complained",
  h: "by hand",
};

export interface Suppressed {
  readonly why: Suppression;
  /** Epoch ms, the day's beginning. */
  readonly since: number;
}

/** Null: nobody who was erased. */
export function suppressedAs({ secrets }: Ports, kept: Kept, address: string): Suppressed | null {
  const salt = kept[SALT] ?? "";
  const normal = normalAddress(address);
  if (salt === "" || normal === null) return null;
  const hash = secrets.hmac(normal, salt).slice(0, HASH_LENGTH);
  const entry = entriesIn(kept).find((one) => one.startsWith(hash));
  const why = LETTERS[entry?.[HASH_LENGTH] ?? ""];
  if (entry === undefined || why === undefined) return null;
  const day = Number.parseInt(entry.slice(HASH_LENGTH + 1), 36);
  return { why, since: day * DAY_MS };
}

/** To be called before a suppressed person is erased. Twice is once. */
export function suppress(ports: Ports, address: string, { why, since }: Suppressed): void {
  const { properties, secrets } = ports;
  const kept = properties.all();
  const normal = normalAddress(address);
  const letter = Object.keys(LETTERS).find((one) => LETTERS[one] === why) ?? "h";
  if (normal === null || suppressedAs(ports, kept, normal) !== null) return;
  const salt = kept[SALT] ?? secrets.uuid() + secrets.uuid();
  if (kept[SALT] === undefined) properties.set(SALT, salt);
  const day = Math.floor(since / DAY_MS).toString(36);
  const hash = secrets.hmac(normal, salt).slice(0, HASH_LENGTH);
  const entry = hash + letter + `000${day}`.slice(-DAY_LENGTH);
  const [page, standing] = pageWithRoom(kept);
  properties.set(page, standing + entry);
}

/** Whoever was erased and posts a form is met as somebody who left: recorded, and no mail. */
export function meetSuppressed(
  ports: Ports,
  kept: Kept,
  book: Book,
  pending: readonly EventRow[],
): void {
  if ((kept[SALT] ?? "") === "") return;
  for (const event of pending) {
    const fact = event.type.startsWith("form:") ? readFact(event) : null;
    if (fact?.kind !== "form" || book.byAddress(fact.email) !== null) continue;
    const left = suppressedAs(ports, kept, fact.email);
    if (left === null) continue;
    const blank = blankContact(event.id, false);
    // Seen first by this very form.
    const seen = { email: fact.email, first_seen_at: fact.at + 1 };
    const contact = { ...blank, ...seen, suppressed: left.why, suppressed_at: left.since };
    book.putContact(contact);
  }
}

function entriesIn(kept: Kept): readonly string[] {
  const pages = Object.keys(kept).filter((key) => key.startsWith(PREFIX));
  const count = (page: string) => Math.floor((kept[page] ?? "").length / ENTRY_LENGTH);
  return pages.flatMap((page) =>
    Array.from({ length: count(page) }, (_, at) =>
      (kept[page] ?? "").slice(at * ENTRY_LENGTH, (at + 1) * ENTRY_LENGTH),
    ),
  );
}

function pageWithRoom(kept: Kept): readonly [string, string] {
  for (let page = 0; ; page += 1) {
    const standing = kept[PREFIX + page] ?? "";
    if (standing.length < ENTRIES_MAX * ENTRY_LENGTH) return [PREFIX + page, standing];
  }
}
