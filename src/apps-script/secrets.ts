// Random ids, digests and signatures. The platform gives signed bytes; the app wants hex.
import type { Secrets } from "../ports";

export const platformSecrets: Secrets = {
  uuid: () => Utilities.getUuid(),
  // Without a named charset some of these turn what is not ASCII into question marks.
  hmac: (message, key) =>
    toHex(Utilities.computeHmacSha256Signature(message, key, Utilities.Charset.UTF_8)),
  digest: (message) =>
    toHex(
      Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, message, Utilities.Charset.UTF_8),
    ),
};

function toHex(bytes: readonly number[]): string {
  return bytes.map((byte) => `0${(byte & 255).toString(16)}`.slice(-2)).join("");
}
