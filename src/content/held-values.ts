// Keeps values out of reach while Liquid and Markdown work on the words around them.
import { HELD_CLOSE, HELD_OPEN } from "./values";

const HELD = /\uE000(\d+)\uE001/g;
const STARTS_HELD = /^\uE000\d+\uE001/;

export class HeldValues {
  private readonly kept: string[] = [];

  /** Leaves a mark in place of the value. */
  hold(value: string): string {
    this.kept.push(value);
    return `${HELD_OPEN}${this.kept.length - 1}${HELD_CLOSE}`;
  }

  /** The words with the values in their places again, each made fit for that place. */
  putBack(words: string, dress: (value: string) => string = (value) => value): string {
    return words.replace(HELD, (_mark, index: string) => dress(this.kept[Number(index)] ?? ""));
  }

  startsHeld(words: string): boolean {
    return STARTS_HELD.test(words);
  }
}
