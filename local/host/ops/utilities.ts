// Utilities: digests, base64 and dates. Bytes are signed, as in Java.
import { createHash, createHmac } from "node:crypto";
import { account } from "../account.ts";
import { Killed, ServiceError, TIME_EXCEEDED } from "../errors.ts";
import { formatDate } from "../java-date.ts";
import { type Call, free, type OpTable } from "../op.ts";

/** Text with its character set, or signed bytes. */
type Data = { readonly text: string; readonly charset: string } | readonly number[];

const SLEEP_MS_MAX = 300_000;

const algorithms: Readonly<Record<string, string>> = {
  MD5: "md5",
  SHA_1: "sha1",
  SHA_256: "sha256",
  SHA_384: "sha384",
  SHA_512: "sha512",
};

function bytesOf(data: Data): Buffer {
  if (!("text" in data)) return Buffer.from(data.map((byte) => byte & 255));
  if (data.charset === "UTF_8") return Buffer.from(data.text, "utf8");
  // The older default: whatever is not ASCII becomes a question mark (facts 10.2).
  return Buffer.from(data.text.replace(/[^\0-\x7f]/gu, "?"), "latin1");
}

function textIn(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset, { ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ServiceError(`Invalid argument: ${charset}`);
  }
}

function signed(bytes: Buffer): number[] {
  return Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));
}

function algorithm(name: string): string {
  const known = algorithms[name];
  if (known) return known;
  throw new ServiceError(`Dripsheet Local does not have Utilities.DigestAlgorithm.${name} yet`);
}

function decode(text: string, webSafe: boolean): number[] {
  const alphabet = webSafe ? /^[\w-]*={0,2}$/ : /^[A-Za-z0-9+/]*={0,2}$/;
  // Padding is needed: text of another length cannot be decoded.
  if (!alphabet.test(text) || text.length % 4 !== 0) {
    throw new ServiceError("Could not decode string.");
  }
  return signed(Buffer.from(text, webSafe ? "base64url" : "base64"));
}

function encode(data: Data, webSafe: boolean): string {
  const text = bytesOf(data).toString("base64");
  return webSafe ? text.replace(/\+/g, "-").replace(/\//g, "_") : text;
}

export const utilityOps: OpTable = {
  "Utilities.computeDigest": free((_call: Call, name: string, data: Data) => {
    return signed(createHash(algorithm(name)).update(bytesOf(data)).digest());
  }),
  "Utilities.computeHmac": free((_call: Call, name: string, data: Data, key: Data) => {
    const hmac = createHmac(algorithm(name.replace(/^HMAC_/, "")), bytesOf(key));
    return signed(hmac.update(bytesOf(data)).digest());
  }),
  "Utilities.base64Encode": free((_call: Call, data: Data) => encode(data, false)),
  "Utilities.base64EncodeWebSafe": free((_call: Call, data: Data) => encode(data, true)),
  "Utilities.base64Decode": free((_call: Call, text: string) => decode(text, false)),
  "Utilities.base64DecodeWebSafe": free((_call: Call, text: string) => decode(text, true)),
  "Utilities.bytesToText": free((_call: Call, bytes: readonly number[], charset: string) =>
    textIn(bytesOf(bytes), charset),
  ),
  "Utilities.textToBytes": free((_call: Call, text: string) => signed(Buffer.from(text, "utf8"))),
  "Utilities.getUuid": free((call: Call) => call.platform.world.random.uuid()),
  "Utilities.formatDate": free((_call: Call, instant: number, zone: string, pattern: string) => {
    return formatDate(instant, zone, pattern);
  }),
  "Utilities.sleep": free((call: Call, ms: number) => {
    if (!(ms >= 0 && ms <= SLEEP_MS_MAX)) throw new ServiceError(`Invalid argument: ${ms}`);
    call.platform.clock.move(ms);
    const usedMs = call.platform.clock.now() - call.execution.startedAt;
    if (usedMs > account.executionMsMax) throw new Killed(TIME_EXCEEDED);
  }),
};
