// Contacts and Queue as one run sees them: read once, decided on in memory, written back as differences.
import { type ContactRow, contacts, type QueueRow, queue } from "../../sheets-schema/index";
import { addressesIn, normalAddress } from "../events/address";
import { contactIdOf, type Enrollment, isClosed } from "../model/enrollment";
import type { Decision, EditChange, PersonState } from "../model/fact";
import { withKnownRow } from "../model/known-rows";
import type { Payment } from "../model/payment";
import { reason, say } from "../model/reason";
import { isTestPerson, sealedFor } from "../model/test-person";
import type { Language, Ports, RowChange, StoredRow } from "../ports";
import { moved } from "../state/close";
import { editsOf, seal, unseal } from "../state/seal";
import { addChange, differences, withOddMarks, without } from "./book-cells";
import { isOwn } from "./own-row";
import { PeopleIndex } from "./people-index";

export interface EditedRow {
  readonly id: string;
  readonly email: string;
  readonly sealed: string;
  readonly changes: readonly EditChange[];
}
export interface BookRows {
  readonly contacts: readonly StoredRow<"Contacts">[];
  readonly queue: readonly StoredRow<"Queue">[];
}
interface Held<R, S> {
  value: R;
  /** The cells as read; null for a row not in the sheet yet. */
  readonly seen: S | null;
  /** Columns whose cells held something illegal: known, so that writing over it is meant. */
  readonly odd: readonly string[];
}

export class Book {
  readonly edited: readonly EditedRow[];
  /** Ids that stand in two open rows: a person copied one, and nobody can tell which counts. */
  readonly twins: ReadonlySet<string>;
  /** Rows that are nobody's, as the sheet numbers them. */
  readonly strangers: readonly number[];
  readonly #contacts = new Map<string, Held<ContactRow, ContactRow>>();
  readonly #enrollments = new Map<string, Held<Enrollment, QueueRow>>();
  /** Rows that cannot be read, as one that a cut run left beside its headers: whoever is entered there anew is written over it. */
  readonly #broken = new Map<string, Omit<Held<Enrollment, QueueRow>, "value">>();
  /** What may differ from the sheet: of a hundred thousand rows a run changes few. */
  readonly #touched = new Set<string>();
  /** Contact → its rows. */
  #rowsOf: Map<string, Set<string>> | undefined;
  #index: PeopleIndex | undefined;
  /** Who was joined with somebody: few. */
  readonly #joined = new Set<string>();
  /** Many ask for all rows between two changes. */
  #listed: readonly Enrollment[] | undefined;
  #everybody: readonly ContactRow[] | undefined;

  /** `of`: these people alone. */
  constructor({ store, workbook }: Ports, of?: BookRows) {
    for (const { cells, odd } of of?.contacts ?? store.read("Contacts")) {
      if (cells.id === "" || this.#contacts.has(cells.id)) continue;
      const value = withOddMarks(cells, odd);
      this.#contacts.set(cells.id, { value, seen: value, odd: [] });
      if (value.merged_into !== "") this.#joined.add(value.id);
    }
    const edited: EditedRow[] = [];
    const twins = new Set<string>();
    const strangers: number[] = [];
    for (const { row, cells, odd } of of?.queue ?? store.read("Queue")) {
      const enrollment = unseal(cells);
      if (!isOwn(cells, odd)) strangers.push(row);
      if (enrollment === null) {
        if (cells.id !== "") this.#broken.set(cells.id, { seen: cells, odd: Object.keys(odd) });
        continue;
      }
      const upper = this.#enrollments.get(cells.id);
      if (upper !== undefined) {
        this.#holdTwin(upper, enrollment, twins);
        continue;
      }
      this.#enrollments.set(cells.id, { value: enrollment, seen: cells, odd: Object.keys(odd) });
      const changes = editsOf(enrollment.row, cells, odd, workbook.sameWallTime);
      const { id, email, sealed } = cells;
      if (changes.length > 0) edited.push({ id, email, sealed, changes });
      if (changes.length > 0 || Object.keys(odd).length > 0) this.#touched.add(id);
    }
    this.edited = edited;
    this.twins = twins;
    this.strangers = strangers;
  }

  /** Of two rows with one id the upper is written; a closed one wins, so that a stop is never undone by sorting. */
  #holdTwin(upper: Held<Enrollment, QueueRow>, lower: Enrollment, twins: Set<string>): void {
    if (isClosed(upper.value.row.status)) return;
    if (isClosed(lower.row.status)) {
      upper.value = lower;
      this.#touched.add(lower.row.id);
    } else twins.add(lower.row.id);
  }

