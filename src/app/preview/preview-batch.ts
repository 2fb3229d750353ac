// The next batch foretold: who would get what, who not and why, who waits for a person, and what comes after.
import type { QueueRow } from "../../../sheets-schema/index";
import { heldSince } from "../../cadence/late";
import { type Enrollment, isOpen } from "../../model/enrollment";
import { type Reason, reason } from "../../model/reason";
import { shortWords } from "../../model/reasons-short";
import type { Language, Ports } from "../../ports";
import { filled } from "../../words/filled";
import { PREVIEW } from "../../words/preview";
import { readDoorConfig } from "../doors/door-config";
import { type Planning, planSends } from "../sending/plan";
import { dryRun, type WouldGo } from "./preview-run";

type Named = Pick<QueueRow, "email" | "flow">;
export interface HeldBack extends Named {
  readonly why: Reason;
}
export interface Coming extends Named {
  readonly step: string;
  /** By the sheet's clock. */
  readonly at: string;
}
export interface BatchPreview {
  readonly rehearsal: boolean;
  readonly goes: readonly WouldGo[];
  readonly held: readonly HeldBack[];
  /** PAUSED and REVIEW, with what the sheet says of them. */
  readonly person: readonly (Named & Pick<QueueRow, "why">)[];
  /** The soonest ones that are not due yet. */
  readonly next: readonly Coming[];
  /** New events and edits that the batch handles first. */
  readonly events: number;
}

const NEXT_MAX = 10;

/** Null: the sheet is not set up. */
export function batchPreview(
  ports: Ports,
  kept: Readonly<Record<string, string>>,
): BatchPreview | null {
  const { planning, wouldGo, report, before } = dryRun(ports, kept);
  if (planning === null) return null;
  const plan = planSends(planning);
  const left = report.skipped.quotaSpent === undefined ? [] : plan.sends;
  const held = [
    ...plan.blocked.map(({ enrollment, why }) => ({ ...named(enrollment), why })),
    ...heldOver(planning, before),
    ...left.map(({ enrollment, step }) => ({
      ...named(enrollment),
      why: reason("quotaSpent", { step: step.step }),
    })),
  ];
  const rehearsal = planning.office.settings.mode === "REHEARSAL";
  const { person, next } = waiting(planning);
  return { rehearsal, goes: wouldGo, held, person, next, events: report.events };
}

/** Rows that this batch would time anew: by their readers' clocks, or by what they have had lately. */
function heldOver({ book, now }: Planning, before: ReadonlyMap<string, QueueRow>) {
  return book.enrollments().flatMap((one): readonly HeldBack[] => {
    const dueBefore = (before.get(one.row.id)?.next_at ?? now + 1) <= now;
    const later = dueBefore && heldSince(one.timedBy) !== null && (one.row.next_at ?? 0) > now;
    return later ? [{ ...named(one), why: reason("heldOver", { what: one.row.why }) }] : [];
  });
}

function named({ row: { email, flow } }: Enrollment): Named {
  return { email, flow };
}

function waiting({ book, now, ports }: Planning): Pick<BatchPreview, "person" | "next"> {
  const rows = book.enrollments().map(({ row }) => row);
  const asks = rows.filter(({ status }) => status === "PAUSED" || status === "REVIEW");
  const coming = rows
    .filter(({ status, next_at }) => isOpen(status) && (next_at ?? 0) > now)
    .sort((a, b) => (a.next_at ?? 0) - (b.next_at ?? 0))
    .slice(0, NEXT_MAX);
  return {
    person: asks.map(({ email, flow, why }) => ({ email, flow, why })),
    next: coming.map(({ email, flow, next_step, next_at }) => ({
      ...{ email, flow, step: next_step },
      at: ports.workbook.wallTime(next_at ?? 0, "").text,
    })),
  };
}

const LINE_NAMES_MAX = 5;

/** For a cell: the same in one line. */
export function previewLine(ports: Ports): string {
  const kept = ports.properties.all();
  const { language } = readDoorConfig(kept);
  const preview = batchPreview(ports, kept);
  if (preview === null) return "";
  const goes = preview.goes.map(({ send }) => `${send.step} → ${send.email}`);
  const next = preview.next.slice(0, 1).map(({ step, email, at }) => `${step} → ${email}, ${at}`);
  const values = {
    goes: listed(goes, language),
    held: listed(heldByReason(preview.held, language), language),
    next: listed(next, language),
  };
  return filled(PREVIEW.line, values)[language];
}

function heldByReason(held: readonly HeldBack[], language: Language): readonly string[] {
  const counts = new Map<string, number>();
  for (const { why } of held) counts.set(why.code, (counts.get(why.code) ?? 0) + 1);
  return [...counts].map(([code, count]) => `${count} × ${shortWords(code, language)}`);
}

function listed(items: readonly string[], language: Language): string {
  if (items.length === 0) return PREVIEW.none[language];
  const more = items.length - LINE_NAMES_MAX;
  const rest = more > 0 ? [filled(PREVIEW.more, { count: String(more) })[language]] : [];
  const shown = items.slice(0, LINE_NAMES_MAX);
  return [...shown, ...rest].join(language === "zh" ? "、" : ", ");
}
