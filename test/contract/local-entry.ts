// Runs inside the simulated platform: calls the adapters as asked, and is the person in their way.
import type { TabName } from "../../sheets-schema/index";
import { encodeRaw } from "../../src/apps-script/cells";
import { encodeChange } from "../../src/apps-script/encode-rows";
import { makePorts } from "../../src/apps-script/ports";
import { removalOf, removeRows } from "../../src/apps-script/remove-rows";
import { accessTo, readGrid, requireSheet } from "../../src/apps-script/tab-access";
import { type TabAccess, writeSection } from "../../src/apps-script/write-section";
import type { Ports, RowChange } from "../../src/ports";
import type { Moment, PersonAct } from "./bench";

export interface Call {
  readonly port: keyof Ports;
  readonly method: string;
  readonly args: readonly unknown[];
}
export type Order =
  | { readonly kind: "calls"; readonly calls: readonly Call[] }
  | { readonly kind: "act"; readonly tab: TabName; readonly act: PersonAct }
  | {
      readonly kind: "interrupted update";
      readonly tab: TabName;
      readonly changes: readonly RowChange<TabName>[];
      readonly moment: Moment;
      readonly act: PersonAct;
    }
  | {
      readonly kind: "interrupted removal";
      readonly tab: TabName;
      readonly ids: readonly string[];
      readonly act: PersonAct;
    };

/** One execution. Order and answer are JSON. */
export function contract(json: string): string {
  const order = JSON.parse(json) as Order;
  if (order.kind === "calls") return JSON.stringify(runCalls(order.calls));
  if (order.kind === "act") {
    perform(order.tab, order.act);
    return "null";
  }
  if (order.kind === "interrupted removal") {
    return JSON.stringify(removedMeanwhile(order.tab, order.ids, order.act));
  }
  const access = interrupted(accessTo(order.tab), order.moment, () =>
    perform(order.tab, order.act),
  );
  const changes = order.changes.map((change) => encodeChange(order.tab, change));
  return JSON.stringify(writeSection(order.tab, access, changes));
}

function runCalls(calls: readonly Call[]): readonly unknown[] {
  const ports = makePorts() as unknown as Record<string, Record<string, unknown>>;
  return calls.map(({ port, method, args }) => {
    const target = ports[port] ?? {};
    const call = target[method] as (...given: readonly unknown[]) => unknown;
    return call.apply(target, [...args]) ?? null;
  });
}

function interrupted(access: TabAccess, moment: Moment, act: () => void): TabAccess {
  let readings = 0;
  return {
    ...access,
    read() {
      readings += 1;
      if (readings === 2 && moment === "after write") act();
      const grid = access.read();
      if (readings === 1 && moment === "before write") act();
      return grid;
    },
  };
}

/** The person acts between the look and the deletion. */
function removedMeanwhile(tab: TabName, ids: readonly string[], act: PersonAct) {
  const access = removalOf(tab);
  let looked = false;
  const read = () => {
    const grid = access.read();
    if (!looked) perform(tab, act);
    looked = true;
    return grid;
  };
  return removeRows(tab, ids, { ...access, read });
}

function perform(tab: TabName, act: PersonAct): void {
  const sheet = requireSheet(tab);
  const grid = readGrid(tab);
  if (act.act === "type") {
    const row = (grid.rowById.get(act.id) ?? 0) + 2;
    sheet.getRange(row, (grid.columns.get(act.column) ?? 0) + 1).setValue(act.typed);
  } else {
    rearrange(sheet, act, grid);
  }
  SpreadsheetApp.flush();
}

/** Dropdowns and formats go with their columns, as they do when a person drags one. */
function rearrange(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  act: PersonAct,
  grid: ReturnType<typeof readGrid>,
): void {
  const all = sheet.getDataRange();
  const looks = sheet.getRange(2, 1, 1, all.getNumColumns());
  const rules = arrangeLine(looks.getDataValidations()[0] ?? [], act, grid);
  const formats = arrangeLine(looks.getNumberFormats()[0] ?? [], act, grid);
  const values = arrange(all.getValues(), act, grid);
  const rows = sheet.getMaxRows() - 1;
  const missing = (values[0]?.length ?? 1) - sheet.getMaxColumns();
  if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
  sheet.clearContents();
  sheet.getRange(2, 1, rows, sheet.getMaxColumns()).clearDataValidations();
  rules.forEach((rule, index) => {
    const below = sheet.getRange(2, index + 1, rows, 1).setNumberFormat(formats[index] ?? "");
    if (rule !== null && rule !== undefined) below.setDataValidation(rule);
  });
  const cells = values.map((line) => line.map(encodeRaw));
  sheet.getRange(1, 1, values.length, values[0]?.length ?? 1).setValues(cells);
}

/** Moves in rows leave one line as it is. */
function arrangeLine<T>(line: readonly T[], act: PersonAct, grid: ReturnType<typeof readGrid>) {
  const movesColumns = act.act === "column to front" || act.act === "own column first";
  if (!movesColumns) return line;
  const [, moved = []] = arrange([line, line], act, grid);
  return moved.map((cell) => (cell === "mine" ? undefined : (cell as T | undefined)));
}

type Line = readonly unknown[];

function arrange(
  [headers = [], ...rows]: readonly Line[],
  act: PersonAct,
  grid: ReturnType<typeof readGrid>,
): readonly Line[] {
  const at = "id" in act ? (grid.rowById.get(act.id) ?? 0) : 0;
  const blank = headers.map(() => "");
  if (act.act === "reverse rows") return [headers, ...[...rows].reverse()];
  if (act.act === "remove row") return [headers, ...rows.filter((_, index) => index !== at)];
  if (act.act === "copy row") return [headers, ...rows, rows[at] ?? blank];
  if (act.act === "blank row above") {
    return [headers, ...rows.slice(0, at), blank, ...rows.slice(at)];
  }
  if (act.act === "own column first") {
    return [["own", ...headers], ...rows.map((row) => ["mine", ...row])];
  }
  const from = act.act === "column to front" ? (grid.columns.get(act.column) ?? 0) : 0;
  return [headers, ...rows].map((line) => [line[from], ...line.filter((_, i) => i !== from)]);
}
