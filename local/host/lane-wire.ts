// How a lane and the host take turns: one word of shared memory says whose turn it is, the rest is the message.

const BUFFER_BYTES = 16 * 1024 * 1024;
/** Turn, bytes of the message; then the clock, and the text. */
const WORDS = 2;
const CLOCK_AT = 8;
const TEXT_AT = 16;

export const HOST = 0;
export const LANE = 1;
type Side = typeof HOST | typeof LANE;

export function newMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(BUFFER_BYTES);
}

export class LaneWire {
  readonly #words: Int32Array;
  readonly #clock: Float64Array;
  readonly #text: Buffer;

  constructor(
    memory: SharedArrayBuffer,
    readonly side: Side,
  ) {
    this.#words = new Int32Array(memory, 0, WORDS);
    this.#clock = new Float64Array(memory, CLOCK_AT, 1);
    this.#text = Buffer.from(memory, TEXT_AT);
  }

  /** Stands still while a lane has its turn. */
  get clock(): number {
    return this.#clock[0] ?? 0;
  }

  set clock(now: number) {
    this.#clock[0] = now;
  }

  /** Gives the turn away with a message. */
  send(message: string): void {
    if (Buffer.byteLength(message) > this.#text.length) {
      throw new Error(`A message of ${message.length} characters is too long for a lane.`);
    }
    this.#words[1] = this.#text.write(message, "utf8");
    Atomics.store(this.#words, 0, this.side === HOST ? LANE : HOST);
    Atomics.notify(this.#words, 0);
  }

  /** The other side's message; null when it does not come in time. */
  receive(withinMs = Number.POSITIVE_INFINITY): string | null {
    const others = this.side === HOST ? LANE : HOST;
    const until = Date.now() + withinMs;
    // A late notification may wake this side although nothing has come: so look again.
    while (Atomics.load(this.#words, 0) === others) {
      const leftMs = until - Date.now();
      if (leftMs <= 0) return null;
      Atomics.wait(this.#words, 0, others, leftMs);
    }
    return this.#text.toString("utf8", 0, this.#words[1]);
  }
}
