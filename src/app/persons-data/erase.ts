// Erases a person: from every tab, the archive and the properties. Each step may be repeated, and the row in Contacts goes last,
// so that a run that was cut is finished by the next one.

import type { EventRow } from "../../../sheets-schema/index";
import { isClosed } from "../../model/enrollment";
import { isTestPerson } from "../../model/test-person";
import type { Ports, Store } from "../../ports";
import { LET_GO_EVENT } from "../../words/let-go";
import { ERASED_WORDS } from "../../words/person-data";
import { archiveOf } from "../archive";
import { AUDIT_KEPT } from "../audit/audit-daily";
import { lineOf } from "../check-words";
import { mailsUnderWay } from "../cursor";
import { deletedRowsCheck, forgetNoticed } from "../deleted-rows/deleted-rows-check";
import { readDoorConfig } from "../doors/door-config";
import { appendEvents, eventRow, SPILL_PREFIX } from "../doors/record-event";
import { writeStartHere } from "../report-run";
import { suppress } from "../suppressed";
import { FAILED, PAUSED } from "../timer/error-pause";
import { changeOf, emptiedSend, erasedEvent, erasedPayment } from "./erase-texts";
import { ERASE_PREFIX, readWanted, type Wanted } from "./erase-wanted";
import { rowsOf } from "./person-data";
import {
  holds,
  isPaidBy,
  isSentTo,
  tellsOf,
  type Whose,
  whoseIs,
  withoutMarks,
} from "./person-whose";

export const PERSON_LET_GO = "person.let_go";
/** What is due goes first, and a run ends within minutes. */
const BEGIN_MAX_MS = 60_000;

type Kept = Readonly<Record<string, string>>;

/** The caller holds the batch mutex. How many wait still, as for a mail or a payment under way. */
export function eraseWanted(ports: Ports): number {
  const began = ports.clock.now();
  const all = Object.entries(ports.properties.all()).filter(([key]) =>
    key.startsWith(ERASE_PREFIX),
  );
  let waiting = 0;
  for (const [key, value] of all) {
    const wanted = readWanted(value);
    const late = ports.clock.now() - began > BEGIN_MAX_MS;
    if (late || (wanted !== null && !erased(ports, wanted))) waiting += 1;
    else ports.properties.remove(key);
  }
  return waiting;
}

/** False: not yet. Nothing is mailed meanwhile. */
function erased(ports: Ports, wanted: Wanted): boolean {
  const { store } = ports;
  const kept = ports.properties.all();
  const everybody = store.read("Contacts").map(({ cells }) => cells);
  const whose = whoseIs(everybody, wanted.named);
  if (wanted.by !== "age") silence(ports, whose, wanted);
  const events = store.read("Events").map(({ cells }) => cells);
  const own = events.filter((event) => tellsOf(event, whose));
  if (wanted.by === "age") {
    if (isBack(store, own, whose, wanted)) return true;
    silence(ports, whose, wanted);
  }
  if (isUnderWay(kept, own, whose)) return false;
  emptied(ports, kept, own, whose);
  forgetNames(ports, kept, whose);
  if (!recorded(ports, wanted, events)) return false;
  store.remove(
    "Queue",
    rowsOf(store, whose).map(({ id }) => id),
  );
  store.remove(
    "Contacts",
    whose.contacts.map(({ id }) => id),
  );
  store.flush();
  return true;
}

/** Somebody of whom nothing was heard for years is heard of just now. */
function isBack(store: Store, own: readonly EventRow[], whose: Whose, { at }: Wanted): boolean {
  const open = rowsOf(store, whose).some(({ status }) => !isClosed(status));
  return open || own.some(({ received_at }) => (received_at ?? 0) > at);
}

/** First of all, for whatever cuts the rest. Whoever was rehearsed as is not barred, nor who has not left and is only forgotten. */
function silence(ports: Ports, { contacts, addresses }: Whose, { by, at }: Wanted): void {
  const why = by === "reader" ? "unsubscribed" : "by hand";
  const isTest = contacts.length > 0 && contacts.every(isTestPerson);
  const left = contacts.find(({ suppressed }) => suppressed !== "");
  const since = left?.suppressed_at ?? at;
  const barred = !isTest && (by !== "age" || left !== undefined);
  for (const address of barred ? addresses : []) {
    suppress(ports, address, { why: left?.suppressed ?? why, since });
  }
  const changes = contacts.map(({ id, suppressed, suppressed_at }) => {
    const stop = { suppressed: suppressed || why, suppressed_at: suppressed_at ?? at } as const;
    // Nobody misses the rows that go next.
    return { id, cells: { ...(by === "age" ? {} : stop), rows: "" } };
  });
  if (changes.length > 0) ports.store.update("Contacts", changes);
}

