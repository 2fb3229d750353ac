// What the app asks of spreadsheets: rows by id, other tabs, structure, archive files.
import type { Row, TabName } from "../../sheets-schema/index";
import type { WallTime } from "../model/date-words";

export type Language = "en" | "zh";

export type ColumnOf<N extends TabName> = keyof Row<N> & string;

export interface StoredRow<N extends TabName> {
  /** As the sheet numbers it. For messages only: rows move, so it never identifies a row. */
  readonly row: number;
  readonly cells: Row<N>;
  /** Cells whose content does not fit their column, as displayed text. They read as empty in `cells`. */
  readonly odd: Readonly<Partial<Record<ColumnOf<N>, string>>>;
}

export interface RowChange<N extends TabName> {
  readonly id: string;
  /** Machine cells to write. */
  readonly cells: Readonly<Partial<Row<N>>>;
  /** What the app believes stands there. A cell that holds something else by now was edited by a person: it is left. */
  readonly seen?: Readonly<Partial<Row<N>>>;
}

export interface CellNote<N extends TabName> {
  readonly id: string;
  readonly column: ColumnOf<N>;
  readonly note: string;
}

export interface UpdateReport {
  /** Ids no longer in the tab: a person deleted the row. */
  readonly missing: readonly string[];
  /** Ids whose cells could not be made right even by a second write. A person must look. */
  readonly spoiled: readonly string[];
}

/** The workbook as tables. Columns are found by header, rows by id, at every call. */
export interface Store {
  /** Every row in sheet order, rows without an id included. One read. */
  read<N extends TabName>(tab: N): readonly StoredRow<N>[];
  /** Rows whose text in that column starts so, in sheet order, however many others there are. */
  find<N extends TabName>(tab: N, column: ColumnOf<N>, startsWith: string): readonly StoredRow<N>[];
  /** The rows that `choose` names out of all ids in sheet order, by their place in that list. Right after a selection: as it was read. */
  pick<N extends TabName>(
    tab: N,
    choose: (ids: readonly string[]) => readonly number[],
  ): readonly StoredRow<N>[];
  /** At the end, each row where the sheet puts it; text stays text. Not flushed. */
  append<N extends TabName>(tab: N, rows: readonly Row<N>[]): void;
  /** The same for hundreds of rows: a few calls for all, flushed and looked at. Only for who holds the batch mutex. */
  appendBlock<N extends TabName>(tab: N, rows: readonly Row<N>[]): void;
  /**
   * A verified write section (design 5): find, write, flush, read again, repair.
   * `looks` "later": the next update or flush flushes it too, and looks at it; what it finds is mended, and told to nobody.
   */
  update<N extends TabName>(
    tab: N,
    changes: readonly RowChange<N>[],
    looks?: "now" | "later",
  ): UpdateReport;
  /** Deletes whole rows by id, verified; says which ids stand there still. */
  remove(tab: TabName, ids: readonly string[]): readonly string[];
  /** Number of the last row with content; 1 is the header row alone, 0 a missing tab. */
  lastRow(tab: TabName): number;
  /** One quick, unverified write of a time cell: the heartbeat. At most two service calls. */
  stamp<N extends TabName>(tab: N, id: string, column: ColumnOf<N>, atMs: number): void;
  /** Notes on cells, for the person who looks at them, "" to take one away. Ignored where the row is gone. */
  annotate<N extends TabName>(tab: N, notes: readonly CellNote<N>[]): void;
  /**
   * Columns written for people alone whose header is gone: they read as empty, and are not written. "" where the whole
   * tab is gone. As last read; null: not read.
   */
  gone(tab: TabName): readonly string[] | null;
  flush(): void;
  fileId(): string;
}

/** A cell of a tab that is none of ours. */
export interface OtherCell {
  readonly text: string;
  /** Where the cell holds a date: epoch ms. */
  readonly at: number | null;
}
/** Tabs a person or a Google Form has made. They are read and never written. */
export interface OtherTabs {
  /** In sheet order. */
  names(): readonly string[];
  /** The whole tab, its headers first, blank rows included; null: no tab of that name. */
  read(name: string): readonly (readonly OtherCell[])[] | null;
  /** Number of the last row with content; 0: no tab of that name. One service call. */
  lastRow(name: string): number;
}

/** What Set up does to the file's structure. */
export interface Workbook {
  /** Creates and upgrades tabs; says what it changed, in English tab and column names. Running it twice changes nothing. */
  prepare(language: Language): readonly string[];
  /** Rows of the first ids stand above those of the second, and those are folded away. */
  fold(tab: TabName, above: readonly string[], folded: readonly string[]): void;
  /** A copy of the whole file as it is now, and where it lies. */
  copy(name: string): { readonly fileId: string; readonly url: string };
  /** True where two instants look the same in a cell: in the hour that autumn repeats. */
  sameWallTime(one: number, other: number): boolean;
  /** What a clock shows there; "" or a zone the platform does not know: in the file's own zone. */
  wallTime(atMs: number, zone: string): WallTime;
  /** Sorts the Queue's rows and hides some by the sheet's own filter, in place of the filter that stood there. */
  arrangeQueue(arrangement: Arrangement): void;
}

export interface Arrangement {
  /** The first column first; empty cells come last. */
  readonly sortBy: readonly { readonly column: ColumnOf<"Queue">; readonly ascending: boolean }[];
  /** Rows that hold one of these values in that column are hidden; none named: no filter. */
  readonly hide: Readonly<Partial<Record<ColumnOf<"Queue">, readonly string[]>>>;
  /** Only rows whose time in that column is today or earlier, in the file's own zone, for as long as the filter stands. */
  readonly beforeTomorrow?: ColumnOf<"Queue">;
}

/** Spreadsheet files beside the bound one, which nobody but us writes. */
export interface Archive {
  create(name: string): { readonly fileId: string; readonly url: string };
  /** Every row of that tab there, none where there is no such tab yet. Throws where the file cannot be opened. */
  read<N extends TabName>(fileId: string, tab: N): readonly Row<N>[];
  /** At the end; flushed. */
  append<N extends TabName>(fileId: string, tab: N, rows: readonly Row<N>[]): void;
  /** Every row there that has the id of one of these becomes it; flushed. */
  replace<N extends TabName>(fileId: string, tab: N, rows: readonly Row<N>[]): void;
}
