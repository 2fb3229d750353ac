// Adopted rows as their event keeps them, so that each can be worked out once more like any other.
import type { ContactRow, QueueRow } from "../../sheets-schema/index";

export interface Seed {
  readonly contact: ContactRow;
  readonly rows: readonly QueueRow[];
}
type Cells = Readonly<Record<string, string | number | null>>;
interface Kept {
  readonly c: Cells;
  readonly q: readonly Cells[];
}

/** A cell of Events holds 50,000 characters. */
const PAYLOAD_MAX = 45_000;

/** As few payloads as hold them all. */
export function seedPayloads(seeds: readonly Seed[]): readonly string[] {
  const payloads: string[] = [];
  let some: string[] = [];
  let size = 0;
  for (const { contact, rows } of seeds) {
    const text = JSON.stringify({ c: filled(contact), q: rows.map(filled) });
    if (size + text.length > PAYLOAD_MAX && some.length > 0) {
      payloads.push(`{"rows":[${some.join(",")}]}`);
      some = [];
      size = 0;
    }
    some.push(text);
    size += text.length + 1;
  }
  return some.length === 0 ? payloads : [...payloads, `{"rows":[${some.join(",")}]}`];
}

/** What `why` says follows from the rest. */
function filled(row: ContactRow | QueueRow): Cells {
  const cells = Object.entries(row).filter(
    ([name, value]) => value !== "" && value !== null && name !== "why",
  );
  return Object.fromEntries(cells);
}

/** Those of one contact; a damaged cell holds none. */
export function readSeeds(
  payload: string,
  contactId: string,
  blank: { readonly contact: ContactRow; readonly row: QueueRow },
): readonly Seed[] {
  const kept = parsed(payload).filter(({ c }) => c.id === contactId);
  return kept.map(({ c, q }) => ({
    contact: { ...blank.contact, ...(c as Partial<ContactRow>) },
    rows: q.map((cells) => ({ ...blank.row, ...(cells as Partial<QueueRow>) })),
  }));
}

function parsed(payload: string): readonly Kept[] {
  try {
    const { rows } = JSON.parse(payload) as { rows?: unknown };
    return Array.isArray(rows) ? (rows as readonly Kept[]) : [];
  } catch {
    return [];
  }
}
