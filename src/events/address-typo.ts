// A likely slip of the fingers in an address: a question for its writer, never a correction. The same stands as a script in
// forms (pages/typo-script.ts).
import { KNOWN_DOMAINS, REAL_DOMAINS, SLIPPED_ENDING } from "../model/mail-domains";

const REAL = new RegExp(REAL_DOMAINS);
const ENDING = new RegExp(SLIPPED_ENDING);
/** One letter more or less makes another domain of a shorter one. */
const SHORT = 8;

/** The address that was probably meant, or "". */
export function meantAddress(typed: string): string {
  const text = typed.trim();
  const at = text.lastIndexOf("@");
  const seen = text.slice(at + 1).toLowerCase();
  const mended = seen.replace(/[,，。．;；]+|\.\.+/g, ".").replace(ENDING, ".com");
  const isRight = KNOWN_DOMAINS.includes(mended) || REAL.test(mended);
  const meant = isRight ? mended : (KNOWN_DOMAINS.find((known) => isLike(mended, known)) ?? mended);
  return at < 1 || meant === seen ? "" : `${text.slice(0, at)}@${meant}`;
}

function isLike(seen: string, known: string): boolean {
  const [name = ""] = known.split(".");
  if (seen === name || seen === known.replace(".", "")) return true;
  return isOneSlip(seen, known) && (known.length > SHORT || seen.startsWith(`${name}.`));
}

/** One letter wrong, missing or too many, or two in the wrong order. */
function isOneSlip(one: string, other: string): boolean {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const [a, b] = [one.slice(same), other.slice(same)];
  const swapped = a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  return swapped || a.slice(1) === b.slice(1) || a === b.slice(1) || a.slice(1) === b;
}
