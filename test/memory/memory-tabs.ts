// Tabs of the owner's own, in memory.
import type { OtherCell, OtherTabs } from "../../src/ports";

/** What a person may put into a cell; a Date is a date cell. */
type Typed = string | number | boolean | Date;

export class MemoryTabs implements OtherTabs {
  readonly tabs = new Map<string, Typed[][]>();
  /** Every call by name and tab, for budgets. */
  readonly calls: string[] = [];
  names(): readonly string[] {
    this.calls.push("names");
    return [...this.tabs.keys()];
  }
  read(name: string): readonly (readonly OtherCell[])[] | null {
    this.calls.push(`read ${name}`);
    return this.tabs.get(name)?.map((line) => line.map(otherCell)) ?? null;
  }
  lastRow(name: string): number {
    this.calls.push(`lastRow ${name}`);
    return this.tabs.get(name)?.length ?? 0;
  }
}

function otherCell(typed: Typed): OtherCell {
  if (typed instanceof Date) return { text: typed.toISOString(), at: typed.getTime() };
  return { text: String(typed), at: null };
}
