// The archive in memory: files of rows, kept as the sheet would keep them.
import { type Row, TABS, type TabName } from "../../sheets-schema/index";
import type { Archive } from "../../src/ports";
import { MemoryStore } from "./memory-store";

export class MemoryArchive implements Archive {
  readonly files = new Map<string, MemoryStore>();

  create(name: string): { fileId: string; url: string } {
    const fileId = `archive-${this.files.size + 1}`;
    this.files.set(fileId, new MemoryStore(fileId));
    return { fileId, url: `https://sheets.test/${fileId}?${encodeURIComponent(name)}` };
  }
  read<N extends TabName>(fileId: string, tab: N): readonly Row<N>[] {
    return this.#of(fileId).rows(tab);
  }
  append<N extends TabName>(fileId: string, tab: N, rows: readonly Row<N>[]): void {
    this.#of(fileId).append(tab, rows);
  }
  replace<N extends TabName>(fileId: string, tab: N, rows: readonly Row<N>[]): void {
    const { idColumn } = TABS[tab];
    const idOf = (row: Row<N>) => String((row as Readonly<Record<string, unknown>>)[idColumn]);
    this.#of(fileId).update(
      tab,
      rows.map((cells) => ({ id: idOf(cells), cells })),
    );
  }
  #of(fileId: string): MemoryStore {
    const file = this.files.get(fileId);
    if (file === undefined) throw new Error(`no file ${fileId}`);
    return file;
  }
}
