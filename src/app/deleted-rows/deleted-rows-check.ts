// What is remembered of rows deleted by hand, and what Start here says of them.
import type { Ports } from "../../ports";
import { DELETED_CHECK } from "../../words/deleted";
import type { Check } from "../check-words";

/** How they stood when last noticed: a digest, how many, and the first of them by name. */
export interface Noticed {
  readonly digest: string;
  readonly count: number;
  readonly named: string;
  /** How many of them a newer row goes on for. */
  readonly askedAnew: number;
}
const PROPERTY = "deleted_rows";
const NOTHING: Noticed = { digest: "", count: 0, named: "", askedAnew: 0 };

type Kept = Readonly<Record<string, string>>;

/** As a script property. */
export function keptAs(noticed: Noticed): readonly [key: string, value: string] {
  return [PROPERTY, JSON.stringify(noticed)];
}

export function noticedOf(kept: Kept): Noticed {
  try {
    return { ...NOTHING, ...(JSON.parse(kept[PROPERTY] ?? "{}") as Partial<Noticed>) };
  } catch {
    return NOTHING;
  }
}

/** True: somebody was named there who must not be. It is noticed anew. */
export function forgetNoticed(
  { properties }: Ports,
  kept: Kept,
  names: (named: string) => boolean,
): boolean {
  if (!names(kept[PROPERTY] ?? "")) return false;
  properties.remove(PROPERTY);
  return true;
}

export function hasNoticed(kept: Kept): boolean {
  return noticedOf(kept).count > 0;
}

export function deletedRowsCheck(kept: Kept): Check {
  const { count, named, askedAnew } = noticedOf(kept);
  return {
    id: "deleted rows",
    ok: count === 0,
    ready: DELETED_CHECK.none,
    open: DELETED_CHECK.some(count, named, askedAnew),
  };
}
