// The person at the terminal: says, asks, and stops at Ctrl-C without leaving a step half done.
import { createInterface } from "node:readline";
import { BuildError } from "../build-error.mjs";

export class Interrupted extends Error {}

/** npm passes on the signal that the terminal has sent already: twice within this is one press. */
const ONE_PRESS_MS = 1_000;

export class Terminal {
  /** @param {import("./words.mjs").Say} say */
  constructor(say) {
    this.say = say;
    this.busy = false;
    this.wantsToStop = false;
    this.closed = false;
    this.pressedAt = 0;
    /** @type {import("node:readline").Interface | null} */
    this.lines = null;
    /** @type {string[]} */
    this.typed = [];
    /** @type {((line: string | null) => void) | null} */
    this.waiting = null;
    this.ended = false;
    process.on("SIGINT", () => this.interrupt());
  }

  /** @param {string} text */
  tell(text) {
    console.log(text);
  }

  /** One finished or waiting step. @param {"✓" | "·"} mark @param {import("./words.mjs").Saying} step @param {string} text */
  step(mark, step, text) {
    console.log(`${mark} ${this.say(step)}: ${text}`);
  }

  /** @param {import("./words.mjs").Saying} question @param {Readonly<Record<string, string>>} [values] @returns {Promise<string>} */
  async ask(question, values) {
    this.stopIfWanted();
    process.stdout.write(this.say(question, values));
    const line = await this.nextLine();
    if (line !== null) return line.trim();
    const seen = this.say("noAnswer");
    throw new BuildError([{ place: "stdin", seen, todo: this.say("noAnswerTodo") }]);
  }

  /** @param {import("./words.mjs").Saying} question @param {Readonly<Record<string, string>>} [values] */
  async agrees(question, values) {
    return /^(?:y|yes|是|好)$/i.test(await this.ask(question, values));
  }

  /**
   * Work that Ctrl-C lets finish. Whoever asked for it writes its answer down before the next of
   * these begins: only there it stops.
   * @template T @param {() => Promise<T>} work @returns {Promise<T>}
   */
  async whole(work) {
    this.stopIfWanted();
    this.busy = true;
    try {
      return await work();
    } finally {
      this.busy = false;
    }
  }

  stopIfWanted() {
    if (this.wantsToStop) throw new Interrupted();
  }

  /** While another program reads the keys. */
  release() {
    this.lines?.close();
    this.lines = null;
    this.ended = false;
  }

  /** From here on nothing is left to stop: a late signal must not cut off the last words. */
  close() {
    this.release();
    this.closed = true;
  }

  /** @returns {Promise<string | null>} */
  nextLine() {
    this.listen();
    const line = this.typed.shift();
    if (line !== undefined || this.ended) return Promise.resolve(line ?? null);
    return new Promise((done) => {
      this.waiting = done;
    });
  }

  listen() {
    if (this.lines !== null) return;
    const lines = createInterface({ input: process.stdin });
    this.lines = lines;
    lines.on("line", (line) => this.hear(line));
    lines.on("close", () => {
      this.ended = true;
      if (this.lines === lines) this.hear(null);
    });
  }

  /** @param {string | null} line */
  hear(line) {
    const waiting = this.waiting;
    this.waiting = null;
    if (waiting !== null) waiting(line);
    else if (line !== null) this.typed.push(line);
  }

  interrupt() {
    const sincePressMs = Date.now() - this.pressedAt;
    this.pressedAt = Date.now();
    if (this.closed || (this.wantsToStop && sincePressMs < ONE_PRESS_MS)) return;
    if (this.busy && !this.wantsToStop) {
      this.wantsToStop = true;
      this.tell(`\n${this.say("finishing")}`);
      return;
    }
    this.tell(`\n${this.say("stopped")} ${this.say("goesOn")}`);
    process.exit(130);
  }
}
