// The result of the few formulas that need no sheet: sums, products and brackets over plain numbers.
// Everything else shows #NAME? (or #ERROR! when it cannot be a formula), so nobody relies on it.
import type { Scalar } from "./cell.ts";

export function evaluateFormula(formula: string): Scalar {
  const text = formula.slice(1).trim();
  if (/^"[^"]*"$/.test(text)) return text.slice(1, -1);
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
  if (/^[\d\s.+\-*/()%]+$/.test(text)) return arithmetic(text.replace(/%/g, "/100"));
  return /^[+\-\s]*[A-Za-z_$][\w.$!:]*\s*(\(.*\))?$/s.test(text) ? "#NAME?" : "#ERROR!";
}

function arithmetic(text: string): Scalar {
  const tokens = text.match(/\d+\.?\d*|\.\d+|[+\-*/()]/g) ?? [];
  if (tokens.join("") !== text.replace(/\s+/g, "")) return "#ERROR!";
  // "1 555" is two numbers side by side, which no formula allows.
  if (/[\d.]\s+[\d.]/.test(text)) return "#ERROR!";
  const reader = { tokens, at: 0 };
  const value = sum(reader);
  if (value === null || reader.at !== tokens.length) return "#ERROR!";
  return Number.isFinite(value) ? value : "#DIV/0!";
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

function sum(reader: Reader): number | null {
  let total = product(reader);
  while (total !== null && /^[+-]$/.test(reader.tokens[reader.at] ?? "")) {
    const sign = reader.tokens[reader.at++] === "+" ? 1 : -1;
    const next = product(reader);
    total = next === null ? null : total + sign * next;
  }
  return total;
}

function product(reader: Reader): number | null {
  let total = factor(reader);
  while (total !== null && /^[*/]$/.test(reader.tokens[reader.at] ?? "")) {
    const times = reader.tokens[reader.at++] === "*";
    const next = factor(reader);
    if (next === null) return null;
    total = times ? total * next : total / next;
  }
  return total;
}

function factor(reader: Reader): number | null {
  const token = reader.tokens[reader.at++] ?? "";
  if (token === "+" || token === "-") {
    const value = factor(reader);
    return value === null ? null : token === "-" ? -value : value;
  }
  if (token === "(") {
    const value = sum(reader);
    return reader.tokens[reader.at++] === ")" ? value : null;
  }
  return /^[\d.]/.test(token) ? Number(token) : null;
}
