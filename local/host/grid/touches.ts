// Which rows changed since when, so that a reader who knows the others is told only of those.

/** Of more rows at once nobody keeps count: all of them count as changed. */
const COUNTED_MAX = 2_000;

let named = 0;

export class Touches {
  #version = 0;
  #allAt = 0;
  /** Row → the version that last changed it. */
  #rows: number[] = [];
  /** Copies count on under names of their own, so that the same count of another copy is never taken for this one's. */
  #name = newName();
  #isShared = false;
  /** Names from before the copies, and how far each has counted. */
  #earlier: ReadonlyMap<number, number> = new Map();

  /** `all`: for a grid in this one's place, of which no row is known. */
  fork(all: boolean): Touches {
    const fork = new Touches();
    fork.#version = this.#version;
    fork.#allAt = this.#allAt;
    fork.#rows = this.#rows.slice();
    fork.#name = this.#name;
    fork.#earlier = this.#earlier;
    fork.#isShared = true;
    this.#isShared = true;
    if (all) fork.touchAll();
    return fork;
  }

  /** Goes up with every change. */
  get version(): number {
    return this.#version;
  }

  /** The version by a name that no other grid of this process has. */
  get state(): string {
    return `${this.#name}.${this.#version}`;
  }

  touch(row: number, rows: number): void {
    this.#count();
    if (rows > COUNTED_MAX) this.#allAt = this.#version;
    else for (let at = row; at < row + rows; at += 1) this.#rows[at] = this.#version;
  }

  /** Rows moved, or something changed that shows in all of them. */
  touchAll(): void {
    this.#count();
    this.#allAt = this.#version;
  }

  /** Null: all of them may have. */
  since(version: number): readonly number[] | null {
    if (version < this.#allAt || version > this.#version) return null;
    const changed: number[] = [];
    if (version === this.#version) return changed;
    for (let row = 1; row < this.#rows.length; row += 1) {
      if ((this.#rows[row] ?? 0) > version) changed.push(row);
    }
    return changed;
  }

  /** The same for a state, which may be another grid's. */
  sinceState(state: string): readonly number[] | null {
    const [name, version] = state.split(".").map(Number);
    const last = name === this.#name ? this.#version : this.#earlier.get(name ?? 0);
    return last === undefined || version === undefined || version > last
      ? null
      : this.since(version);
  }

  #count(): void {
    if (this.#isShared) {
      this.#earlier = new Map([...this.#earlier, [this.#name, this.#version]]);
      this.#name = newName();
      this.#isShared = false;
    }
    this.#version += 1;
  }
}

function newName(): number {
  named += 1;
  return named;
}
