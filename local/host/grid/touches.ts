// Which rows changed since when, so that a reader who knows the others is told only of those.

/** Of more rows at once nobody keeps count: all of them count as changed. */
const COUNTED_MAX = 2_000;

export class Touches {
  #version = 0;
  #allAt = 0;
  /** Row → the version that last changed it. */
  #rows: number[] = [];

  /** `all`: for a grid in this one's place, of which no row is known. */
  fork(all: boolean): Touches {
    const fork = new Touches();
    fork.#version = this.#version;
    fork.#allAt = this.#allAt;
    fork.#rows = this.#rows.slice();
    if (all) fork.touchAll();
    return fork;
  }

  /** Goes up with every change. */
  get version(): number {
    return this.#version;
  }

  touch(row: number, rows: number): void {
    this.#version += 1;
    if (rows > COUNTED_MAX) this.#allAt = this.#version;
    else for (let at = row; at < row + rows; at += 1) this.#rows[at] = this.#version;
  }

  /** Rows moved, or something changed that shows in all of them. */
  touchAll(): void {
    this.#version += 1;
    this.#allAt = this.#version;
  }

  /** Null: all of them may have. */
  since(version: number): readonly number[] | null {
    if (version < this.#allAt || version > this.#version) return null;
    const changed: number[] = [];
    this.#rows.forEach((at, row) => {
      if (at > version) changed.push(row);
    });
    return changed;
  }
}
