// An address a reader's browser can open.

export function isWebAddress(value: string): boolean {
  return /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])\S+$/.test(value);
}
