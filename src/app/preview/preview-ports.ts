// Ports on which a batch changes nothing: it reads what is there, and what it would write or send stays in memory.
import { type Row, TABS, type TabName } from "../../../sheets-schema/index";
import type { ColumnOf, Mailer, OutgoingMail, Ports, Store, StoredRow } from "../../ports";

/** What stands in a tab, instead of what is read there. */
export type Given = Readonly<{ [N in TabName]?: readonly Row<N>[] }>;
type Cells = Record<string, unknown>;
interface Held {
  readonly row: number;
  cells: Cells;
  odd: Readonly<Record<string, string>>;
}

export interface DryPorts extends Ports {
  /** By draft id: what would have been mailed. */
  readonly drafted: ReadonlyMap<string, OutgoingMail>;
}

/** `kept`: the properties as they are; every tab is read at most once. */
export function dryPorts(
  ports: Ports,
  kept: Readonly<Record<string, string>>,
  given: Given = {},
): DryPorts {
  const drafted = new Map<string, OutgoingMail>();
  const properties = new Map(Object.entries(kept));
  return {
    ...ports,
    drafted,
    store: dryStore(ports.store, given),
    mailer: dryMailer(ports.mailer, drafted),
    locks: { intake: (_, work) => ({ held: true, value: work() }), takeBatch: () => true },
    properties: {
      all: () => Object.fromEntries(properties),
      set: (key, value) => void properties.set(key, value),
      remove: (key) => void properties.delete(key),
    },
    triggers: { install: () => [], installOtherwise: () => undefined, missing: () => [] },
    // Any editor may look; what goes, goes from the owner's account.
    person: { ...NOBODY, effectiveUser: () => kept.owner ?? "" },
    log: { warn: () => undefined },
  };
}

const NOBODY: Omit<Ports["person"], "effectiveUser"> = {
  show: () => undefined,
  selection: () => ({ tab: "", ids: [] }),
  goTo: () => false,
  tell: () => undefined,
  notice: () => undefined,
  ask: () => null,
};

function dryMailer(mailer: Mailer, drafted: Map<string, OutgoingMail>): Mailer {
  const deleted = new Set<string>();
  return {
    createDraft(mail) {
      const id = `dry ${drafted.size + 1}`;
      drafted.set(id, mail);
      return id;
    },
    send: (draftId) => ({ messageId: draftId, threadId: draftId }),
    deleteDraft: (draftId) => void deleted.add(draftId),
    listDrafts: (sinceMs) =>
      mailer.listDrafts(sinceMs).filter(({ draftId }) => !deleted.has(draftId)),
    findSent: (to, token) => mailer.findSent(to, token),
    listSent: (sinceMs, max) => mailer.listSent(sinceMs, max),
    quotaLeft: () => mailer.quotaLeft(),
    aliases: () => mailer.aliases(),
    oneClick: () => mailer.oneClick(),
  };
}

function dryStore(store: Store, given: Given): Store {
  const tabs = new Map<TabName, Held[]>();
  const rowsOf = (tab: TabName): Held[] => {
    const held = tabs.get(tab) ?? firstRows(store, tab, given);
    tabs.set(tab, held);
    return held;
  };
  const read = <N extends TabName>(tab: N) => rowsOf(tab) as unknown as readonly StoredRow<N>[];
  const idOf = (tab: TabName, { cells }: Held) => cells[TABS[tab].idColumn];
  const append = <N extends TabName>(tab: N, rows: readonly Row<N>[]) => {
    const held = rowsOf(tab);
    for (const cells of rows) held.push({ row: held.length + 2, cells: { ...cells }, odd: {} });
  };
  return {
    // A copy: what was read does not change when something is written.
    read: (tab) => read(tab).map((row) => ({ ...row })),
    find: <N extends TabName>(tab: N, column: ColumnOf<N>, startsWith: string) =>
      read(tab).filter(({ cells }) => String(cells[column] ?? "").startsWith(startsWith)),
    pick: (tab, choose) => {
      const rows = read(tab);
      const ids = rows.map(({ cells }) => String((cells as Cells)[TABS[tab].idColumn]));
      return choose(ids).flatMap((at) => rows[at] ?? []);
    },
    append,
    appendBlock: append,
    remove(tab, ids) {
      const gone: readonly unknown[] = ids;
      const rest = rowsOf(tab).filter((row) => !gone.includes(idOf(tab, row)));
      tabs.set(tab, rest);
      return [];
    },
    update(tab, changes) {
      const byId = new Map([...rowsOf(tab)].reverse().map((row) => [idOf(tab, row), row]));
      const missing = changes.filter(({ id }) => !byId.has(id)).map(({ id }) => id);
      for (const { id, cells } of changes) {
        const row = byId.get(id);
        if (row !== undefined) write(row, cells);
      }
      return { missing, spoiled: [] };
    },
    lastRow: (tab) => rowsOf(tab).length + 1,
    stamp: () => undefined,
    annotate: () => undefined,
    gone: (tab) => store.gone(tab),
    flush: () => undefined,
    fileId: () => store.fileId(),
  };
}

function firstRows(store: Store, tab: TabName, given: Given): Held[] {
  const rows = given[tab];
  if (rows === undefined) return store.read(tab).map((row) => ({ ...row }) as Held);
  return rows.map((cells, at) => ({ row: at + 2, cells: { ...cells }, odd: {} }));
}

function write(row: Held, cells: object): void {
  row.cells = { ...row.cells, ...cells };
  const written = Object.keys(cells);
  row.odd = Object.fromEntries(Object.entries(row.odd).filter(([name]) => !written.includes(name)));
}
