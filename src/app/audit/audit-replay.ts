// What Events and Sends say of one person's rows, asking nobody else: the replay that also brings back deleted rows.
import type { ContactRow, EventRow, SendRow } from "../../../sheets-schema/index";
import { addressesIn, nameKey } from "../../events/address";
import type { Enrollment } from "../../model/enrollment";
import { knownRows } from "../../model/known-rows";
import { listOf } from "../../model/list-cell";
import { addTo } from "../../model/lists";
import { reason, say } from "../../model/reason";
import type { Ports } from "../../ports";
import { EMPTY_CONTACT } from "../../state/blank";
import { settled } from "../../state/settle";
import { JOINED } from "../clean-data/join-events";
import { goneRows } from "../deleted-rows/deleted-rows-gone";
import { allRows, rehearsedUntil } from "../deleted-rows/deleted-rows-rehearsed";
import { idsOf, replayed, type Whom } from "../deleted-rows/deleted-rows-replay";
import { groundOf, type Office } from "../office";

export interface Auditing {
  readonly ports: Ports;
  readonly kept: Readonly<Record<string, string>>;
  readonly office: Office;
  readonly recorded: Recorded;
  readonly now: number;
}
/** Events and Sends, found by whom they concern: each is read once for everybody. */
export interface Recorded {
  readonly events: readonly EventRow[];
  readonly byWho: ReadonlyMap<string, readonly number[]>;
  readonly sends: ReadonlyMap<string, readonly SendRow[]>;
  /** Those that have made one person of two. */
  readonly joins: readonly EventRow[];
}

const CONTACT_IDS = /"(c_[0-9a-z_]{4,40})/g;

export function recordedIn({ store }: Ports): Recorded {
  const events = store.read("Events").map(({ cells }) => cells);
  const byWho = new Map<string, number[]>();
  events.forEach((event, at) => {
    const named = [...event.payload.matchAll(CONTACT_IDS)].map(([, id = ""]) => id);
    const whom = new Set([nameKey(event.who), `c_${event.id.slice(2)}`, ...named]);
    for (const who of whom) addTo(byWho, who, at);
  });
  const sends = new Map<string, SendRow[]>();
  for (const { cells } of store.read("Sends")) addTo(sends, cells.contact, cells);
  return { events, byWho, sends, joins: events.filter(({ type }) => type === JOINED) };
}

/**
 * By row id, once for every way in which it may have come about: the likelier first, each worked out when it is asked for.
 * `also`: who was ever joined with them. `all`: ids of every row that stands, those among them that are not looked at.
 */
export function* saidOf(
  auditing: Auditing,
  contact: ContactRow,
  also: readonly ContactRow[],
  standing: readonly Enrollment[],
  all: ReadonlySet<string>,
): Generator<ReadonlyMap<string, Enrollment>> {
  const { kept, office, now } = auditing;
  const { id } = contact;
  const known = standing.map(({ row, test }) => ({ id: row.id, test }));
  const rows = allRows([contact, ...also].flatMap(knownRows), known);
  const addresses = [contact, ...also].flatMap(addressesIn);
  const whom = { id, contact, also, addresses, rows };
  const { sends } = auditing.recorded;
  const past = {
    events: eventsOf(auditing, whom),
    sends: idsOf(whom).flatMap((one) => sends.get(one) ?? []),
  };
  const asked: Whom = { ...whom, gone: goneRows(past.events, rows, all) };
  const asApplied = { ...past, events: [...past.events].sort(inTurn) };
  const marks = { ...groundOf(office, now), at: now };
  const ports = silent(auditing.ports);
  const met: Whom = { ...asked, known: whoTheyAre(contact, also) };
  const ways: readonly Whom[] = [asked, met, { ...met, byFacts: true }];
  for (const until of rehearsedUntil(past, whom)) {
    for (const who of ways) {
      const book = replayed(ports, kept, office, who.byFacts ? asApplied : past, who, until);
      const said = book.enrollments().map((one) => settled(contact, one, marks));
      yield new Map(said.map((one) => [one.row.id, one]));
    }
  }
}

/** Addresses that came with a joining are the other's until then. */
function whoTheyAre(contact: ContactRow, also: readonly ContactRow[]): readonly ContactRow[] {
  return [contact, ...also].map((one) => {
    const { id, email, name, aliases, stripe_ids, sealed } = one;
    const others = [contact, ...also].filter((other) => other !== one).map((other) => other.email);
    const own = listOf(aliases)
      .filter((alias) => !others.includes(alias))
      .join(", ");
    return { ...EMPTY_CONTACT, id, email, name, aliases: own, stripe_ids, sealed };
  });
}

function eventsOf({ recorded: { events, byWho } }: Auditing, whom: Whom): readonly EventRow[] {
  const ids = idsOf(whom);
  const own = ids.flatMap((id) => {
    const first = byWho.get(id)?.map((at) => events[at]) ?? [];
    return first.find((event) => event?.id === `e_${id.slice(2)}`)?.who ?? [];
  });
  const names = new Set([...ids, ...whom.addresses, ...own].map(nameKey));
  names.delete("");
  const all = new Set([...names].flatMap((name) => byWho.get(name) ?? []));
  return [...all].sort((a, b) => a - b).flatMap((at) => events[at] ?? []);
}

/** As a run applies what it meets of one second; what Stripe was silent about at first found its row made by another. */
function inTurn(one: EventRow, other: EventRow): number {
  const late = Number(foundItsRow(one)) - Number(foundItsRow(other));
  const received = (one.received_at ?? 0) - (other.received_at ?? 0);
  return late || received || (one.key < other.key ? -1 : 1);
}

const FOUND = (["en", "zh"] as const).map((language) =>
  say(reason("samePayment", { key: "" }), language),
);

function foundItsRow({ reason: told }: EventRow): boolean {
  return FOUND.some((words) => told.endsWith(words));
}

/** Stripe is not asked: what it told stands in Events, and what it came to on the person. */
function silent(ports: Ports): Ports {
  return { ...ports, stripe: { get: () => NOT_ASKED } };
}

const NOT_ASKED = { kind: "unreachable", why: "", refused: true } as const;
