// A flow with an open line on Start here cannot be switched on: `on` is put back to NO, and says which line. A flow that
// was on before stays on; its rows wait as they did.
import type { Words } from "../../../sheets-schema/index";
import type { Flow, RuleFault } from "../../model/flow";
import type { Ports } from "../../ports";
import { GATE } from "../../words/start";
import { type Check, checkName } from "../check-words";
import type { Office } from "../office";
import { paidBeforeCheck, stripeCheck } from "../stripe/money-checks";
import { geoLinkCheck, senderCheck, webAddressCheck } from "./start-setup";

type Kept = Readonly<Record<string, string>>;

interface Gate {
  /** Flows that were on when last looked at. */
  readonly on: readonly string[];
  /** Flows that were put back and have not been on since. */
  readonly refused: readonly string[];
}
const PROPERTY = "flow_gate";
const HANDS_OVER = /links\.download\b/;

/** Before a pass decides anything: the office without the flows that may not begin. */
export function gateFlows(ports: Ports, kept: Kept, office: Office): Office {
  const before = gateOf(kept);
  const on = [...office.rules.values()].filter((flow) => flow.on);
  const fresh = before === null ? [] : on.filter(({ flow }) => !before.on.includes(flow));
  const shut = fresh.flatMap((flow) => {
    const open = openNeeds(ports, kept, office, flow);
    return open.length === 0 ? [] : [{ flow, open }];
  });
  for (const { flow, open } of shut) putBack(ports, office, flow.flow, open);
  const names = shut.map(({ flow }) => flow.flow);
  const opened = fresh.map(({ flow }) => flow).filter((flow) => !names.includes(flow));
  for (const flow of opened) {
    if (!before?.refused.includes(flow)) continue;
    ports.store.annotate("Flows", [{ id: flow, column: "on", note: "" }]);
  }
  const known = (before?.refused ?? []).filter((flow) => !opened.includes(flow));
  // A word mistyped in `on` and put right switches nothing on that was off.
  const unread = (before?.on ?? []).filter((flow) => !readsNo(office, flow));
  keep(ports, kept, {
    on: [...new Set([...on.map(({ flow }) => flow), ...unread])].filter(
      (flow) => !names.includes(flow),
    ),
    refused: [...new Set([...known, ...names])],
  });
  const rules = new Map(office.rules);
  for (const { flow } of shut) rules.set(flow.flow, { ...flow, on: false });
  return names.length === 0 ? office : { ...office, rules };
}

/** What the check column says of flows that were put back. */
export function refusedFlows(ports: Ports, kept: Kept, office: Office): ReadonlyMap<string, Words> {
  const refused = gateOf(kept)?.refused ?? [];
  return new Map(
    refused.flatMap((name) => {
      const flow = office.rules.get(name);
      if (flow === undefined || flow.on) return [];
      const open = openNeeds(ports, kept, office, flow);
      return [[name, open.length === 0 ? GATE.readyNow : refusal(open)] as const];
    }),
  );
}

function readsNo({ rules, faults }: Office, name: string): boolean {
  const unreadable = ({ tab, id, column }: RuleFault) =>
    tab === "Flows" && id === name && column === "on";
  return rules.get(name)?.on === false && !faults.some(unreadable);
}

function putBack(ports: Ports, { settings }: Office, flow: string, open: readonly Check[]): void {
  const check = refusal(open)[settings.language];
  ports.store.update("Flows", [{ id: flow, cells: { on: "NO", check }, seen: { on: "YES" } }]);
  ports.store.annotate("Flows", [{ id: flow, column: "on", note: check }]);
}

function refusal(open: readonly Check[]): Words {
  return GATE.refused(open.map(({ id }) => checkName(id)));
}

/** The open lines of Start here that this flow cannot do without. */
function openNeeds(ports: Ports, kept: Kept, office: Office, flow: Flow): readonly Check[] {
  const { settings } = office;
  const sells = flow.steps.some((step) => step.class === "marketing");
  const afterStripe = flow.entries.some((entry) => /^(payment|checkout)\./.test(entry));
  const needs = [
    ...(sells ? [senderCheck(ports, settings), webAddressCheck(settings.webAppUrl)] : []),
    ...(sells ? [paidBeforeCheck(kept, settings)] : []),
    ...(handsOver(office, flow) ? [geoLinkCheck(settings)] : []),
    ...(afterStripe ? [stripeCheck(kept, settings)] : []),
  ];
  return needs.filter(({ ok }) => !ok);
}

/** A mail of its own carries the download. */
function handsOver({ templates }: Office, { steps }: Flow): boolean {
  const names = new Set(steps.flatMap((step) => step.templates));
  return templates.some(({ template, body }) => names.has(template) && HANDS_OVER.test(body));
}

/** Null: never looked at, so that what is on at the first look was on before. */
function gateOf(kept: Kept): Gate | null {
  try {
    const { on = [], refused = [] } = JSON.parse(kept[PROPERTY] ?? "") as Partial<Gate>;
    return { on, refused };
  } catch {
    return null;
  }
}

function keep(ports: Ports, kept: Kept, gate: Gate): void {
  const text = JSON.stringify(gate);
  if (kept[PROPERTY] !== text) ports.properties.set(PROPERTY, text);
}
