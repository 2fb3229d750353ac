// Where ids come from: the machine's own randomness, or a seed that makes every run of a history alike.
import { randomBytes } from "node:crypto";

export class Random {
  #state: number | null;

  constructor(seed: number | undefined) {
    this.#state = seed === undefined ? null : seed | 0;
  }

  /** Goes on as this one would have, on its own. */
  fork(): Random {
    const fork = new Random(undefined);
    fork.#state = this.#state;
    return fork;
  }

  /** What was drawn before `steps` steps were kept is not drawn again. */
  skip(steps: number): void {
    if (this.#state !== null) this.#state = (this.#state + Math.imul(steps, 0x9e3779b1)) | 0;
  }

  bytes(count: number): Buffer {
    if (this.#state === null) return randomBytes(count);
    return Buffer.from(Array.from({ length: count }, () => this.#next() >>> 24));
  }

  /** As java.util.UUID.randomUUID: version 4. */
  uuid(): string {
    const bytes = this.bytes(16);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  /** Mulberry32: small, even enough, the same everywhere. */
  #next(): number {
    const state = ((this.#state ?? 0) + 0x6d2b79f5) | 0;
    this.#state = state;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return mixed ^ (mixed >>> 14);
  }
}
