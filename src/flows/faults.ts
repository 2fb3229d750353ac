// How a wrong row of rules is named, and how its faults reach the flow they stop.
import { type RuleFault, type Rules, sayFault } from "../model/flow";
import { RULE_FAULTS } from "../words/rule-faults";

export interface Numbered<R> {
  readonly row: number;
  readonly cells: R;
  readonly odd: Readonly<Partial<Record<string, string>>>;
}
export type Fault = (column: string, seen: string, allowed: RuleFault["allowed"]) => void;

export function faultsOf(
  tab: RuleFault["tab"],
  id: string,
  row: number,
  flow: string,
  faults: RuleFault[],
): Fault {
  return (column, seen, allowed) => faults.push({ tab, id, row, column, seen, allowed, flow });
}

/** A flow with a fault in any of its rows sends nothing until it is mended; the others go on. */
export function withFaults(rules: Rules, faults: readonly RuleFault[]): Rules {
  const first = (flow: string) => faults.find((fault) => fault.flow === flow);
  return new Map(
    [...rules].map(([name, flow]) => {
      const fault = first(name);
      return [name, fault === undefined ? flow : { ...flow, fault: sayFault(fault) }] as const;
    }),
  );
}

export const SMALL_NAME = RULE_FAULTS.smallName;
export const WHOLE = RULE_FAULTS.whole;

export function oneOf(names: Iterable<string>): RuleFault["allowed"] {
  const list = [...names].join(", ");
  return RULE_FAULTS.oneOf(list);
}
