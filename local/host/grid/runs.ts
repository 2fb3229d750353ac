// One attribute of one column, kept as runs of equal values down the rows (1-based).
// Formats and notes cover thousands of cells with a few values, so runs stay tiny.

export type RunJson = readonly (readonly [start: number, value: unknown])[];

export class Runs {
  #starts: readonly number[] = [1];
  #values: readonly unknown[] = [null];

  static from(json: RunJson): Runs {
    const runs = new Runs();
    runs.#starts = json.map(([start]) => start);
    runs.#values = json.map(([, value]) => value);
    return runs;
  }

  /** The lists are replaced when they change, never changed. */
  fork(): Runs {
    const runs = new Runs();
    runs.#starts = this.#starts;
    runs.#values = this.#values;
    return runs;
  }

  toJSON(): RunJson {
    return this.#starts.map((start, index) => [start, this.#values[index] ?? null] as const);
  }

  get(row: number): unknown {
    return this.#values[this.#indexOf(row)] ?? null;
  }

  /** Sets rows `first` to `last`, both included. */
  fill(first: number, last: number, value: unknown): void {
    const after = this.get(last + 1);
    const from = this.#cut(first);
    const until = this.#starts.findIndex((start) => start > last);
    const end = until === -1 ? this.#starts.length : until;
    const replaced: [number, unknown][] = [[first, value]];
    if (this.#starts[end] !== last + 1) replaced.push([last + 1, after]);
    this.#splice(from, end - from, replaced);
  }

  /** Puts the rows `first`… in the given order (old offsets). */
  reorder(first: number, order: readonly number[]): void {
    const after = first + order.length;
    const [from, until] = [this.#indexOf(first), this.#indexOf(after - 1)];
    // One value for all of them, as in most columns.
    if (from === until) return;
    const moved = order.map((offset, down) => [first + down, this.get(first + offset)] as const);
    const before = this.#starts.flatMap((start, index) => {
      return start < first ? [[start, this.#values[index]] as const] : [];
    });
    const behind = this.#starts.flatMap((start, index) => {
      return start > after ? [[start, this.#values[index]] as const] : [];
    });
    const all = [...before, ...moved, [after, this.get(after)] as const, ...behind];
    this.#starts = all.map(([start]) => start);
    this.#values = all.map(([, value]) => value);
    this.#merge();
  }

  /** New rows take the value of the row above them. */
  insert(at: number, count: number): void {
    if (at === 1) {
      this.#starts = [1, ...this.#starts.map((start) => start + count)];
      this.#values = [null, ...this.#values];
      this.#merge();
    } else this.#starts = this.#starts.map((start) => (start >= at ? start + count : start));
  }

  remove(at: number, count: number): void {
    const end = at + count;
    const kept: [number, unknown][] = [];
    const resumed = this.get(end);
    this.#starts.forEach((start, index) => {
      if (start < at) kept.push([start, this.#values[index]]);
    });
    kept.push([at, resumed]);
    this.#starts.forEach((start, index) => {
      if (start > end) kept.push([start - count, this.#values[index]]);
    });
    this.#starts = kept.map(([start]) => start);
    this.#values = kept.map(([, value]) => value);
    this.#merge();
  }

  #indexOf(row: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Index of the run that starts at `row`, or at which one would have to be put in. */
  #cut(row: number): number {
    const index = this.#indexOf(row);
    return this.#starts[index] === row ? index : index + 1;
  }

  #splice(index: number, removed: number, added: readonly [number, unknown][]): void {
    const [starts, values] = [this.#starts.slice(), this.#values.slice()];
    starts.splice(index, removed, ...added.map(([start]) => start));
    values.splice(index, removed, ...added.map(([, value]) => value));
    this.#starts = starts;
    this.#values = values;
    this.#merge();
  }

  #merge(): void {
    const starts: number[] = [];
    const values: unknown[] = [];
    this.#starts.forEach((start, index) => {
      const value = this.#values[index] ?? null;
      if (starts.length > 0 && same(values[values.length - 1], value)) return;
      starts.push(start);
      values.push(value);
    });
    this.#starts = starts;
    this.#values = values;
  }
}

function same(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object") return false;
  return JSON.stringify(left) === JSON.stringify(right);
}
