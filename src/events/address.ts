// One mailbox address, however it was written: how it is mailed, and the key under which a person is known.
import type { ContactRow } from "../../sheets-schema/index";
import { byteLength } from "../model/byte-length";
import { listOf } from "../model/list-cell";
import { asciiDomain } from "./punycode";

/** RFC 5321, in octets. */
const ADDRESS_MAX = 254;
const LOCAL_MAX = 64;
/** Longer than any address with its name; whatever is longer is none. */
const WRITTEN_MAX = 1_000;

export interface Mailbox {
  /** In lower case, its letters as they were written: münchen.de stays münchen.de. */
  readonly address: string;
  /** Equal for all writings of one mailbox: the domain as the net spells it. */
  readonly key: string;
}
export type AddressFault = "missing" | "several" | "quoted" | "literal" | "long" | "malformed";

/** The key, or null when it is no single address. */
export function normalAddress(raw: string): string | null {
  const read = readMailbox(raw);
  return typeof read === "string" ? null : read.key;
}

/** As it is kept and shown, or null. */
export function mailAddress(raw: string): string | null {
  const read = readMailbox(raw);
  return typeof read === "string" ? null : read.address;
}

/** All of a person's, as they are written. */
export function addressesIn({
  email,
  aliases,
}: Pick<ContactRow, "email" | "aliases">): readonly string[] {
  return [email, ...listOf(aliases)];
}

/** What events call somebody by, an address or an id: equal for all its writings. */
export function nameKey(name: string): string {
  const plain = name.trim().toLowerCase();
  return IN_ASCII.test(plain) ? plain : (normalAddress(plain) ?? plain);
}

/** Names around it, `mailto:`, wide letters, invisible ones and what ends a sentence are taken off. */
export function readMailbox(raw: string): Mailbox | AddressFault {
  if (raw.length > WRITTEN_MAX) return "long";
  const bare = unwrapped(raw);
  if (bare === null) return "several";
  if (bare === "") return "missing";
  if (FORMULA.test(bare)) return "malformed";
  const fault = shapeFault(bare);
  if (fault !== null) return fault;
  const [local = "", domain = ""] = bare.toLowerCase().split("@");
  const key = `${local}@${asciiDomain(domain)}`;
  if (byteLength(local) > LOCAL_MAX || byteLength(key) > ADDRESS_MAX) return "long";
  if (!isHost(key.slice(key.indexOf("@") + 1))) return "malformed";
  return { address: `${local}@${domain}`, key };
}

/** Allowed by the letter, used by nobody, and carried out where a file is saved as CSV and opened. */
const FORMULA = /^=|^[+-].*[|!]/;
const IN_ASCII = /^[ -~]*$/;
/** Zero-width characters, soft hyphens and byte order marks, as they stick to what is pasted. */
const UNSEEN = /[\u00AD\u180E\u200B-\u200D\u2060\uFEFF]/g;
const WIDE = /[\uFF01-\uFF5E]/g;
const WIDE_BY = 0xfee0;

function unwrapped(raw: string): string | null {
  const plain = IN_ASCII.test(raw) ? raw : narrowed(raw);
  const named = /^([^<>]*)<([^<>]*)>[\s.,;]*$/.exec(plain.trim());
  const inner = named === null ? plain : (named[2] ?? "");
  // "Ada, ben@b.org <ada@a.org>" may be two; a name may be the address once more.
  const before = (named?.[1] ?? "").toLowerCase().split(inner.trim().toLowerCase()).join("");
  if (before.includes("@") || /\p{Cc}/u.test(before.trim())) return null;
  return inner
    .trim()
    .replace(/^mailto:([^?]*)(?:\?.*)?$/i, "$1")
    .replace(/^[\s,;]+|[\s.,;、]+$/g, "");
}

function narrowed(raw: string): string {
  return raw
    .replace(UNSEEN, "")
    .replace(WIDE, (sign) => String.fromCharCode(sign.charCodeAt(0) - WIDE_BY))
    .replace(/[。｡]/g, ".")
    .normalize("NFC");
}

/** Between the dots: letters, marks and figures of any script, and what RFC 5321 allows beside them. */
const ATOM = /^[\p{L}\p{M}\p{N}!#$%&'*+\-/=?^_`{|}~]+$/u;
const DOMAIN = /^[\p{L}\p{M}\p{N}.-]+$/u;
/** A mark belongs to the letter before it. */
const STRAY_MARK = /(?:^|[.@-])\p{M}/u;

function shapeFault(bare: string): AddressFault | null {
  if (/^"[^"]*"@[^@]*$/.test(bare)) return "quoted";
  if (/@\[[^@]*\]$/.test(bare)) return "literal";
  if (/@.*@/s.test(bare)) return "several";
  const [local = "", domain = ""] = bare.split("@");
  const fits = local.split(".").every((atom) => ATOM.test(atom)) && DOMAIN.test(domain);
  return fits && !STRAY_MARK.test(bare) ? null : "malformed";
}

/** RFC 1035 and 5891: an ending of letters, so that no number is one. */
function isHost(domain: string): boolean {
  const labels = domain.split(".");
  const ending = labels[labels.length - 1] ?? "";
  return (
    labels.length > 1 &&
    labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label)) &&
    /^([a-z]{2,}|xn--[a-z0-9-]+)$/.test(ending)
  );
}
