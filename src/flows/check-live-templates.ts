// A placeholder in the words of a flow that is on would reach readers: that flow waits until it is filled in.
import type { TemplateRow } from "../../sheets-schema/index";
import type { RuleFault, Rules } from "../model/flow";
import { placeholderIn } from "../model/placeholder";
import { RULE_FAULTS } from "../words/rule-faults";

export function checkLiveTemplates(
  rows: readonly { readonly row: number; readonly cells: TemplateRow }[],
  rules: Rules,
): readonly RuleFault[] {
  const live = [...rules.values()].filter(({ on }) => on);
  return rows.flatMap(({ row, cells }) => {
    const found = firstPlaceholder(cells);
    if (found === null) return [];
    const using = live.filter(({ steps }) =>
      steps.some(({ templates }) => templates.includes(cells.template)),
    );
    return using.map(({ flow }) => ({
      tab: "Templates" as const,
      id: cells.row,
      row,
      column: found.column,
      seen: found.seen,
      allowed: RULE_FAULTS.ownWords,
      flow,
    }));
  });
}

function firstPlaceholder(cells: TemplateRow): { column: string; seen: string } | null {
  for (const column of ["subject", "body", "why_now", "cost_of_not"] as const) {
    const seen = placeholderIn(cells[column]);
    if (seen !== null) return { column, seen };
  }
  return null;
}