/** A mail that may have gone is looked for by its address; money that came is counted first. */
function isUnderWay(kept: Kept, own: readonly EventRow[], whose: Whose): boolean {
  const spilled = Object.entries(kept).some(
    ([key, value]) => key.startsWith(SPILL_PREFIX) && namesIn(value, whose),
  );
  const paying = own.some(({ source, outcome }) => source === "stripe" && outcome === "");
  return spilled || paying || mailsUnderWay(kept);
}

function namesIn(text: string, { contacts, addresses }: Whose): boolean {
  const marks = [...contacts.map(({ id }) => id), ...addresses];
  return marks.some((mark) => holds(text.toLowerCase(), mark.toLowerCase()));
}

function emptied(ports: Ports, kept: Kept, events: readonly EventRow[], whose: Whose): void {
  const { store, archive } = ports;
  const { language } = readDoorConfig(kept);
  const why = ERASED_WORDS[language];
  const event = (row: EventRow) => erasedEvent(row, whose, language);
  const sends = store.read("Sends").flatMap(({ cells }) => (isSentTo(cells, whose) ? cells : []));
  const paid = store
    .read("Unmatched")
    .flatMap(({ cells }) => (isPaidBy(cells, whose) ? cells : []));
  store.update(
    "Events",
    events.flatMap((row) => changeOf(row, event(row), row.id)),
  );
  store.update(
    "Sends",
    sends.flatMap((row) => changeOf(row, emptiedSend(row, why), row.send_key)),
  );
  store.update(
    "Unmatched",
    paid.flatMap((row) => changeOf(row, erasedPayment(row, whose), row.payment)),
  );
  const file = archiveOf(kept)?.fileId;
  if (file === undefined) return;
  const told = archive.read(file, "Events").filter((row) => tellsOf(row, whose));
  const mailed = archive.read(file, "Sends").filter((row) => isSentTo(row, whose));
  archive.replace(file, "Events", told.map(event));
  archive.replace(
    file,
    "Sends",
    mailed.map((row) => emptiedSend(row, why)),
  );
}

/** What is told of some by name: rows that were deleted or differ, answers to a press, errors in a service's own words. */
function forgetNames(ports: Ports, kept: Kept, whose: Whose): void {
  const { store, properties, clock } = ports;
  const names = (text: string) => namesIn(text, whose);
  if (forgetNoticed(ports, kept, names)) {
    const { language } = readDoorConfig(kept);
    writeStartHere(ports, [lineOf(deletedRowsCheck({}), language, clock.now())]);
  }
  for (const name of TELL_NAMES) {
    const text = kept[name] ?? "";
    if (names(text)) properties.set(name, withoutMarks(text, whose));
  }
  const lines = store.read("Start here").flatMap(({ cells: { id, what_to_do, answer } }) => {
    if (!names(`${what_to_do}\n${answer}`)) return [];
    const told = { what_to_do: withoutMarks(what_to_do, whose) };
    return [{ id, cells: { ...told, answer: withoutMarks(answer, whose) } }];
  });
  if (lines.length > 0) store.update("Start here", lines);
  const runs = store.read("Runs").flatMap(({ cells: { run, errors } }) => {
    return names(errors) ? [{ id: run, cells: { errors: withoutMarks(errors, whose) } }] : [];
  });
  if (runs.length > 0) store.update("Runs", runs);
}

const TELL_NAMES = [AUDIT_KEPT, PAUSED, FAILED];

/** Once, and it says of nobody who it was. False: Events was busy. */
function recorded(ports: Ports, wanted: Wanted, events: readonly EventRow[]): boolean {
  const { by, at, named } = wanted;
  const type = by === "age" ? PERSON_LET_GO : "person.erased";
  // Many go at the same moment by their age; an id is a random name.
  const key = `${type}:${by === "age" ? ports.secrets.digest(named).slice(0, 16) : at}`;
  if (events.some((event) => event.key === key)) return true;
  const { language } = readDoorConfig(ports.properties.all());
  const said = by === "age" ? LET_GO_EVENT.person : ERASED_WORDS;
  const event = eventRow(ports, {
    ...{ source: by === "reader" ? "page" : "sheet", type, key, who: "" },
    ...{ payload: "", occurredAt: at, outcome: "APPLIED", reason: said[language] },
    stops: false,
  });
  return appendEvents(ports, [event]);
}
