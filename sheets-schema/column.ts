// How a column is described, and how the row types of the code follow from the descriptions.

/** English and Chinese, for everything a person reads. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}

/** `machine` columns carry a warning when a person edits them; `person` columns do not. */
export type Writer = "machine" | "person";

interface Described {
  readonly note: Words;
  readonly writer: Writer;
  readonly widthPx: number;
  readonly hidden?: true;
  /** Long words go on in the next line instead of over the next cell. */
  readonly wraps?: true;
  /** The header an older version gave it; Set up renames it. */
  readonly formerly?: string;
  /** Where it is new to a tab that has rows, it begins with what stands in that column. */
  readonly from?: string;
}
export interface TextColumn extends Described {
  readonly kind: "text";
}
export interface IntegerColumn extends Described {
  readonly kind: "integer";
}
/** An instant: epoch milliseconds in code, a Date in the cell. */
export interface TimeColumn extends Described {
  readonly kind: "time";
}
/** A value of a closed list; the cell offers it as a dropdown. */
export interface ChoiceColumn<C extends string = string> extends Described {
  readonly kind: "choice";
  readonly choices: readonly C[];
}
export type Column = TextColumn | IntegerColumn | TimeColumn | ChoiceColumn;

export interface Highlight {
  readonly column: string;
  readonly equals: string;
  readonly background: string;
}

export interface Tab {
  readonly name: string;
  /** `front` tabs are coloured and lie left; `back` tabs are grey and lie right. */
  readonly place: "front" | "back";
  readonly about: Words;
  /** The column whose value names a row for ever. */
  readonly idColumn: string;
  readonly columns: Readonly<Record<string, Column>>;
  readonly highlights?: readonly Highlight[];
}

type ValueOf<C> =
  C extends ChoiceColumn<infer V>
    ? V | ""
    : C extends TextColumn
      ? string
      : C extends IntegerColumn | TimeColumn
        ? number | null
        : never;

/** The row of a tab as the code sees it: empty text is "", an empty number or time is null. */
export type RowOf<T extends Tab> = {
  -readonly [K in keyof T["columns"]]: ValueOf<T["columns"][K]>;
};

export function defineTab<const T extends Tab>(tab: T): T {
  return tab;
}

type Options = Partial<Pick<Described, "widthPx" | "hidden" | "wraps" | "formerly" | "from">>;

function described(writer: Writer, widthPx: number, en: string, zh: string, options: Options) {
  return {
    note: { en, zh },
    writer,
    widthPx: options.widthPx ?? widthPx,
    ...(options.hidden ? { hidden: true as const } : {}),
    ...(options.wraps ? { wraps: true as const } : {}),
    ...(options.formerly === undefined ? {} : { formerly: options.formerly }),
    ...(options.from === undefined ? {} : { from: options.from }),
  };
}

export function text(writer: Writer, en: string, zh: string, options: Options = {}): TextColumn {
  return { kind: "text", ...described(writer, 140, en, zh, options) };
}
export function integer(
  writer: Writer,
  en: string,
  zh: string,
  options: Options = {},
): IntegerColumn {
  return { kind: "integer", ...described(writer, 70, en, zh, options) };
}
export function time(writer: Writer, en: string, zh: string, options: Options = {}): TimeColumn {
  return { kind: "time", ...described(writer, 140, en, zh, options) };
}
export function choice<const C extends string>(
  writer: Writer,
  choices: readonly C[],
  en: string,
  zh: string,
  options: Options = {},
): ChoiceColumn<C> {
  return { kind: "choice", choices, ...described(writer, 100, en, zh, options) };
}
