// Conditional colours, so that a row turns green there, too, when it becomes PAID.
import { a1Of, type Rect } from "../host/grid/rect.ts";
import type { FormatRule } from "../host/grid/sheet-props.ts";
import { isHex } from "./cells.ts";
import type { Styles } from "./styles.ts";
import { attributes, escaped } from "./xml.ts";

export function coloursXml(rules: readonly FormatRule[], styles: Styles): string {
  return rules.map((rule, index) => ruleXml(rule, index + 1, styles)).join("");
}

function ruleXml(rule: FormatRule, priority: number, styles: Styles): string {
  const first = rule.rects[0];
  const test = first === undefined ? null : testOf(rule, first);
  if (test === null) return "";
  const { formula, ...kind } = test;
  const dxfId = styles.ruleNumber({
    background: hexOf(rule.background),
    fontColor: hexOf(rule.fontColor),
    bold: rule.bold === true,
  });
  const shown = attributes({ ...kind, dxfId, priority, stopIfTrue: 1 });
  const sqref = escaped(rule.rects.map(a1Of).join(" "));
  return (
    `<conditionalFormatting sqref="${sqref}">` +
    `<cfRule${shown}><formula>${escaped(formula)}</formula></cfRule></conditionalFormatting>`
  );
}

function hexOf(color: string | null): string {
  return color !== null && isHex(color) ? color : "";
}

/** Other kinds are not drawn in Local either. */
function testOf({ kind, values }: FormatRule, { row, col }: Rect) {
  const text = String(values[0] ?? "");
  const quoted = `"${text.replace(/"/g, '""')}"`;
  const cell = a1Of({ row, col, rows: 1, cols: 1 });
  switch (kind) {
    case "TEXT_EQUAL_TO":
      return { type: "cellIs", operator: "equal", formula: quoted };
    case "TEXT_CONTAINS":
      return {
        type: "containsText",
        operator: "containsText",
        text,
        formula: `NOT(ISERROR(SEARCH(${quoted},${cell})))`,
      };
    case "TEXT_STARTS_WITH":
      return {
        type: "beginsWith",
        operator: "beginsWith",
        text,
        formula: `LEFT(${cell},${text.length})=${quoted}`,
      };
    case "CELL_EMPTY":
      return { type: "containsBlanks", formula: `LEN(TRIM(${cell}))=0` };
    case "CELL_NOT_EMPTY":
      return { type: "notContainsBlanks", formula: `LEN(TRIM(${cell}))>0` };
    case "CUSTOM_FORMULA":
      return { type: "expression", formula: text.replace(/^=/, "") };
    default:
      return null;
  }
}
