// Everything the simulated account remembers. It changes only through `apply`, and `commit` writes
// the changes of one step as one journal line: all of them survive a kill, or none.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { account } from "./account.ts";
import type { Clock } from "./clock.ts";
import { Grid, type GridChange, type GridJson } from "./grid/grid.ts";
import { Journal } from "./journal.ts";
import type { WorldState } from "./world-state.ts";

export type Change =
  | readonly ["set", path: readonly (string | number)[], value: unknown]
  | readonly ["del", path: readonly string[]]
  | readonly ["grid", sheetId: number, change: GridChange]
  | readonly ["addSheet", sheetId: number, name: string]
  | readonly ["removeSheet", sheetId: number];

/** A copy of the whole spreadsheet, and the data folder it lies in. */
export interface Copy {
  readonly id: string;
  readonly name: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly folder: string;
}

interface Snapshot {
  readonly n: number;
  readonly t: number;
  readonly m: number;
  readonly state: WorldState;
  readonly grids: readonly GridJson[];
}

// A snapshot costs a few hundred milliseconds at most; this keeps it to once in many thousand steps.
const COMPACT_AT_BYTES = 16 * 1024 * 1024;

export class World {
  state: WorldState;
  readonly grids = new Map<number, Grid>();
  /** Counts everything that was ever written; a page can poll it. */
  #number = 0;
  #latest = 0;
  #movedMs = 0;
  #pending: Change[] = [];
  readonly #folder: string;
  readonly #journal: Journal<Snapshot, Change>;
  #clock: Clock | null = null;

  constructor(folder: string) {
    this.#folder = folder;
    this.#journal = new Journal(folder);
    const { snapshot, lines } = this.#journal.read();
    this.state = snapshot?.state ?? newWorldState();
    for (const json of snapshot?.grids ?? []) this.grids.set(json.props.id, Grid.from(json));
    this.#number = snapshot?.n ?? 0;
    this.#latest = snapshot?.t ?? 0;
    this.#movedMs = snapshot?.m ?? 0;
    for (const line of lines) {
      for (const change of line.c) this.#perform(change);
      this.#number = line.n;
      this.#latest = Math.max(this.#latest, line.t);
      this.#movedMs = line.m;
    }
    // The journal holds changes only; what they change, the file's own id with it, must stand first.
    if (snapshot === null && lines.length === 0) this.#compact();
  }

  get isNew(): boolean {
    return this.#number === 0;
  }

  /** The last instant this folder has seen. */
  get latest(): number {
    return this.#latest;
  }

  /** How far the clock had been moved ahead of the wall clock. */
  get movedMs(): number {
    return this.#movedMs;
  }

  attach(clock: Clock): void {
    this.#clock = clock;
  }

  apply(change: Change): void {
    this.#perform(change);
    this.#pending.push(change);
  }

  /** Writes what was applied since; also a mere move of the clock. */
  commit(): void {
    const at = this.#clock?.now() ?? this.#latest;
    if (this.#pending.length === 0) return;
    this.#write(at);
  }

  /** Keeps the clock's present reading even when nothing else changed. */
  commitClock(): void {
    const at = this.#clock?.now() ?? this.#latest;
    if (this.#pending.length > 0 || at > this.#latest) this.#write(at);
  }

  /**
   * A file of its own in a folder of its own, in which it can be opened. Google copies the sheets and the script with
   * them, but neither properties nor triggers (facts 9.12); the mailbox is the account's.
   */
  copyAs(name: string, at: number): Copy {
    const { id, scriptId } = newIds();
    const { serial, workbook, kept } = this.state;
    const state = {
      ...newWorldState(),
      serial,
      workbook: { ...workbook, id, scriptId, name },
      kept,
    };
    const folder = this.#copyFolder(id);
    const journal = new Journal<Snapshot, Change>(folder);
    const grids = [...this.grids.values()].map((grid) => grid.toJSON());
    journal.compact({ n: 1, t: at, m: this.#movedMs, state, grids });
    journal.close();
    this.apply(["set", ["copies", id], { name, at }]);
    return { id, name, at, folder };
  }

  copies(): readonly Copy[] {
    return Object.entries(this.state.copies ?? {}).map(([id, { name, at }]) => ({
      id,
      name,
      at,
      folder: this.#copyFolder(id),
    }));
  }

  #copyFolder(id: string): string {
    return join(this.#folder, "copies", id);
  }

  /** Compacts and lets go of the files. */
  close(): void {
    this.commitClock();
    this.#compact();
    this.#journal.close();
  }

  nextSerial(): number {
    const serial = this.state.serial + 1;
    this.apply(["set", ["serial"], serial]);
    return serial;
  }

  #write(at: number): void {
    const changes = this.#pending;
    this.#pending = [];
    this.#number += 1;
    this.#latest = Math.max(this.#latest, at);
    this.#movedMs = this.#clock?.movedMs ?? this.#movedMs;
    this.#journal.append({ n: this.#number, t: this.#latest, m: this.#movedMs, c: changes });
    if (this.#journal.bytes > COMPACT_AT_BYTES) this.#compact();
  }

  #compact(): void {
    const grids = [...this.grids.values()].map((grid) => grid.toJSON());
    const { state } = this;
    this.#journal.compact({ n: this.#number, t: this.#latest, m: this.#movedMs, state, grids });
  }

  #perform(change: Change): void {
    switch (change[0]) {
      case "set":
        setAt(this.state, change[1], change[2]);
        break;
      case "del":
        deleteAt(this.state, change[1]);
        break;
      case "grid":
        this.grids.get(change[1])?.change(change[2]);
        break;
      case "addSheet":
        this.grids.set(change[1], Grid.create(change[1], change[2]));
        break;
      case "removeSheet":
        this.grids.delete(change[1]);
    }
  }
}

function newWorldState(): WorldState {
  return {
    serial: 0,
    workbook: {
      ...newIds(),
      name: account.spreadsheetName,
      timeZone: account.spreadsheetTimeZone,
      locale: account.spreadsheetLocale,
      order: [],
      named: {},
    },
    mailboxes: {},
    properties: { script: {}, document: {}, user: {} },
    triggers: {},
    quotas: {},
    kept: {},
  };
}

function newIds(): { id: string; scriptId: string } {
  return { id: `1${randomName(43)}`, scriptId: `1${randomName(56)}` };
}

function randomName(length: number): string {
  return randomBytes(length).toString("base64url").replace(/[-_]/g, "x").slice(0, length);
}

function setAt(root: object, path: readonly (string | number)[], value: unknown): void {
  const parent = path.slice(0, -1).reduce<Record<string, unknown>>(
    (node, key) => {
      const next = Object.hasOwn(node, key) ? node[key] : {};
      put(node, key, next);
      return next as Record<string, unknown>;
    },
    root as Record<string, unknown>,
  );
  const last = path[path.length - 1];
  if (last !== undefined) put(parent, last, value);
}

/** Also for a key such as "__proto__", which a plain assignment would not store. */
function put(node: Record<string, unknown>, key: string | number, value: unknown): void {
  if (key !== "__proto__") node[key] = value;
  else
    Object.defineProperty(node, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
}

function deleteAt(root: object, path: readonly string[]): void {
  let node: Record<string, unknown> | undefined = root as Record<string, unknown>;
  for (const key of path.slice(0, -1)) node = node?.[key] as Record<string, unknown> | undefined;
  const last = path[path.length - 1];
  if (node !== undefined && last !== undefined) delete node[last];
}
