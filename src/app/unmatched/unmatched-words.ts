// What an Unmatched row says once this_is is filled in.
import type { UnmatchedRow, Words } from "../../../sheets-schema/index";
import type { Language } from "../../ports";
import { UNMATCHED } from "../../words/unmatched";

/** Who it is, once the cell is read: a known contact, an address nobody had, nobody at all, or not readable. */
export type Named =
  | { readonly kind: "known"; readonly contact: string; readonly email: string }
  | { readonly kind: "new"; readonly email: string }
  | { readonly kind: "nobody" }
  | { readonly kind: "wrong" };

/** A filled-in row: who is meant, and the addresses that were named before for the same payment. */
export interface Resolved {
  readonly cells: UnmatchedRow;
  readonly who: Named;
  readonly others: readonly string[];
}

export function toldOf({ cells, who, others }: Resolved, language: Language): string {
  const seen = cells.this_is.trim();
  if (who.kind === "wrong") return UNMATCHED.wrong(seen)[language];
  const before = others.length === 0 ? "" : UNMATCHED.mistaken(others.join(", "))[language];
  return UNMATCHED.settled(seen)[language] + outcome(who)[language] + before;
}

function outcome(who: Named): Words {
  if (who.kind === "known") return UNMATCHED.known(who.email);
  return who.kind === "new" ? UNMATCHED.fresh(who.email) : UNMATCHED.nobody;
}

/** Where their rows stand. */
export function namedBefore(payment: string, language: Language): string {
  return UNMATCHED.namedBefore(payment)[language];
}
