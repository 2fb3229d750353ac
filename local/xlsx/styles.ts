// Every look a cell can have, each kept once and known by its number.
import { GENERAL_FORMAT } from "../host/grid/cell.ts";
import { attributes, HEAD, MAIN } from "./xml.ts";

export interface Look {
  readonly format: string;
  /** "#rrggbb", "" for none; the same for the font's. */
  readonly background: string;
  readonly fontColor: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly size: number;
  readonly wraps: boolean;
  readonly horizontal: string;
  readonly vertical: string;
  /** Text that a program would take for a formula once somebody edits the cell. */
  readonly quoted: boolean;
}
/** What a conditional colour changes. */
export interface RuleLook {
  readonly background: string;
  readonly fontColor: string;
  readonly bold: boolean;
}

const BUILT_IN: Readonly<Record<string, number>> = { [GENERAL_FORMAT]: 0, "@": 49 };
/** Numbers below are the programs' own. */
const FIRST_FORMAT = 164;

/** Entries in order of their numbers. */
class Numbered {
  readonly #numbers = new Map<string, number>();
  constructor(...first: readonly string[]) {
    for (const entry of first) this.numberOf(entry);
  }
  numberOf(entry: string): number {
    const known = this.#numbers.get(entry) ?? this.#numbers.size;
    this.#numbers.set(entry, known);
    return known;
  }
  xml(tag: string): string {
    const entries = [...this.#numbers.keys()];
    return `<${tag} count="${entries.length}">${entries.join("")}</${tag}>`;
  }
  get entries(): readonly string[] {
    return [...this.#numbers.keys()];
  }
}

const PLAIN: Look = {
  format: GENERAL_FORMAT,
  background: "",
  fontColor: "",
  bold: false,
  italic: false,
  size: 10,
  wraps: false,
  horizontal: "",
  vertical: "",
  quoted: false,
};

export class Styles {
  readonly #formats = new Numbered();
  readonly #fonts = new Numbered();
  // The first two are fixed by the format.
  readonly #fills = new Numbered(pattern("none"), pattern("gray125"));
  readonly #cells = new Numbered();
  readonly #rules = new Numbered();
  readonly #known = new Map<string, number>();

  constructor() {
    this.numberOf(PLAIN);
  }

  numberOf(look: Look): number {
    const key = JSON.stringify(look);
    const known = this.#known.get(key) ?? this.#cells.numberOf(this.#cellXml(look));
    this.#known.set(key, known);
    return known;
  }

  ruleNumber({ background, fontColor, bold }: RuleLook): number {
    const font = `${bold ? "<b/>" : ""}${color("color", fontColor)}`;
    const fill = `<fill><patternFill>${color("bgColor", background)}</patternFill></fill>`;
    const parts = [font && `<font>${font}</font>`, background && fill];
    return this.#rules.numberOf(`<dxf>${parts.join("")}</dxf>`);
  }

  xml(): string {
    const formats = this.#formats.entries.map(
      (formatCode, index) =>
        `<numFmt${attributes({ numFmtId: FIRST_FORMAT + index, formatCode })}/>`,
    );
    return [
      `${HEAD}<styleSheet xmlns="${MAIN}">`,
      formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join("")}</numFmts>` : "",
      this.#fonts.xml("fonts"),
      this.#fills.xml("fills"),
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      this.#cells.xml("cellXfs"),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      this.#rules.xml("dxfs"),
      "</styleSheet>",
    ].join("");
  }

  #cellXml(look: Look): string {
    const { format, background, wraps, horizontal, vertical, quoted } = look;
    const numFmtId = BUILT_IN[format] ?? FIRST_FORMAT + this.#formats.numberOf(format);
    const fill = `<fgColor rgb="${argb(background)}"/><bgColor indexed="64"/>`;
    const fillId = background === "" ? 0 : this.#fills.numberOf(pattern("solid", fill));
    const alignment = attributes({
      horizontal: horizontal || undefined,
      vertical: vertical || undefined,
      wrapText: wraps ? 1 : undefined,
    });
    const id = {
      numFmtId,
      fontId: this.#fonts.numberOf(fontXml(look)),
      fillId,
      borderId: 0,
      xfId: 0,
    };
    const applied = attributes({
      ...id,
      quotePrefix: quoted ? 1 : undefined,
      applyNumberFormat: 1,
      applyFont: 1,
      applyFill: 1,
      applyAlignment: 1,
    });
    return `<xf${applied}>${alignment === "" ? "" : `<alignment${alignment}/>`}</xf>`;
  }
}

function fontXml({ bold, italic, size, fontColor }: Look): string {
  const marks = `${bold ? "<b/>" : ""}${italic ? "<i/>" : ""}`;
  const own = color("color", fontColor);
  return `<font>${marks}<sz val="${size}"/>${own}<name val="Arial"/><family val="2"/></font>`;
}

function pattern(type: string, inside = ""): string {
  return `<fill><patternFill patternType="${type}">${inside}</patternFill></fill>`;
}

function color(tag: string, hex: string): string {
  return hex === "" ? "" : `<${tag} rgb="${argb(hex)}"/>`;
}

export function argb(hex: string): string {
  return `FF${hex.replace("#", "").toUpperCase()}`;
}