  contacts(): readonly ContactRow[] {
    this.#everybody ??= Array.from(this.#contacts.values(), ({ value }) => value);
    return this.#everybody;
  }
  /** As they stand now; what is put afterwards is not in it. */
  enrollments(): readonly Enrollment[] {
    this.#listed ??= Array.from(this.#enrollments.values(), ({ value }) => value);
    return this.#listed;
  }
  /** Whoever was joined with another is met as that one. */
  contact(id: string): ContactRow | null {
    return this.own(this.wholeId(id));
  }
  /** The row itself, joined or not. */
  own(id: string): ContactRow | null {
    return this.#contacts.get(id)?.value ?? null;
  }
  /** The row that stands for the whole person. What a person typed there and leads nowhere, or around, is passed over. */
  wholeId(id: string): string {
    let at = id;
    for (let hops = 0; this.#joined.has(at) && hops <= this.#joined.size; hops += 1) {
      const next = this.own(at)?.merged_into ?? "";
      if (!this.#contacts.has(next)) break;
      at = next;
    }
    return at;
  }
  /** The row of that id or address that was joined with another; null: there is none. */
  joined(named: string): ContactRow | null {
    const address = normalAddress(named);
    const ids = address === null ? [named] : this.#people().ofAddress(address);
    const own = ids.filter((id) => this.wholeId(id) !== id).map((id) => this.own(id));
    return own.find((one) => address === null || isOf(one, address)) ?? null;
  }
  enrollment(id: string): Enrollment | null {
    return this.#enrollments.get(id)?.value ?? null;
  }

  /** By the address as a person is known by it, aliases included. */
  byAddress(address: string): ContactRow | null {
    const wanted = normalAddress(address);
    if (wanted === null) return null;
    const found = this.#people()
      .ofAddress(wanted)
      .find((id) => isOf(this.own(id), wanted));
    return found === undefined ? null : this.contact(found);
  }

  /** Everybody the payment may speak of. */
  payersOf(payment: Payment): readonly ContactRow[] {
    const ids = this.#people().ofPayment(payment);
    return [...new Set(ids.flatMap((id) => this.contact(id) ?? []))];
  }

  person(contact: ContactRow | null): PersonState {
    if (contact === null) return { contact, enrollments: [] };
    const ids = this.wholeOf(contact.id).flatMap((id) => [...(this.#rows().get(id) ?? [])]);
    return { contact, enrollments: ids.flatMap((id) => this.enrollment(id) ?? []) };
  }

  /** Ids of all rows in Contacts that are the same person. */
  wholeOf(id: string): readonly string[] {
    if (this.#joined.size === 0) return [id];
    const whole = this.wholeId(id);
    return [
      whole,
      ...[...this.#joined].filter((one) => one !== whole && this.wholeId(one) === whole),
    ];
  }

  /** Made when it is first asked for: most runs ask for nobody. */
  #people(): PeopleIndex {
    this.#index ??= new PeopleIndex(this.contacts());
    return this.#index;
  }

  /** Made when it is first asked for, too. */
  #rows(): ReadonlyMap<string, Set<string>> {
    if (this.#rowsOf === undefined) {
      this.#rowsOf = new Map();
      for (const id of this.#enrollments.keys()) this.#remember(id);
    }
    return this.#rowsOf;
  }

  #remember(enrollment: string): void {
    const contact = contactIdOf(enrollment);
    const rows = this.#rowsOf?.get(contact);
    if (rows === undefined) this.#rowsOf?.set(contact, new Set([enrollment]));
    else rows.add(enrollment);
  }

  take(decision: Pick<Decision, "contact" | "enrollments">): void {
    const { contact, enrollments } = decision;
    if (contact !== null) this.putContact(contact);
    for (const enrollment of enrollments) this.putEnrollment(enrollment);
  }
  putContact(given: ContactRow): void {
    const sealed = sealedFor(given.email, isTestPerson(given));
    const value = given.sealed === sealed ? given : { ...given, sealed };
    const held = this.#contacts.get(value.id);
    if (held?.value === value) return;
    const { seen, odd } = held ?? NEW;
    this.#contacts.set(value.id, { value, seen, odd });
    if (value.merged_into === "") this.#joined.delete(value.id);
    else this.#joined.add(value.id);
    this.#everybody = undefined;
    this.#touched.add(value.id);
    this.#index?.learn(value);
  }
  putEnrollment(value: Enrollment): void {
    const held = this.#enrollments.get(value.row.id);
    if (held?.value === value) return;
    const { seen, odd } = held ?? this.#broken.get(value.row.id) ?? NEW;
    this.#remember(value.row.id);
    this.#enrollments.set(value.row.id, { value, seen, odd });
    this.#listed = undefined;
    this.#touched.add(value.row.id);
    const contact = this.own(contactIdOf(value.row.id));
    if (contact !== null) this.putContact(withKnownRow(contact, value));
  }

  /** In a replay: a person has deleted it. */
  forget(id: string): void {
    this.#rowsOf?.get(contactIdOf(id))?.delete(id);
    if (this.#enrollments.delete(id)) this.#listed = undefined;
  }

  /** Writes what differs from the sheet. Contacts first: an enrollment never stands without its person. */
  save({ store, log }: Ports, language: Language): void {
    const why = say(reason("cellsSpoiled"), language);
    this.#saveContacts(store);
    const spoiled = this.#saveEnrollments(store);
    if (spoiled.length === 0) return;
    for (const id of spoiled) this.review(id, why);
    for (const id of this.#saveEnrollments(store)) log.warn(`Queue row ${id} cannot be written`);
  }

  /** A person must look at this row. */
  review(id: string, why: string): void {
    const enrollment = this.enrollment(id);
    const cause = { at: 0, eventId: "", stopReason: "", why };
    const review = enrollment === null ? null : moved(enrollment, "review", cause);
    if (review !== null) this.putEnrollment(review);
  }

  #saveContacts(store: Ports["store"]): void {
    const fresh: ContactRow[] = [];
    const changes: RowChange<"Contacts">[] = [];
    const gone = store.gone("Contacts") ?? [];
    for (const [id, { value, seen }] of this.#changed(this.#contacts)) {
      if (seen === null) fresh.push(value);
      else addChange(changes, id, differences(contacts.columns, value, seen, gone));
      this.#contacts.set(id, { value, seen: value, odd: [] });
    }
    if (fresh.length > 0) store.append("Contacts", fresh);
    if (changes.length > 0) store.update("Contacts", changes);
  }

  /** In the order they were touched, each from then on untouched. */
  #changed<H>(held: ReadonlyMap<string, H>): readonly (readonly [string, H])[] {
    return [...this.#touched].flatMap((id) => {
      const one = held.get(id);
      if (one === undefined) return [];
      this.#touched.delete(id);
      return [[id, one] as const];
    });
  }

  #saveEnrollments(store: Ports["store"]): readonly string[] {
    const fresh: QueueRow[] = [];
    const changes: RowChange<"Queue">[] = [];
    const gone = store.gone("Queue") ?? [];
    for (const [id, { value, seen, odd }] of this.#changed(this.#enrollments)) {
      const cells =
        seen === null
          ? {}
          : differences(queue.columns, { ...value.row, sealed: seal(value) }, seen, gone, odd);
      if (seen !== null && Object.keys(cells).length === 0) continue;
      const next = { ...value, revision: value.revision + 1 };
      const row = { ...value.row, sealed: seal(next) };
      this.#enrollments.set(id, { value: { ...next, row }, seen: row, odd: [] });
      this.#listed = undefined;
      if (seen === null) fresh.push(row);
      else changes.push({ id, cells: { ...cells, sealed: row.sealed }, seen: without(seen, odd) });
    }
    if (fresh.length > 0) store.append("Queue", fresh);
    return changes.length === 0 ? [] : store.update("Queue", changes).spoiled;
  }
}

function isOf(contact: ContactRow | null, address: string): boolean {
  const theirs = contact === null ? [] : addressesIn(contact);
  return theirs.some((own) => normalAddress(own) === address);
}

const NEW = { seen: null, odd: [] };
