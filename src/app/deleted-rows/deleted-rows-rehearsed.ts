// Until when a rehearsal met somebody, as far as their rows, events and mails still tell: what happened before is replayed
// as rehearsed, what came after as LIVE.
import type { EventRow } from "../../../sheets-schema/index";
import { isTestKey } from "../../model/enrollment";
import type { KnownRow } from "../../model/known-rows";
import type { Past, Whom } from "./deleted-rows-replay";

type Rows = readonly KnownRow[];

/** Epoch ms, the likelier first: what the sheet has forgotten can only be tried. */
export function rehearsedUntil({ events, sends }: Past, whom: Whom): readonly number[] {
  const real = whom.rows.filter(({ test }) => !test);
  if (real.length === 0) return whom.rows.length === 0 ? [NEVER] : [ALWAYS];
  const since = Math.min(...real.map(({ id }) => begunAt(events, id)));
  const rehearsed =
    whom.rows.length > real.length ||
    real.some(({ id }) => keptAt(events, id) !== null) ||
    sends.some(({ contact, send_key }) => contact === whom.id && isTestKey(send_key));
  return rehearsed ? [since, NEVER] : [NEVER, since];
}

const NEVER = Number.NEGATIVE_INFINITY;
const ALWAYS = Number.POSITIVE_INFINITY;

/** Kept, a row begins anew. */
function begunAt(events: readonly EventRow[], row: string): number {
  const entry = row.slice(row.lastIndexOf("-") + 1);
  const first = events.find(({ id }) => entry !== "" && id.endsWith(entry));
  const adopted = () =>
    events.find(({ type, payload }) => type === "adopted.rows" && payload.includes(`"${row}"`));
  return keptAt(events, row) ?? (first ?? adopted())?.received_at ?? NEVER;
}

function keptAt(events: readonly EventRow[], row: string): number | null {
  const keep = events.find(
    ({ type, outcome, payload }) =>
      type === "edit" &&
      outcome === "APPLIED" &&
      payload.includes(`"${row}"`) &&
      payload.includes('"column":"do"') &&
      payload.includes('"to":"keep"'),
  );
  return keep?.received_at ?? null;
}

/** Every row that is known of a person, with those that stand. */
export function allRows(known: Rows, standing: Rows): Rows {
  return [...known, ...standing.filter(({ id }) => !known.some((one) => one.id === id))];
}
