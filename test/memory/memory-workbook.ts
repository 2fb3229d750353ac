// The Workbook in memory: what Set up and the views have asked of the file's structure.
import type { WallTime } from "../../src/model/date-words";
import type { Arrangement, Language, Workbook } from "../../src/ports";

export class MemoryWorkbook implements Workbook {
  /** The file's own time zone. */
  zone = "Europe/Berlin";
  readonly prepared: Language[] = [];
  readonly arranged: Arrangement[] = [];
  /** Copies made, by name. */
  readonly copies: string[] = [];
  /** Rows folded away, by tab. */
  readonly folded = new Map<string, readonly string[]>();
  fold(tab: string, _above: readonly string[], folded: readonly string[]): void {
    this.folded.set(tab, folded);
  }
  copy(name: string): { fileId: string; url: string } {
    this.copies.push(name);
    const fileId = `copy-${this.copies.length}`;
    return { fileId, url: `https://docs.test/${fileId}` };
  }
  prepare(language: Language): readonly string[] {
    const first = this.prepared.length === 0;
    this.prepared.push(language);
    return first ? ["made every tab"] : [];
  }
  /** Memory keeps instants, not wall times. */
  sameWallTime(one: number, other: number): boolean {
    return one === other;
  }
  wallTime(atMs: number, zone: string): WallTime {
    const known = isZone(zone) ? zone : this.zone;
    const shown = new Intl.DateTimeFormat("sv-SE", {
      timeZone: known,
      dateStyle: "short",
      timeStyle: "short",
    });
    return { text: shown.format(atMs), zone: known };
  }
  arrangeQueue(arrangement: Arrangement): void {
    this.arranged.push(arrangement);
  }
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return zone !== "";
  } catch {
    return false;
  }
}
