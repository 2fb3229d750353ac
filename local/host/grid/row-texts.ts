// Rows as JSON text, each kept until it changes: a long tab is read again and again, and few of its rows differ.
import type { Touches } from "./touches.ts";

export class RowTexts {
  #key = "";
  #version = 0;
  #texts: (string | undefined)[] = [];

  fork(): RowTexts {
    const fork = new RowTexts();
    fork.#key = this.#key;
    fork.#version = this.#version;
    fork.#texts = this.#texts.slice();
    return fork;
  }

  /** `key` names what the texts depend on besides the rows; only the texts of the last key are kept. */
  refresh(touches: Touches, key: string): void {
    const changed = key === this.#key ? touches.since(this.#version) : null;
    if (changed === null) this.#texts = [];
    else for (const row of changed) this.#texts[row] = undefined;
    this.#key = key;
    this.#version = touches.version;
  }

  text(row: number, make: (row: number) => string): string {
    const known = this.#texts[row];
    if (known !== undefined) return known;
    const made = make(row);
    this.#texts[row] = made;
    return made;
  }
}

/** A result that is JSON already. */
export class JsonText {
  constructor(readonly text: string) {}
}
