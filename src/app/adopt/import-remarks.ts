// What is worth a look in a list's rows, though they are taken as they stand.

import { meantAddress } from "../../events/address-typo";
import type { AdoptLine } from "../../events/adopt-line";
import { addressMarks } from "../../model/address-marks";

export interface Remark {
  readonly row: number;
  readonly kind: "typo" | "disposable" | "role" | "basisUnknown";
  readonly seen: string;
  /** Of a slip of the fingers, what was probably meant. */
  readonly meant: string;
}

export function remarksOn(lines: readonly AdoptLine[]): readonly Remark[] {
  return lines.flatMap(({ row, email, basis }) => {
    const seen = email;
    const meant = meantAddress(email);
    const marks = addressMarks(email).map((kind) => ({ row, kind, seen, meant: "" }));
    const typo = meant === "" ? [] : [{ row, kind: "typo" as const, seen, meant }];
    const none =
      basis?.basis === "none"
        ? [{ row, kind: "basisUnknown" as const, seen: basis.words.slice(0, 60), meant: "" }]
        : [];
    return [...typo, ...marks, ...none];
  });
}
