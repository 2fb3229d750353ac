// Utilities: digests, base64, dates, blobs. Bytes are signed, as in Java.
import { Blob } from "./blob.ts";
import { call, Exception } from "./door.ts";
import { enumeration } from "./enums.ts";
import { lacking } from "./lacking.ts";

const Charset = enumeration<typeof GoogleAppsScript.Utilities.Charset>("US_ASCII UTF_8");
const DigestAlgorithm = enumeration<typeof GoogleAppsScript.Utilities.DigestAlgorithm>(
  "MD2 MD5 SHA_1 SHA_256 SHA_384 SHA_512",
);
const MacAlgorithm = enumeration<typeof GoogleAppsScript.Utilities.MacAlgorithm>(
  "HMAC_MD5 HMAC_SHA_1 HMAC_SHA_256 HMAC_SHA_384 HMAC_SHA_512",
);

type GCharset = GoogleAppsScript.Utilities.Charset;
type Bytes = number[];
type GBlob = GoogleAppsScript.Base.Blob;

function data(value: string | Bytes, charset: GCharset | undefined): unknown {
  if (Array.isArray(value)) return value;
  return { text: String(value), charset: String(charset ?? Charset.US_ASCII) };
}

function mixed(method: string): Exception {
  return new Exception(
    `The parameters (number[],String) don't match the method signature for Utilities.${method}.`,
  );
}

export class Utilities extends lacking<GoogleAppsScript.Utilities.Utilities>("Utilities") {
  override Charset = Charset;
  override DigestAlgorithm = DigestAlgorithm;
  override MacAlgorithm = MacAlgorithm;

  override computeDigest(
    algorithm: GoogleAppsScript.Utilities.DigestAlgorithm,
    value: string | Bytes,
    charset?: GCharset,
  ): Bytes {
    return call("Utilities.computeDigest", String(algorithm), data(value, charset));
  }
  override computeHmacSha256Signature(
    value: string | Bytes,
    key: string | Bytes,
    charset?: GCharset,
  ): Bytes {
    return this.computeHmacSignature(
      MacAlgorithm.HMAC_SHA_256,
      value as string,
      key as string,
      charset as GCharset,
    );
  }
  override computeHmacSignature(
    algorithm: GoogleAppsScript.Utilities.MacAlgorithm,
    value: string | Bytes,
    key: string | Bytes,
    charset?: GCharset,
  ): Bytes {
    if (Array.isArray(value) !== Array.isArray(key)) throw mixed("computeHmacSignature");
    return call(
      "Utilities.computeHmac",
      String(algorithm),
      data(value, charset),
      data(key, charset),
    );
  }
  override base64Encode(value: string | Bytes, charset?: GCharset): string {
    return call("Utilities.base64Encode", data(value, charset));
  }
  override base64EncodeWebSafe(value: string | Bytes, charset?: GCharset): string {
    return call("Utilities.base64EncodeWebSafe", data(value, charset));
  }
  override base64Decode(encoded: string): Bytes {
    return call("Utilities.base64Decode", String(encoded));
  }
  override base64DecodeWebSafe(encoded: string): Bytes {
    return call("Utilities.base64DecodeWebSafe", String(encoded));
  }
  override newBlob(value: string | Bytes, contentType?: string, name?: string): GBlob {
    const bytes = Array.isArray(value)
      ? value
      : call<Bytes>("Utilities.textToBytes", String(value));
    const type = contentType ?? (Array.isArray(value) ? null : "text/plain");
    return new Blob(bytes, type, name ?? null);
  }
  override getUuid(): string {
    return call("Utilities.getUuid");
  }
  override formatDate(date: GoogleAppsScript.Base.Date, zone: string, pattern: string): string {
    if (!(date instanceof Date) || typeof zone !== "string" || typeof pattern !== "string") {
      const kinds = [date, zone, pattern].map((one) => (one === null ? "null" : typeof one));
      throw new Exception(
        `The parameters (${kinds.join(",")}) don't match the method signature for Utilities.formatDate.`,
      );
    }
    return call("Utilities.formatDate", date.getTime(), zone, pattern);
  }
  override sleep(ms: number): void {
    call("Utilities.sleep", Number(ms));
  }
}
