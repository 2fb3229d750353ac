// The memory adapters on a bench. Columns have no place there, so moving them does nothing.
import type { TabName } from "../../sheets-schema/index";
import type { ColumnOf, Store } from "../../src/ports";
import { MemoryMailbox } from "../memory/memory-mailbox";
import { MemoryMailer } from "../memory/memory-mailer";
import { ManualClock } from "../memory/memory-ports";
import { MemoryStore } from "../memory/memory-store";
import type { MailboxBench, MailerBench, PersonAct, StoreBench } from "./bench";

export function memoryStoreBench(): StoreBench {
  const memory = new MemoryStore();
  let planned: PersonAct | null = null;
  const store: Store = {
    read: (tab) => memory.read(tab),
    find: (tab, column, startsWith) => memory.find(tab, column, startsWith),
    pick: (tab, choose) => memory.pick(tab, choose),
    append: (tab, rows) => memory.append(tab, rows),
    appendBlock: (tab, rows) => memory.appendBlock(tab, rows),
    update: (tab, changes) => {
      if (planned !== null) perform(memory, tab, planned);
      planned = null;
      return memory.update(tab, changes);
    },
    remove: (tab, ids) => {
      if (planned !== null) perform(memory, tab, planned);
      planned = null;
      return memory.remove(tab, ids);
    },
    lastRow: (tab) => memory.lastRow(tab),
    stamp: (tab, id, column, atMs) => memory.stamp(tab, id, column, atMs),
    annotate: (tab, notes) => memory.annotate(tab, notes),
    gone: () => memory.gone(),
    flush: () => memory.flush(),
    fileId: () => memory.fileId(),
  };
  return {
    store,
    readThenUpdate: (tab, changes) => {
      store.read(tab);
      return store.update(tab, changes);
    },
    act: (tab, act) => perform(memory, tab, act),
    during: (_moment, act) => {
      planned = act;
    },
    close: () => {},
  };
}

function perform(memory: MemoryStore, tab: TabName, act: PersonAct): void {
  if (act.act === "type") {
    memory.edit(tab, act.id, act.column as ColumnOf<typeof tab>, act.typed);
  } else if (act.act === "remove row") {
    memory.remove(tab, act.id);
  } else if (act.act === "copy row") {
    memory.put(tab, { ...memory.row(tab, act.id) });
  } else if (act.act === "blank row above") {
    memory.put(tab, {});
  } else if (act.act === "reverse rows") {
    memory.reverse(tab);
  }
}

export function memoryMailboxBench(): MailboxBench {
  const clock = new ManualClock("2026-03-02T09:00:00Z");
  const mailbox = new MemoryMailbox(clock);
  return {
    mailbox,
    clock,
    sends: () => "thread-1",
    arrives: (raw, threadId) => void mailbox.arrive(raw, threadId),
    advance: (byMs) => clock.advance(byMs),
    close: () => {},
  };
}

export function memoryMailerBench(): MailerBench {
  const clock = new ManualClock("2026-03-02T09:00:00Z");
  const mailer = new MemoryMailer(clock);
  return {
    mailer,
    clock,
    sent: () => mailer.sent.map(({ mail }) => mail),
    advance: (byMs) => clock.advance(byMs),
    close: () => {},
  };
}
