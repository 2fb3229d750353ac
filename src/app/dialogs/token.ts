// One-time tokens of dialogs: any page of the web app may call doPost with forged arguments, so each press proves that
// a person of the sheet opened this very window (design 6).
import { MINUTE_MS } from "../../model/time";
import type { Ports } from "../../ports";
import { sameText } from "../links/link-token";

/** A person thinks, is called away, comes back. */
const VALID_MS = 60 * MINUTE_MS;
/** More windows than anybody has open; an older one asks to be opened again. */
const OPEN_MAX = 12;
const PROPERTY = "dialogs";

type Kept = Readonly<Record<string, string>>;

export function dialogToken(ports: Ports, kept: Kept, name: string): string {
  return minted(ports, kept, name, openNonces(kept));
}

/** The next token, or null: forged, used before, too old, or of another dialog. */
export function spendToken(ports: Ports, kept: Kept, name: string, token: string): string | null {
  const [until = "", nonce = "", proof = "", more] = token.split(".");
  const open = openNonces(kept);
  const real = proofOf(ports, kept, name, until, nonce);
  const fresh = Number(until) * MINUTE_MS > ports.clock.now() && open.includes(nonce);
  if (more !== undefined || !sameText(proof, real) || !fresh) return null;
  const rest = open.filter((one) => one !== nonce);
  return minted(ports, kept, name, rest);
}

function minted(ports: Ports, kept: Kept, name: string, open: readonly string[]): string {
  const until = String(Math.ceil((ports.clock.now() + VALID_MS) / MINUTE_MS));
  const nonce = ports.secrets.uuid().replace(/-/g, "");
  ports.properties.set(PROPERTY, [...open, nonce].slice(-OPEN_MAX).join(" "));
  return `${until}.${nonce}.${proofOf(ports, kept, name, until, nonce)}`;
}

function openNonces(kept: Kept): readonly string[] {
  return (kept[PROPERTY] ?? "").split(" ").filter((nonce) => nonce !== "");
}

function proofOf(ports: Ports, kept: Kept, name: string, until: string, nonce: string): string {
  const secret = kept.token_secret ?? "";
  // Without a secret of its own every proof would be everybody's.
  if (secret === "") return ports.secrets.uuid();
  return ports.secrets.hmac(`dialog:${name}:${until}:${nonce}`, secret);
}
