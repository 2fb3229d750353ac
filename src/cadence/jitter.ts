// How much later than the others a mail goes, so that a cadence is no clockwork: of one mail always the same, and nothing is drawn.
import { toWholeSecond } from "../model/time";

/** `key`: of the mail, as in Sends. At most `jitterMs`. */
export function laterBy(key: string, jitterMs: number): number {
  // FNV-1a, stirred at the end: keys differ in their last letters only.
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  const part = ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
  return toWholeSecond(part * jitterMs);
}
