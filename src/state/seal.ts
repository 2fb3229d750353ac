// The seal: what the machine last wrote to the cells a person may edit. A difference is an edit by hand.
import type { QueueRow, Status } from "../../sheets-schema/index";
import type { Closing, Enrollment, Owed, Taken, Undo } from "../model/enrollment";
import type { EditChange } from "../model/fact";
import { SECOND_MS } from "../model/time";
import { unsealFirst } from "./seal-first";

/** Short names: the cell stands in every row. */
interface Sealed {
  readonly s: string;
  readonly p: string;
  readonly g: number | null;
  readonly n: string;
  readonly r?: string;
  readonly c?: string;
  /** Absent in rows that an older version wrote: then the cell is believed. */
  readonly m?: string;
  readonly e: string;
  readonly v: number;
  readonly o?: readonly Owed[];
  readonly x?: Closing;
  readonly h?: string;
  readonly w?: true;
  readonly l?: number;
  readonly t?: string;
  readonly d?: string;
  readonly f?: string;
  readonly z?: true;
  readonly k?: true;
  readonly u?: Undo;
  readonly q?: string;
  readonly j?: readonly Taken[];
}

export function seal(enrollment: Enrollment): string {
  const { row, entryEvent, owed, revision, closing, heldBy, switched } = enrollment;
  const { steppedAt, timedBy, delivery, offer, test, rarely, undo, asked, taken } = enrollment;
  const sealed: Sealed = {
    s: row.status,
    p: row.paid,
    g: row.stage,
    n: timeText(row.next_at),
    ...(row.result_url === "" ? {} : { r: row.result_url }),
    ...(row.conclusion === "" ? {} : { c: row.conclusion }),
    ...(row.promised === "" && row.price === "" ? {} : { m: row.promised }),
    e: entryEvent,
    v: revision,
    ...(owed.length === 0 ? {} : { o: owed }),
    ...(closing === null ? {} : { x: closing }),
    ...(heldBy === "" ? {} : { h: heldBy }),
    ...(switched ? { w: true } : {}),
    ...(steppedAt === null ? {} : { l: steppedAt }),
    ...(timedBy === "" ? {} : { t: timedBy }),
    ...(delivery === "" ? {} : { d: delivery }),
    ...(offer === "" ? {} : { f: offer }),
    ...(test ? { z: true } : {}),
    ...(rarely ? { k: true } : {}),
    ...(undo === null ? {} : { u: undo }),
    ...(asked === "" ? {} : { q: asked }),
    ...(taken.length === 0 ? {} : { j: taken }),
  };
  return JSON.stringify(sealed);
}

/** The enrollment as the machine knows it; null for a row the machine did not make. */
export function unseal(cells: QueueRow): Enrollment | null {
  if (cells.id === "") return null;
  if (!cells.sealed.startsWith("{")) return unsealFirst(cells);
  const sealed = parsed(cells.sealed);
  if (sealed === null) return null;
  return {
    row: rowOf(cells, sealed),
    entryEvent: sealed.e,
    owed: sealed.o ?? [],
    revision: sealed.v,
    closing: sealed.x ?? null,
    heldBy: sealed.h ?? "",
    switched: sealed.w ?? false,
    steppedAt: sealed.l ?? null,
    timedBy: sealed.t ?? "",
    delivery: sealed.d ?? "",
    offer: sealed.f ?? "",
    test: sealed.z ?? false,
    rarely: sealed.k ?? false,
    undo: sealed.u ?? null,
    asked: sealed.q ?? "",
    taken: sealed.j ?? [],
  };
}

/** Of a hundred thousand rows a person has touched few: the others need no copy. */
function rowOf(cells: QueueRow, sealed: Sealed): QueueRow {
  const row = {
    status: sealed.s as Status,
    paid: sealed.p === "YES" ? "YES" : "NO",
    stage: sealed.g,
    next_at: sealed.n === "" ? null : Date.parse(sealed.n),
    do: "",
    result_url: sealed.r ?? "",
    conclusion: (sealed.c ?? "") as QueueRow["conclusion"],
    promised: sealed.m ?? cells.promised,
  } as const;
  return isUntouched(row, cells, NOTHING_ODD) ? cells : { ...cells, ...row };
}

function parsed(cell: string): Sealed | null {
  try {
    const sealed = JSON.parse(cell) as Partial<Sealed>;
    return typeof sealed.s === "string" && typeof sealed.v === "number" ? (sealed as Sealed) : null;
  } catch {
    return null;
  }
}

type SameTime = (one: number, other: number) => boolean;
type OddCells = Readonly<Partial<Record<string, string>>>;

/** What a person changed since the machine last wrote, cell by cell. `sameTime`: no difference in a cell. */
export function handEdits(
  cells: QueueRow,
  odd: OddCells,
  sameTime: SameTime,
): readonly EditChange[] {
  const known = unseal(cells)?.row;
  return known === undefined ? [] : editsOf(known, cells, odd, sameTime);
}

/** The same where the row is unsealed already. */
export function editsOf(
  known: QueueRow,
  cells: QueueRow,
  odd: OddCells,
  sameTime: SameTime,
): readonly EditChange[] {
  if (isUntouched(known, cells, odd)) return UNTOUCHED;
  const bothTimes = known.next_at !== null && cells.next_at !== null;
  const moved = !bothTimes || !sameTime(known.next_at ?? 0, cells.next_at ?? 0);
  const shownAt = moved ? timeText(cells.next_at) : timeText(known.next_at);
  const pairs: readonly (readonly [EditChange["column"], string, string])[] = [
    ["status", known.status, (odd.status ?? cells.status).trim().toUpperCase()],
    ["paid", known.paid, (odd.paid ?? cells.paid).trim().toUpperCase()],
    ["stage", numberText(known.stage), (odd.stage ?? numberText(cells.stage)).trim()],
    ["next_at", timeText(known.next_at), (odd.next_at ?? shownAt).trim()],
    ["do", "", (odd.do ?? cells.do).trim()],
    ["result_url", known.result_url, cells.result_url.trim()],
    ["promised", known.promised, cells.promised.trim()],
    ["conclusion", known.conclusion, (odd.conclusion ?? cells.conclusion).trim().toLowerCase()],
  ];
  return pairs
    .filter(([, from, to]) => from !== to)
    .map(([column, from, to]) => ({ column, from, to }));
}

const UNTOUCHED: readonly EditChange[] = [];
const NOTHING_ODD: OddCells = {};

type Sealable = Pick<
  QueueRow,
  "status" | "paid" | "stage" | "next_at" | "do" | "result_url" | "conclusion" | "promised"
>;

/** Nearly every row, nearly every time: told without writing a time out or asking for the sheet's zone. */
function isUntouched(known: Sealable, cells: QueueRow, odd: OddCells): boolean {
  for (const _ in odd) return false;
  return (
    known.status === cells.status &&
    known.paid === cells.paid &&
    known.stage === cells.stage &&
    known.next_at === cells.next_at &&
    cells.do === "" &&
    known.result_url === cells.result_url &&
    known.conclusion === cells.conclusion &&
    known.promised === cells.promised
  );
}

function numberText(value: number | null): string {
  return value === null ? "" : String(value);
}

/** Cells keep seconds at best, so seconds decide. */
export function timeText(instantMs: number | null): string {
  if (instantMs === null) return "";
  return new Date(Math.round(instantMs / SECOND_MS) * SECOND_MS).toISOString();
}
