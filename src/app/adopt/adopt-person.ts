// One person of somebody's own sheet, from all the lines about them: who they are here, and which rows they get.
import type { ContactRow } from "../../../sheets-schema/index";
import type { AdoptLine } from "../../events/adopt-line";
import { addressMarks } from "../../model/address-marks";
import { adoptedEntry, type Enrollment, flowOf, isOpen } from "../../model/enrollment";
import type { Flow } from "../../model/flow";
import { knownRows, withKnownRow } from "../../model/known-rows";
import { withItems } from "../../model/list-cell";
import { BY_LIST } from "../../model/payment";
import { reason } from "../../model/reason";
import { isTestPerson } from "../../model/test-person";
import { blankContact } from "../../state/blank";
import { paidContact } from "../../state/close";
import { madeReal } from "../../state/made-real";
import { settled } from "../../state/settle";
import type { Book } from "../book";
import { failedFlow } from "./adopt-flow";
import { type Adopting, adoptedRow, type Standing } from "./adopt-row";
import { type Agreement, type ListChoice, listTag, metAgain, statedBasis } from "./import-person";

/** A line with the flow it is about; "" for a person who gets no row. */
export interface FlowLine {
  readonly line: AdoptLine;
  readonly flow: string;
}
export interface Adopted {
  readonly contact: ContactRow;
  /** Was here before. */
  readonly known: boolean;
  /** New ones. */
  readonly rows: readonly Enrollment[];
  /** Rows that stood here and are stopped by what the sheet says. */
  readonly stopped: readonly Enrollment[];
  /** Numbers of lines that say the same once more, and were not taken. */
  readonly twice: readonly number[];
}
export interface Office {
  readonly book: Book;
  readonly adopting: Adopting;
  /** Why there is consent where no column says so, "" when there is none. */
  readonly basis: string;
  /** Null: a tab that goes on here. */
  readonly list: ListChoice | null;
  /** The event that holds these words. */
  readonly proofOf: (agreement: Agreement) => string;
  /** Neither somebody's here nor of somebody erased. */
  readonly isFree: (address: string) => boolean;
  readonly digest: (text: string) => string;
}

export function adoptPerson(lines: readonly FlowLine[], office: Office): Adopted {
  const { book, digest } = office;
  const all = lines.map(({ line }) => line);
  const email = all[0]?.email ?? "";
  const before = book.byAddress(email);
  // What is left of a rehearsal is none of their past.
  const own = book.person(before).enrollments.filter(({ test }) => !test);
  const contact = withStops(personOf(before, all, email, office), all, office);
  const silent = office.list !== null && contact.consent !== "YES";
  const wanted = wantedRows(lines, office, silent);
  const rows: Enrollment[] = [];
  for (const { flow, standing } of wanted.rows) {
    const rule = office.adopting.ground.rules.get(flow);
    if (rule === undefined || stands(flow, contact, [...own, ...rows])) continue;
    const entryEvent = adoptedEntry(digest(`${contact.email} ${flow}`).slice(0, 16));
    const row = adoptedRow(contact, [], rule, standing, entryEvent, office.adopting);
    if (book.enrollment(row.row.id) !== null) continue;
    rows.push(silent ? withoutBasis(row, office.adopting) : row);
  }
  const marks = { ...office.adopting.ground, at: office.adopting.ground.now };
  const stopped = own.flatMap((one) => {
    const next = settled(contact, one, marks);
    return next === one ? [] : [next];
  });
  const listed = rows.reduce<ContactRow>((one, row) => withKnownRow(one, row), contact);
  return { contact: listed, known: before !== null, rows, stopped, twice: wanted.twice };
}

function withoutBasis(one: Enrollment, { ground, why }: Adopting): Enrollment {
  const { status, next_step: step } = one.row;
  if (!isOpen(status) || step === "") return one;
  const told = ground.say(reason("noConsent", { step }));
  return { ...one, row: { ...one.row, why: why(told) } };
}

/** In this flow already, or deleted from it by hand: the sheet adds nothing. */
function stands(flow: string, contact: ContactRow, own: readonly Enrollment[]): boolean {
  const known = knownRows(contact).filter(({ test }) => !test);
  return own.some(({ row }) => row.flow === flow) || known.some(({ id }) => flowOf(id) === flow);
}

/** Whoever is adopted is real, also where a rehearsal met them first. */
function personOf(
  before: ContactRow | null,
  lines: readonly AdoptLine[],
  email: string,
  office: Office,
): ContactRow {
  const { list } = office;
  const isKnown = before !== null && !isTestPerson(before);
  if (isKnown && list === null) return before;
  const fresh = newContact(lines, email, office);
  if (isKnown && list !== null) return metAgain(before, fresh, list);
  if (before === null) return fresh;
  const real = madeReal(before);
  const filled = Object.entries(real).filter(([, value]) => value !== "" && value !== null);
  const { consent, consent_at, consent_proof } = fresh;
  return { ...fresh, ...Object.fromEntries(filled), consent, consent_at, consent_proof };
}

