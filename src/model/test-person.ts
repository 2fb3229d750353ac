// Somebody first met in a rehearsal. The mark stands in a hidden cell, because the tag beside it is anybody's to edit.
import type { ContactRow } from "../../sheets-schema/index";

const MARK = " ~test";

export function isTestPerson({ sealed }: Pick<ContactRow, "sealed">): boolean {
  return sealed.endsWith(MARK);
}

/** What Contacts `sealed` holds: the address as last written, and whether it is a test person's. */
export function sealedFor(email: string, test: boolean): string {
  return test ? email + MARK : email;
}

export function sealedEmail(sealed: string): string {
  return sealed.endsWith(MARK) ? sealed.slice(0, -MARK.length) : sealed;
}
