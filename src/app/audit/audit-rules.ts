// When the rules of a flow changed: an event each time, because what was decided by other rules cannot be worked out again
// from today's.
import type { EventRow } from "../../../sheets-schema/index";
import type { Flow } from "../../model/flow";
import type { Ports } from "../../ports";
import { RULES_CHANGED } from "../../words/audit";
import { appendEvents, eventRow } from "../doors/record-event";
import type { Office } from "../office";

type Kept = Readonly<Record<string, string>>;

/** Property: a digest of each flow's rules, as last seen. */
const PROPERTY = "rules";
const TYPE = "rules.changed";
const DIGEST_LENGTH = 12;

/** Costs nothing where nothing has changed. */
export function noticeRules(ports: Ports, kept: Kept, { rules, settings }: Office): void {
  const all = digestOf(ports, [...rules.values()].map(told));
  const before = parsed(kept[PROPERTY] ?? "");
  if (before.all === all) return;
  const own = [...rules.values()].map((flow) => [flow.flow, digestOf(ports, told(flow))] as const);
  const flows = Object.fromEntries(own);
  const changed = kept[PROPERTY] === undefined ? [] : changedFlows(before.flows, flows);
  const event = eventRow(ports, {
    ...{ source: "sheet", type: TYPE, key: `${TYPE}:${ports.secrets.uuid()}`, who: "" },
    payload: JSON.stringify({ flows: changed }),
    ...{ occurredAt: ports.clock.now(), outcome: "APPLIED", stops: false },
    reason: RULES_CHANGED(changed)[settings.language],
  });
  // Told before it is known: a run that is cut in between tells it twice, never not at all.
  if (changed.length > 0 && !appendEvents(ports, [event])) return;
  ports.properties.set(PROPERTY, JSON.stringify({ all, flows }));
}

/** Epoch ms; 0: never since its rules were first seen. */
export function rulesChangedAt(events: readonly EventRow[], flow: string): number {
  const own = events.filter(
    ({ type, payload }) => type === TYPE && flowsIn(payload).includes(flow),
  );
  return own[own.length - 1]?.received_at ?? 0;
}

/** Whether it is switched on decides when a mail goes, never what a row is; what the check column says, neither. */
function told({ on, fault, ...flow }: Flow): object {
  return flow;
}

function digestOf({ secrets }: Ports, rules: object): string {
  return secrets.digest(JSON.stringify(rules)).slice(0, DIGEST_LENGTH);
}

function changedFlows(before: unknown, now: Readonly<Record<string, string>>): readonly string[] {
  const was = (before ?? {}) as Readonly<Record<string, unknown>>;
  const all = [...new Set([...Object.keys(was), ...Object.keys(now)])];
  return all.filter((flow) => was[flow] !== now[flow]).sort();
}

function flowsIn(payload: string): readonly string[] {
  const { flows } = parsed(payload) as { readonly flows?: unknown };
  return Array.isArray(flows) ? flows.map(String) : [];
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}
