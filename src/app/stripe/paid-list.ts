// A pasted list of who has paid: every address an event, applied like a payment. It also opens the gate for marketing.
import type { EventRow } from "../../../sheets-schema/index";
import { addressesIn, normalAddress } from "../../events/address";
import { MINUTE_MS } from "../../model/time";
import type { Language, Ports } from "../../ports";
import { PAID_LIST } from "../../words/paid-list";
import { appendEvents, eventRow, markStop } from "../doors/record-event";
import { historyOf, keepHistory } from "../history/history-state";
import { loadSettings } from "../office";
import { mayWrite, sheetLanguage } from "../owner-only";
import { tellHistory } from "../tell-history";

/** Google ends a run at six minutes; what stands by then is not pasted again. */
const LAST_ROWS_BEGIN_MS = 4.5 * MINUTE_MS;
/** Looked at the time between so many. */
const ROWS_AT_ONCE = 40;
const SHOWN_MAX = 20;
const LIST_KEY = "paid:";

export interface PaidList {
  /** Normalised, each once. */
  readonly addresses: readonly string[];
  /** Lines that hold no address, as typed. */
  readonly wrong: readonly string[];
}

/** Lines or commas; names around an address are tolerated: Ada <a@b.org>, "Lin, Mei" m@b.org. */
export function readPaidList(text: string): PaidList {
  const addresses = new Set<string>();
  const wrong: string[] = [];
  for (const line of text.split(/[\n\r]+/).flatMap(itemsOf)) {
    const candidates = candidatesOf(line);
    const found = candidates.flatMap((candidate) => normalAddress(candidate) ?? []);
    for (const address of found) addresses.add(address);
    if (found.length === 0 || found.length < candidates.length) wrong.push(line);
  }
  return { addresses: [...addresses], wrong };
}

/** Commas part the items; a piece of a name before an address, as in "Lin, Mei <m@b.org>", is no item. */
function itemsOf(line: string): readonly string[] {
  const pieces = line.split(/[,，;；、\t]+/).map((piece) => piece.trim());
  const items = pieces.filter((piece) => piece !== "");
  const closing = items.findIndex((piece) => /["”]$|<[^<>]*>$/.test(piece));
  const openName = /^["“]/.test(items[0] ?? "") && closing > 0 && !(items[0] ?? "").includes("@");
  return openName ? [items.slice(0, closing + 1).join(", "), ...items.slice(closing + 1)] : items;
}

function candidatesOf(item: string): readonly string[] {
  const inBrackets = [...item.matchAll(/<([^<>]*)>/g)].map(([, inner = ""]) => inner);
  const tokens = inBrackets.length > 0 ? inBrackets : item.split(/\s+/);
  return tokens
    .map((token) => token.replace(/^mailto:/i, "").replace(/^["'“‘([]+|["'”’)\].]+$/g, ""))
    .filter((token) => token.includes("@"));
}

/** Menu. An empty answer says that nobody has paid yet. */
export function pastePaidList(ports: Ports): void {
  if (!mayWrite(ports)) return;
  const language = sheetLanguage(ports);
  const answer = ports.person.ask(PAID_LIST.title[language], PAID_LIST.ask[language]);
  if (answer === null) return;
  const list = readPaidList(answer);
  if (list.addresses.length === 0 && list.wrong.length > 0) {
    ports.person.tell(PAID_LIST.title[language], wrongLines(list.wrong, language));
    return;
  }
  const known = knownAddresses(ports);
  const left = recorded(ports, list.addresses);
  markStop(ports);
  if (left > 0) {
    const total = list.addresses.length;
    ports.person.tell(
      PAID_LIST.title[language],
      PAID_LIST.unfinished(total - left, total)[language],
    );
    return;
  }
  const state = historyOf(ports.properties.all());
  const listed = state.listed + list.addresses.length;
  keepHistory(ports, { ...state, listed, listedAt: ports.clock.now() });
  tellHistory(ports, loadSettings(ports));
  const fresh = list.addresses.filter((address) => !known.has(address)).length;
  ports.person.tell(PAID_LIST.title[language], report(list, fresh, language));
}

function knownAddresses({ store }: Ports): ReadonlySet<string> {
  return new Set(
    store
      .read("Contacts")
      .flatMap(({ cells }) => addressesIn(cells))
      .flatMap((address) => normalAddress(address) ?? []),
  );
}

/** How many could not be recorded: Events was busy, or the run has become too old. */
function recorded(ports: Ports, addresses: readonly string[]): number {
  const startedAt = ports.clock.now();
  const stand = new Set(ports.store.read("Events").map(({ cells }) => cells.key));
  const fresh = addresses.filter((address) => !stand.has(LIST_KEY + address));
  for (let from = 0; from < fresh.length; from += ROWS_AT_ONCE) {
    const old = ports.clock.now() - startedAt > LAST_ROWS_BEGIN_MS;
    const rows = fresh.slice(from, from + ROWS_AT_ONCE).map((address) => listEvent(ports, address));
    if (old || !appendEvents(ports, rows)) return fresh.length - from;
  }
  return 0;
}

function listEvent(ports: Ports, email: string): EventRow {
  return eventRow(ports, {
    source: "import",
    type: "paid.list",
    key: LIST_KEY + email,
    who: email,
    payload: JSON.stringify({ email }),
    occurredAt: ports.clock.now(),
    stops: true,
  });
}

function report({ addresses, wrong }: PaidList, fresh: number, language: Language): string {
  const all = addresses.length;
  if (all === 0) return PAID_LIST.nobody[language];
  const lines = PAID_LIST.noted(all, all - fresh, fresh)[language];
  return wrong.length === 0 ? lines : `${lines}\n\n${wrongLines(wrong, language)}`;
}

function wrongLines(wrong: readonly string[], language: Language): string {
  const shown = wrong.slice(0, SHOWN_MAX).join("\n");
  const more = wrong.length > SHOWN_MAX ? `\n… ${wrong.length - SHOWN_MAX}` : "";
  return `${PAID_LIST.leftOut[language]}\n${shown}${more}`;
}
