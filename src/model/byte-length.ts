// How much room a text takes where bytes are counted.

/** UTF-8 bytes, which is how the platform counts a property. */
export function byteLength(text: string): number {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/g, "??")).replace(/%../g, "x").length;
}
