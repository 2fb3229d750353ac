// Mails that came in as events, where they are about a mail of ours. A bounce counts only in the conversation of the mail it
// names, or where it carries that mail's mark: anybody can write that an address is dead.
import type { EventRow, SendRow } from "../../../sheets-schema/index";
import { nameKey } from "../../events/address";
import { SERVER } from "../../events/bounce-phrases";
import { type IncomingMail, readIncoming } from "../../events/incoming-mail";
import { type MailTold, mailEventType } from "../../events/mail-event";
import type { MailWhat } from "../../model/fact";
import { readSettings, type Settings } from "../../model/settings";
import { DAY_MS } from "../../model/time";
import type { ArrivedMail, Ports } from "../../ports";
import { eventRow } from "../doors/record-event";
import { SentIndex } from "../sending/sent-index";

type Kept = Readonly<Record<string, string>>;

export interface Heard {
  readonly rows: readonly EventRow[];
  /** Contacts whose answers hold their rows. */
  readonly answered: readonly string[];
  /** How many mails were read whole. */
  readonly read: number;
}
/** One person's part in one mail. */
interface Told extends MailTold {
  readonly contact: string;
}
interface Reading {
  readonly ports: Ports;
  readonly settings: Settings;
  readonly sent: SentIndex;
  readonly owner: string;
}

const WHAT_OF = {
  "bounce hard": "bounced",
  "bounce soft": "undelivered",
  complaint: "complained",
  stop: "stop",
  "human reply": "replied",
  "automatic reply": "auto",
} as const satisfies Readonly<Record<Exclude<IncomingMail["kind"], "other">, MailWhat>>;
/** Complaints come from programs of providers, under names of their own. */
const REPORTS = /feedback|fbl|abuse|complain/i;
const SOFT_SINCE_MS = 30 * DAY_MS;

export function mailEvents(ports: Ports, kept: Kept, mails: readonly ArrivedMail[]): Heard {
  const settings = readSettings(ports.store.read("Settings"));
  const sent = new SentIndex(ports, kept);
  const reading = { ports, settings, sent, owner: kept.owner ?? "" };
  const own = [reading.owner, settings.senderAlias, settings.replyTo.toLowerCase()];
  const theirs = mails.filter(({ from }) => !own.includes(from));
  const some = theirs.filter((mail) => sent.knows(mail) || isOfMachine(mail));
  // The owner may answer from any address of the account.
  const aliases = some.length > 0 ? ports.mailer.aliases() : [];
  const others = some.filter(({ from }) => !aliases.includes(from));
  const unknown = others.filter(({ id }) => !isRecorded(ports, id));
  const told = unknown.flatMap((mail) =>
    toldIn(reading, mail).map((one) => ({ ...one, row: rowOf(ports, mail, one) })),
  );
  const answered = told.filter(({ what, onReply }) => what === "replied" && onReply === "pause");
  return {
    rows: told.map(({ row }) => row),
    answered: answered.map(({ contact }) => contact),
    read: unknown.length,
  };
}

function isOfMachine({ fromWhole }: ArrivedMail): boolean {
  return SERVER.test(fromWhole) || REPORTS.test(fromWhole);
}

/** By a run that was cut before it noted so. */
function isRecorded({ store }: Ports, id: string): boolean {
  return store.find("Events", "key", `mail:${id}:`).length > 0;
}

function toldIn(reading: Reading, mail: ArrivedMail): readonly Told[] {
  const { ports, sent } = reading;
  const incoming = readIncoming(ports.mailbox.raw(mail.id), (bytes, charset) =>
    ports.mailbox.decode(bytes, charset),
  );
  if (incoming.kind === "other") return [];
  const what = WHAT_OF[incoming.kind];
  const about = sent.about(mail, incoming.tokens);
  const named = whomNamed(what, incoming, about, sent.to(mail.from), mail.from);
  return named.map((send) => told(reading, mail, what, incoming, send));
}

/** The mails of ours it is about, one a person. */
function whomNamed(
  what: MailWhat,
  { addresses }: IncomingMail,
  about: readonly SendRow[],
  writer: readonly SendRow[],
  from: string,
): readonly SendRow[] {
  const names = addresses.map(nameKey);
  const theirs = about.filter(({ email }) => names.includes(nameKey(email)));
  if (what === "bounced" || what === "undelivered") return onePerPerson(theirs);
  // A provider may leave out who complained; the mail they send back says it.
  if (what === "complained") return onePerPerson(theirs.length > 0 ? theirs : about);
  const wrote = about.filter(({ email }) => nameKey(email) === nameKey(from));
  const persons = onePerPerson(wrote.length > 0 ? wrote : about);
  if (persons.length === 1) return persons;
  // Who wants no more mails need not answer one of them.
  return what === "stop" && persons.length === 0 ? onePerPerson(writer) : [];
}

/** The latest to each. */
function onePerPerson(sends: readonly SendRow[]): readonly SendRow[] {
  return [...new Map(sends.map((send) => [send.contact, send])).values()];
}

function told(
  { ports, settings, owner }: Reading,
  mail: ArrivedMail,
  what: MailWhat,
  { addresses, temporary }: IncomingMail,
  send: SendRow,
): Told {
  const { onReply, softBounces: of } = settings.mail;
  const bounced = what === "bounced" || what === "undelivered";
  const address = bounced ? send.email.toLowerCase() : (addresses[0] ?? send.email).toLowerCase();
  const about = { what, address, enrollment: send.enrollment, onReply, of, contact: send.contact };
  const counts = what === "undelivered" && !temporary;
  const count = counts ? failures(ports, about, mail) : 0;
  return { ...about, link: linkTo(owner, mail), count };
}

/** This one, and those of the last month that were no second word on the same mail. */
function failures(
  { store }: Ports,
  { contact, address }: Omit<Told, "link" | "count">,
  mail: ArrivedMail,
) {
  const before = store
    .find("Events", "type", mailEventType("undelivered"))
    .filter(({ cells }) => cells.who === contact)
    .filter(({ cells }) => (cells.occurred_at ?? 0) > mail.at - SOFT_SINCE_MS)
    .flatMap(({ cells }) => payloadOf(cells))
    .filter((one) => one.address === address && one.count > 0);
  const threads = new Set([...before.map(({ thread }) => thread), mail.threadId]);
  return threads.size;
}

interface Payload {
  readonly address: string;
  readonly count: number;
  readonly thread: string;
}
function payloadOf({ payload }: EventRow): readonly Payload[] {
  try {
    return [JSON.parse(payload) as Payload];
  } catch {
    return [];
  }
}

function linkTo(owner: string, { threadId }: ArrivedMail): string {
  return `https://mail.google.com/mail/?authuser=${encodeURIComponent(owner)}#all/${threadId}`;
}

function rowOf(ports: Ports, mail: ArrivedMail, { contact, what, ...payload }: Told): EventRow {
  return eventRow(ports, {
    source: "mailbox",
    type: mailEventType(what),
    key: `mail:${mail.id}:${contact}`,
    who: contact,
    payload: JSON.stringify({ ...payload, thread: mail.threadId }),
    occurredAt: mail.at,
    stops: false,
  });
}
