// Moves of the clock stand in line: two at once would pull it back and forth.

export class Moves {
  #last: Promise<unknown> = Promise.resolve();

  inLine<T>(move: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(move);
    // One that was refused holds up nobody.
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}
