// Rows as JSON text, each kept until it changes: a long tab is read again and again, and few of its rows differ.
import type { Touches } from "./touches.ts";

interface Texts {
  version: number;
  rows: (string | undefined)[];
}

/** A tab is read whole, by some of its columns, and by one: each reading has texts of its own. */
const KEYS_KEPT = 4;

export class RowTexts {
  readonly #byKey = new Map<string, Texts>();
  #now: Texts = { version: 0, rows: [] };

  fork(): RowTexts {
    const fork = new RowTexts();
    for (const [key, { version, rows }] of this.#byKey) {
      fork.#byKey.set(key, { version, rows: rows.slice() });
    }
    return fork;
  }

  /** `key` names what the texts depend on besides the rows. */
  refresh(touches: Touches, key: string): void {
    const known = this.#byKey.get(key);
    const changed = known === undefined ? null : touches.since(known.version);
    if (known === undefined || changed === null) this.#now = { version: 0, rows: [] };
    else {
      this.#now = known;
      for (const row of changed) known.rows[row] = undefined;
    }
    this.#now.version = touches.version;
    // The one asked for last is the last to go.
    this.#byKey.delete(key);
    this.#byKey.set(key, this.#now);
    for (const oldest of [...this.#byKey.keys()].slice(0, -KEYS_KEPT)) this.#byKey.delete(oldest);
  }

  text(row: number, make: (row: number) => string): string {
    const known = this.#now.rows[row];
    if (known !== undefined) return known;
    const made = make(row);
    this.#now.rows[row] = made;
    return made;
  }
}

/** A result that is JSON already. */
export class JsonText {
  constructor(readonly text: string) {}
}
