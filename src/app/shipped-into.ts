// Shipped rows into a sheet: all of them into a new one; into an older one only what its version did not know yet.
import { type FlowRow, type Row, TABS, type TabName } from "../../sheets-schema/index";
import { shippedRows } from "../flows/index";
import { FIFTH_TEMPLATES, FIRST_ROWS, SECOND_COLUMNS } from "../flows/versions";
import type { Language, Ports, RowChange } from "../ports";
import { SET_UP } from "../words/set-up";

const SHIPPED_TABS = [
  "Flows",
  "Steps",
  "Cadence",
  "Templates",
  "Offers",
  "Regions",
  "Register",
] as const;
type ShippedTab = (typeof SHIPPED_TABS)[number];

/** What was added, for the summary. `schemaBefore` 0: a new sheet. */
export function addShipped(ports: Ports, language: Language, schemaBefore: number): string[] {
  // Later versions brought whole tabs.
  const isOlder = schemaBefore === 1;
  const added = SHIPPED_TABS.flatMap((tab) =>
    isOlder ? upgraded(ports, tab, language) : filled(ports, tab, language),
  );
  if (isOlder) upgradeFlows(ports);
  if (schemaBefore > 0 && schemaBefore < 5) added.push(...addAsking(ports, language));
  return added;
}

/** Only into an empty tab: what the owner deleted stays deleted. */
function filled(ports: Ports, tab: ShippedTab, language: Language): string[] {
  if (ports.store.lastRow(tab) > 1) return [];
  ports.store.append(tab, shippedOf(tab, language));
  return [SET_UP.rowsOf(tab)[language]];
}

function upgraded(ports: Ports, tab: ShippedTab, language: Language): string[] {
  const standing = new Map(ports.store.read(tab).map(({ cells }) => [idOf(tab, cells), cells]));
  const shipped = shippedOf(tab, language);
  const fresh = shipped.filter((row) => {
    const id = idOf(tab, row);
    return !standing.has(id) && !isOf(FIRST_ROWS[tab], id);
  });
  if (fresh.length > 0) ports.store.append(tab, fresh.map(switchedOff));
  const changes = shipped.flatMap((row) => fillOf(tab, row, standing.get(idOf(tab, row))));
  if (changes.length > 0) ports.store.update(tab, changes);
  return fresh.length > 0 ? [SET_UP.rowsOf(tab)[language]] : [];
}

function fillOf(
  tab: ShippedTab,
  shipped: Row<ShippedTab>,
  standing: Row<ShippedTab> | undefined,
): RowChange<ShippedTab>[] {
  if (standing === undefined) return [];
  const wanted = Object.entries(shipped).filter(([column, value]) => {
    const seen = (standing as Readonly<Record<string, unknown>>)[column];
    return isOf(SECOND_COLUMNS[tab], column) && seen === "" && value !== "";
  });
  if (wanted.length === 0) return [];
  return [{ id: idOf(tab, shipped), cells: Object.fromEntries(wanted) }];
}

/** A running sheet begins no new flow by itself. */
function switchedOff<R extends Row<ShippedTab>>(row: R): R {
  return "on" in row ? { ...row, on: "NO" } : row;
}

/** Days become a time with its unit, and an empty cell meant never. The owner's own flows ended as DONE, too. */
function upgradeFlows({ store }: Ports): void {
  const changes = store.read("Flows").flatMap(({ cells }): RowChange<"Flows">[] => {
    if (cells.flow === "") return [];
    const changed: Partial<FlowRow> = {
      ...(cells.opens_as === "" ? { opens_as: "ACTIVE" } : {}),
      ...(cells.reentry === "" ? { reentry: "never" } : {}),
      ...(/^\d+$/.test(cells.reentry) ? { reentry: `${cells.reentry} d` } : {}),
    };
    return Object.keys(changed).length === 0 ? [] : [{ id: cells.flow, cells: changed }];
  });
  if (changes.length > 0) store.update("Flows", changes);
}

/** Mails that ask. Who came by a form of the owner's own before is not asked: they have had its mails all along. */
function addAsking({ store }: Ports, language: Language): readonly string[] {
  const standing = new Set(store.read("Templates").map(({ cells }) => cells.template));
  const fresh = shippedRows(language).Templates.filter(
    ({ template }) => isOf(FIFTH_TEMPLATES, template) && !standing.has(template),
  );
  if (fresh.length > 0) store.append("Templates", fresh);
  const shipped = shippedRows(language).Flows.map(({ flow }) => flow);
  const own = store.read("Flows").filter(({ cells: { flow, confirm } }) => {
    return flow !== "" && confirm === "" && !shipped.includes(flow);
  });
  const changes = own.map(({ cells }) => ({ id: cells.flow, cells: { confirm: "NO" as const } }));
  if (changes.length > 0) store.update("Flows", changes);
  return fresh.length > 0 ? [SET_UP.rowsOf("Templates")[language]] : [];
}

function shippedOf(tab: ShippedTab, language: Language): readonly Row<ShippedTab>[] {
  return shippedRows(language)[tab];
}

function idOf(tab: TabName, row: object): string {
  return String((row as Readonly<Record<string, unknown>>)[TABS[tab].idColumn]);
}

function isOf(names: readonly string[], name: string): boolean {
  return names.includes(name);
}
