// What a rehearsal leaves behind: rows that began in it, and people it made.
import type { ContactRow } from "../../sheets-schema/index";
import { contactIdOf, type Enrollment } from "../model/enrollment";
import type { Ports } from "../ports";
import { TEST_TAG } from "../state/blank";
import { unseal } from "../state/seal";

export function testEnrollments({ store }: Ports): readonly Enrollment[] {
  return store.read("Queue").flatMap(({ cells }) => {
    const enrollment = unseal(cells);
    return enrollment?.test ? [enrollment] : [];
  });
}

export interface TestRows {
  readonly enrollments: readonly Enrollment[];
  /** Tagged, and with no row of their own that is real. */
  readonly contacts: readonly ContactRow[];
  /** Everybody with a test row who stays. */
  readonly staying: readonly ContactRow[];
}

/** `kept`: ids of rows that are real people. */
export function testRows(ports: Ports, kept: ReadonlySet<string>): TestRows {
  const rows = ports.store.read("Queue").flatMap(({ cells }) => unseal(cells) ?? []);
  const goes = ({ row, test }: Enrollment) => test && !kept.has(row.id);
  const enrollments = rows.filter(goes);
  const owners = new Set(rows.filter((one) => !goes(one)).map(({ row }) => contactIdOf(row.id)));
  const touched = new Set(enrollments.map(({ row }) => contactIdOf(row.id)));
  const people = ports.store.read("Contacts").map(({ cells }) => cells);
  const contacts = people.filter((one) => isTagged(one) && !owners.has(one.id));
  const gone = new Set(contacts.map(({ id }) => id));
  const staying = people.filter(({ id }) => touched.has(id) && !gone.has(id));
  return { enrollments, contacts, staying };
}

function isTagged({ id, tags }: ContactRow): boolean {
  return id !== "" && tags.split(",").some((tag) => tag.trim() === TEST_TAG);
}
