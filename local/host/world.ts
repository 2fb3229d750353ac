// Everything the simulated account remembers. It changes only through `apply`, and `commit` writes
// the changes of one step as one journal line: all of them survive a kill, or none.
import { join } from "node:path";
import type { Clock } from "./clock.ts";
import { Grid, type GridChange, type GridJson } from "./grid/grid.ts";
import { Journal, type JournalLine } from "./journal.ts";
import { newIds, newWorldState } from "./new-world.ts";
import { sheetsElsewhere } from "./other-files.ts";
import type { Random } from "./random.ts";
import { StateTree } from "./state-tree.ts";
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

interface Disk {
  readonly folder: string;
  readonly journal: Journal<Snapshot, Change>;
}

// A snapshot costs a few hundred milliseconds at most; this keeps it to once in many thousand steps.
const COMPACT_AT_BYTES = 16 * 1024 * 1024;

export class World {
  readonly random: Random;
  readonly grids = new Map<number, Grid>();
  #tree: StateTree<WorldState>;
  /** Counts everything that was ever written; a page can poll it. */
  #number = 0;
  #latest = 0;
  #movedMs = 0;
  #pending: Change[] = [];
  readonly #disk: Disk | null;
  /** Copies of the spreadsheet that have no folder to lie in. */
  readonly #copies = new Map<string, World>();
  #clock: Clock | null = null;

  private constructor(disk: Disk | null, state: WorldState, random: Random) {
    this.#disk = disk;
    this.#tree = new StateTree(state);
    this.random = random;
  }

  /** As a folder keeps it. */
  static open(folder: string, random: Random): World {
    const journal: Disk["journal"] = new Journal(folder);
    const { snapshot, lines } = journal.read();
    const state = snapshot?.state ?? newWorldState(random);
    const world = new World({ folder, journal }, state, random);
    for (const json of snapshot?.grids ?? []) world.grids.set(json.props.id, Grid.from(json));
    world.#number = snapshot?.n ?? 0;
    world.#latest = snapshot?.t ?? 0;
    world.#movedMs = snapshot?.m ?? 0;
    for (const line of lines) world.#replay(line);
    random.skip(world.#number);
    // The journal holds changes only; what they change, the file's own id with it, must stand first.
    if (snapshot === null && lines.length === 0) world.#compact();
    return world;
  }

  /** Forgotten with the process. */
  static inMemory(random: Random): World {
    return new World(null, newWorldState(random), random);
  }

  /** The same in memory, independent of this one from here on. */
  fork(): World {
    this.commit();
    const copy = new World(null, this.state, this.random.fork());
    copy.#tree = this.#tree.fork();
    for (const [id, grid] of this.grids) copy.grids.set(id, grid.fork());
    for (const [id, world] of this.#copies) copy.#copies.set(id, world);
    copy.#number = this.#number;
    copy.#latest = this.#latest;
    copy.#movedMs = this.#movedMs;
    return copy;
  }

  get state(): WorldState {
    return this.#tree.root;
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
    const { id, scriptId } = newIds(this.random);
    const { serial, workbook, kept } = this.state;
    const state = {
      ...newWorldState(this.random),
      serial,
      workbook: { ...workbook, id, scriptId, name },
      kept,
    };
    const folder = this.#copyFolder(id);
    if (this.#disk === null) this.#copies.set(id, this.#twin(state, at));
    else writeCopy(folder, { n: 1, t: at, m: this.#movedMs, state, grids: this.#gridsAsJson() });
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

  /** A copy that was made in memory. */
  copyInMemory(id: string): World | undefined {
    return this.#copies.get(id)?.fork();
  }

  /** The sheets as they were in another version of this file; all else stays as it is. */
  restore(version: World): void {
    this.commit();
    const { order, named, timeZone, locale, name } = version.state.workbook;
    this.#tree.set(["workbook"], { ...this.state.workbook, order, named, timeZone, locale, name });
    const before = new Map(this.grids);
    const elsewhere = sheetsElsewhere(this);
    for (const id of before.keys()) if (!elsewhere.includes(id)) this.grids.delete(id);
    for (const [id, grid] of version.grids) {
      if (!elsewhere.includes(id)) this.grids.set(id, grid.fork(before.get(id)));
    }
    this.#number += 1;
    this.#compact();
  }

  #twin(state: WorldState, at: number): World {
    const twin = new World(null, state, this.random.fork());
    for (const [id, grid] of this.grids) twin.grids.set(id, grid.fork());
    twin.#number = 1;
    twin.#latest = at;
    return twin;
  }

  #copyFolder(id: string): string {
    return join(this.#disk?.folder ?? "memory:", "copies", id);
  }

  /** Compacts and lets go of the files. */
  close(): void {
    this.commitClock();
    this.#compact();
    this.#disk?.journal.close();
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
    if (this.#disk === null) return;
    const { journal } = this.#disk;
    journal.append({ n: this.#number, t: this.#latest, m: this.#movedMs, c: changes });
    if (journal.bytes > COMPACT_AT_BYTES) this.#compact();
  }

  #compact(): void {
    if (this.#disk === null) return;
    const [n, t, m] = [this.#number, this.#latest, this.#movedMs];
    this.#disk.journal.compact({ n, t, m, state: this.state, grids: this.#gridsAsJson() });
  }

  #gridsAsJson(): readonly GridJson[] {
    return [...this.grids.values()].map((grid) => grid.toJSON());
  }

  #replay(line: JournalLine<Change>): void {
    for (const change of line.c) this.#perform(change);
    this.#number = line.n;
    this.#latest = Math.max(this.#latest, line.t);
    this.#movedMs = line.m;
  }

  #perform(change: Change): void {
    switch (change[0]) {
      case "set":
        this.#tree.set(change[1], change[2]);
        break;
      case "del":
        this.#tree.delete(change[1]);
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

function writeCopy(folder: string, snapshot: Snapshot): void {
  const journal = new Journal<Snapshot, Change>(folder);
  journal.compact(snapshot);
  journal.close();
}
