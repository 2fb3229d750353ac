// What is logged names nobody: what a service says in its own words may hold an address.

const ADDRESSES = /[^\s@<>"'`()[\]{},;:=&?/]+(?:@|%40)[^\s@<>"'`()[\]{},;:=&?/]+/gi;

export function masked(text: string): string {
  return text.replace(ADDRESSES, "…@…");
}

/** As it is thrown on to the platform, which logs it. */
export function maskedError(error: unknown): unknown {
  if (error instanceof Error) error.message = masked(error.message);
  return error;
}
