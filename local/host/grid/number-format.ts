// What a number looks like under a cell's number format, as the sheet would draw it.
import { GENERAL_FORMAT } from "./cell.ts";
import { drawDate } from "./date-format.ts";

const literals = /"[^"]*"|\\./g;
const dateKinds = new Map<string, boolean>();

export function isDateFormat(format: string): boolean {
  const known = dateKinds.get(format);
  if (known !== undefined) return known;
  const bare = format.replace(literals, "").replace(/\[[^\]hms]*\]/gi, "");
  const isDate =
    /[ydhs]|m{1,4}/i.test(bare.replace(/E[+-]/g, "")) &&
    !/[0#]{2,}|[0#]\.[0#]/.test(bare.replace(/s\.0+/gi, ""));
  dateKinds.set(format, isDate);
  return isDate;
}

export function drawNumber(value: number, format: string): string {
  if (format === "" || format === GENERAL_FORMAT) return drawGeneral(value);
  if (format === "@") return String(value);
  if (isDateFormat(format)) return drawDate(value, format);
  return drawPattern(value, format);
}

function drawGeneral(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  if (Math.abs(value) >= 1e15 || (value !== 0 && Math.abs(value) < 1e-9)) {
    return value
      .toExponential(5)
      .replace(/\.?0+e/, "e")
      .replace("e", "E");
  }
  return String(Number(value.toPrecision(10)));
}

function drawPattern(value: number, format: string): string {
  const section = sectionFor(value, format);
  const pattern = /[#0,.]*[#0][#0,.]*(?:E[+-]0+)?/.exec(section)?.[0];
  if (pattern === undefined) return unquote(section);
  const scaled = section.includes("%") ? Math.abs(value) * 100 : Math.abs(value);
  const drawn = pattern.includes("E") ? exponent(scaled, pattern) : fixed(scaled, pattern);
  const signed =
    value < 0 && section === format ? `-${unquote(section).replace(pattern, drawn)}` : "";
  return signed === "" ? unquote(section).replace(pattern, drawn) : signed;
}

function sectionFor(value: number, format: string): string {
  const sections = format.split(";");
  if (sections.length === 1) return format;
  if (value < 0) return sections[1] ?? format;
  return value === 0 ? (sections[2] ?? sections[0] ?? format) : (sections[0] ?? format);
}

function fixed(value: number, pattern: string): string {
  const [whole = "", fraction = ""] = pattern.split(".");
  const least = (fraction.match(/0/g) ?? []).length;
  const most = fraction.replace(/[^#0]/g, "").length;
  const text = value.toLocaleString("en-US", {
    useGrouping: whole.includes(","),
    minimumIntegerDigits: Math.max(1, (whole.match(/0/g) ?? []).length),
    minimumFractionDigits: least,
    maximumFractionDigits: Math.max(least, most),
  });
  return text;
}

function exponent(value: number, pattern: string): string {
  const fraction = /\.(0*)/.exec(pattern)?.[1]?.length ?? 0;
  const [digits = "0", power = "+0"] = value.toExponential(fraction).split("e");
  const sign = power.startsWith("-") ? "-" : "+";
  return `${digits}E${sign}${power.replace(/^[+-]/, "").padStart(2, "0")}`;
}

function unquote(text: string): string {
  return text.replace(literals, (part) =>
    part.startsWith("\\") ? part.slice(1) : part.slice(1, -1),
  );
}
