// The data folder's two files: a snapshot, and a journal of what changed since. A line is written in
// one call and counts only when whole, so a kill at any moment loses nothing that was written before.
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";

export interface JournalLine<Change> {
  readonly n: number;
  /** The clock when it was written. */
  readonly t: number;
  /** How far the clock had been moved ahead of the wall clock. */
  readonly m: number;
  readonly c: readonly Change[];
}

export class Journal<Snapshot extends { readonly n: number }, Change> {
  readonly #snapshotFile: string;
  readonly #journalFile: string;
  #descriptor: number;
  #bytes = 0;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#snapshotFile = join(folder, "world.json");
    this.#journalFile = join(folder, "journal.jsonl");
    this.#descriptor = openSync(this.#journalFile, "a");
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** What was kept: the snapshot and the whole lines after it. A torn end is cut off. */
  read(): { snapshot: Snapshot | null; lines: JournalLine<Change>[] } {
    const snapshot = existsSync(this.#snapshotFile)
      ? (JSON.parse(readFileSync(this.#snapshotFile, "utf8")) as Snapshot)
      : null;
    const raw = readFileSync(this.#journalFile);
    const end = raw.lastIndexOf(10) + 1;
    if (end < raw.length) ftruncateSync(this.#descriptor, end);
    this.#bytes = end;
    const lines = raw
      .subarray(0, end)
      .toString("utf8")
      .split("\n")
      .filter((line) => line !== "");
    const since = snapshot?.n ?? 0;
    const parsed = lines.map((line) => JSON.parse(line) as JournalLine<Change>);
    return { snapshot, lines: parsed.filter((line) => line.n > since) };
  }

  append(line: JournalLine<Change>): void {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
    let written = 0;
    while (written < bytes.length) written += writeSync(this.#descriptor, bytes, written);
    this.#bytes += bytes.length;
  }

  /** Replaces the snapshot, then empties the journal. Lines left by a kill between are skipped by number. */
  compact(snapshot: Snapshot): void {
    const temporary = `${this.#snapshotFile}.tmp`;
    writeFileSync(temporary, JSON.stringify(snapshot));
    const file = openSync(temporary, "r+");
    fsyncSync(file);
    closeSync(file);
    renameSync(temporary, this.#snapshotFile);
    ftruncateSync(this.#descriptor, 0);
    this.#bytes = 0;
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