/** The same address makes the same person again, also after a run that was cut. */
function newContact(lines: readonly AdoptLine[], email: string, office: Office): ContactRow {
  const { adopting, list, digest } = office;
  const { now } = adopting.ground;
  const times = lines.flatMap((line) => [line.enteredAt, line.firstAt, line.lastAt]);
  const seen = times.filter((time) => time !== null);
  const text = (field: "name" | "source" | "locale" | "phone" | "website" | "notes") =>
    lines.map((line) => line[field]).find((value) => value !== "") ?? "";
  const agreed = agreementOf(lines, office);
  const others = lines.flatMap((line) => line.others).filter((one) => one !== email);
  return {
    ...blankContact("", false),
    id: `c_${digest(email).slice(0, 16)}`,
    ...{ email, sealed: email, name: text("name"), phone: text("phone") },
    ...{ website: text("website"), notes: text("notes"), locale: text("locale") },
    aliases: [...new Set(others)].filter(office.isFree).join(", "),
    tags: withItems(list === null ? "" : listTag(list), addressMarks(email)),
    source: text("source") || (list?.name ?? "adopted"),
    first_event: list === null ? "adopted" : "imported",
    first_seen_at: seen.length === 0 ? now : Math.min(...seen),
    consent: agreed === null ? "NO" : "YES",
    consent_at: agreed === null ? null : (agreed.at ?? now),
    consent_proof: agreed === null ? "" : office.proofOf(agreed),
  };
}

interface Agreed extends Agreement {
  readonly at: number | null;
}

function agreementOf(lines: readonly AdoptLine[], { list, basis }: Office): Agreed | null {
  if (list === null) {
    const said = lines.map(({ consent }) => consent).filter((one) => one !== null);
    const agrees = said.length > 0 ? said.includes(true) : basis !== "";
    return agrees ? { basis: "consent", words: basis, at: null } : null;
  }
  const stated = statedBasis(lines, list, basis);
  const times = lines.flatMap(({ basisAt }) => basisAt ?? []);
  return stated === null ? null : { ...stated, at: times[0] ?? null };
}

/** What stops mails counts, also of whoever is known here. */
function withStops(
  contact: ContactRow,
  lines: readonly AdoptLine[],
  { adopting }: Office,
): ContactRow {
  const { now } = adopting.ground;
  const left = lines.find(({ suppressed }) => suppressed !== "")?.suppressed ?? "";
  const stopped: ContactRow =
    left === "" || contact.suppressed !== ""
      ? contact
      : { ...contact, suppressed: left, suppressed_at: now };
  const paid = lines.filter((line) => line.paid).map((line) => paidAt(line, now));
  if (paid.length === 0 || stopped.paid === "YES") return stopped;
  const payment = { at: Math.min(...paid), key: BY_LIST, offer: "", customer: "" };
  return paidContact(stopped, payment);
}

/** When nobody has written it down: the last that is known of them. */
function paidAt(line: AdoptLine, now: number): number {
  return line.paidAt ?? line.lastAt ?? line.failedAt ?? line.enteredAt ?? now;
}

interface Wanted {
  readonly flow: string;
  readonly standing: Standing;
}

/** Of several lines about one flow the furthest counts. */
function wantedRows(
  lines: readonly FlowLine[],
  { adopting }: Office,
  silent: boolean,
): { readonly rows: readonly Wanted[]; readonly twice: readonly number[] } {
  const best = new Map<string, FlowLine>();
  const twice: number[] = [];
  for (const one of lines) {
    const other = best.get(one.flow);
    const further = other === undefined || furthest(one.line) > furthest(other.line);
    if (further) best.set(one.flow, one);
    if (other !== undefined) twice.push((further ? other : one).line.row);
  }
  const { rules, now } = adopting.ground;
  const failed = failedFlow(rules);
  const last = Math.max(0, ...(rules.get(failed)?.steps ?? []).map(({ stage }) => stage + 1));
  const rows = [...best.values()].flatMap(({ line, flow }) => {
    const own = flow !== "" && flow !== failed && !isOnlyFailed(line);
    const stage = line.stage ?? (silent ? firstMarketing(rules.get(flow)) : 0);
    const standing = { ...line, stage, payment: "", nameless: false };
    const wanted = own ? [{ flow, standing: { ...standing, paidAt: paidAt(line, now) } }] : [];
    const fails = failed !== "" && flow !== "" && (line.failed || flow === failed);
    return fails
      ? [...wanted, { flow: failed, standing: failure(line, flow === failed, last, now) }]
      : wanted;
  });
  return { rows, twice };
}

/** Who has stated nothing has asked for nothing either: what others ask for is passed by. */
function firstMarketing(flow: Flow | undefined): number {
  const steps = flow?.steps.filter(({ sentOn }) => sentOn === "stage") ?? [];
  const first = steps.find((step) => step.class === "marketing");
  return first?.stage ?? steps.length;
}

/** A line of a failed payment says nothing of another flow unless it tells how far that is. */
function isOnlyFailed({ failed, stage, nextAt }: AdoptLine): boolean {
  return failed && (stage ?? 0) === 0 && nextAt === null;
}

function furthest({ paid, stage, lastAt }: AdoptLine): number {
  return (paid ? 1e16 : 0) + (stage ?? 0) * 1e14 + (lastAt ?? 0);
}

/**
 * Mails about a failed payment count from the failure, and go only after a look at Stripe whether it is paid by now: where
 * the sheet names no payment, or not when it failed, none goes any more. `last`: the stage beyond its mails.
 */
function failure(line: AdoptLine, inItsFlow: boolean, last: number, now: number): Standing {
  const mine = inItsFlow || isOnlyFailed(line);
  const at = line.failedAt ?? (mine ? line.enteredAt : null);
  const nextAt = mine ? line.nextAt : null;
  const sent = mine ? (line.stage ?? 0) : 0;
  const silent = line.payment === "" || (at === null && nextAt === null);
  return {
    ...line,
    ...(mine ? {} : { firstAt: null, secondAt: null, lastAt: null }),
    nextAt,
    stage: silent ? Math.max(sent, last) : sent,
    enteredAt: at ?? line.lastAt ?? line.enteredAt ?? now,
    stand: line.stand === "done" ? "open" : line.stand,
    paidAt: paidAt(line, now),
    nameless: silent && sent < last,
  };
}
