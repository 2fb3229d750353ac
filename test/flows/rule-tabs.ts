// Rows as a sheet numbers them, the shipped rules with one cell typed anew, and what a wrong one must say.
import { expect } from "vitest";
import type { CadenceRow, FlowRow, OfferRow, StepRow } from "../../sheets-schema/index";
import type { Numbered } from "../../src/flows/faults";
import { shippedRows } from "../../src/flows/index";
import { parseRules, type RuleTabs } from "../../src/flows/parse-rules";
import { type RuleFault, sayFault } from "../../src/model/flow";

export function numbered<R>(rows: readonly R[]): readonly Numbered<R>[] {
  return rows.map((cells, at) => ({ row: at + 2, cells, odd: {} }));
}

export function rulesOf(rows: ReturnType<typeof shippedRows>): RuleTabs {
  return {
    flows: numbered<FlowRow>(rows.Flows),
    steps: numbered<StepRow>(rows.Steps),
    cadence: numbered<CadenceRow>(rows.Cadence),
    templates: new Set(rows.Templates.map(({ template }) => template)),
    offers: new Set(rows.Offers.map(({ offer }: OfferRow) => offer)),
  };
}

export const SHIPPED = rulesOf(shippedRows("en"));

/** What a person types; `odd`: cells whose column cannot hold it. */
type Odd = Readonly<Record<string, string>>;

export function flow(name: string, change: Partial<FlowRow>, odd: Odd = {}): RuleTabs {
  return { ...SHIPPED, flows: typed(SHIPPED.flows, "flow", name, change, odd) };
}
export function step(name: string, change: Partial<StepRow>, odd: Odd = {}): RuleTabs {
  return { ...SHIPPED, steps: typed(SHIPPED.steps, "step", name, change, odd) };
}
export function wait(name: string, change: Partial<CadenceRow>, odd: Odd = {}): RuleTabs {
  return { ...SHIPPED, cadence: typed(SHIPPED.cadence, "row", name, change, odd) };
}
/** Like the first shipped step, but for what is given. */
export function withStep(change: Partial<StepRow>): RuleTabs {
  const [first] = SHIPPED.steps;
  if (first === undefined) throw new Error("no steps");
  const cells = { ...first.cells, step: "extra", ...change };
  return { ...SHIPPED, steps: [...SHIPPED.steps, { row: 99, cells, odd: {} }] };
}
export function withoutStep(name: string): RuleTabs {
  return { ...SHIPPED, steps: SHIPPED.steps.filter(({ cells }) => cells.step !== name) };
}
export function withoutWait(name: string): RuleTabs {
  return { ...SHIPPED, cadence: SHIPPED.cadence.filter(({ cells }) => cells.row !== name) };
}

function typed<R extends object>(
  rows: readonly Numbered<R>[],
  id: keyof R,
  name: string,
  change: Partial<R>,
  odd: Odd,
): readonly Numbered<R>[] {
  if (!rows.some(({ cells }) => cells[id] === name)) throw new Error(`no row ${name}`);
  return rows.map((row) =>
    row.cells[id] === name ? { ...row, cells: { ...row.cells, ...change }, odd } : row,
  );
}

type Where = Pick<RuleFault, "tab" | "id" | "column">;

/** Named by tab, row and column in both languages; its flow stops, and no other. */
export function expectNamed(tabs: RuleTabs, where: Where, stopped: string, allowed: string): void {
  const { rules, faults } = parseRules(tabs);
  const named = faults.find(
    ({ tab, id, column }) => tab === where.tab && id === where.id && column === where.column,
  );
  if (named === undefined) throw new Error(`not named, but ${JSON.stringify(faults)}`);
  expect(named.flow).toBe(stopped);
  expect(named.row).toBe(rowOf(tabs, where));
  const { en, zh } = sayFault(named);
  const place = `${where.tab} row ${named.row}, ${where.column} `;
  expect(en.startsWith(place)).toBe(true);
  expect(en).toContain(allowed);
  expect(zh).toMatch(new RegExp(`^${where.tab} 第 ${named.row} 行，${where.column} .*可填：.`));
  const faulty = [...rules.values()].filter(({ fault }) => fault !== null);
  expect(faulty.map((one) => one.flow)).toEqual([stopped]);
}

/** The last of that name: a name that stands twice is named at the lower. */
function rowOf({ flows, steps, cadence }: RuleTabs, { tab, id }: Where): number {
  const rows = {
    Flows: flows.map(({ row, cells }) => ({ row, name: cells.flow })),
    Steps: steps.map(({ row, cells }) => ({ row, name: cells.step })),
    Cadence: cadence.map(({ row, cells }) => ({ row, name: cells.row })),
  };
  const own = rows[tab as keyof typeof rows].filter(({ name }) => name === id);
  return own.at(-1)?.row ?? 0;
}
