// One mailbox address, and what makes two writings of it the same.
import isEmail from "validator/es/lib/isEmail";

const ADDRESS_MAX = 254;

/** The normal form under which a person is known, or null when it is no single address (RFC 5321). */
export function normalAddress(raw: string): string | null {
  const address = raw.trim().toLowerCase();
  if (address.length > ADDRESS_MAX || /[\s\p{Cc}\p{Cf},;<>()"]/u.test(address)) return null;
  return isEmail(address, { allow_utf8_local_part: false }) ? address : null;
}
