// Several patterns as one; each may be as long as a line.

export function anyOf(flags: string, ...patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join("|"), flags);
}

/** The whole text is one of them, between what may stand around it. */
export function wholly(before: RegExp, one: RegExp, after: RegExp): RegExp {
  return new RegExp(`^(?:${before.source})?(?:${one.source})(?:${after.source})?$`, "i");
}
