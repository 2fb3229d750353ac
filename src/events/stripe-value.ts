// Reads values out of what Stripe tells, whatever else stands there.

export function valueAt(root: unknown, path: string): unknown {
  let value: unknown = root;
  for (const name of path.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value;
}

/** The text at the path; of an expanded object its id. "" for anything else. */
export function textAt(root: unknown, path: string): string {
  const value = valueAt(root, path);
  if (typeof value === "string") return value;
  const expanded = valueAt(value, "id");
  return typeof expanded === "string" ? expanded : "";
}

export function numberAt(root: unknown, path: string): number | null {
  const value = valueAt(root, path);
  return typeof value === "number" ? value : null;
}

export function listAt(root: unknown, path: string): readonly unknown[] {
  const value = valueAt(root, path);
  return Array.isArray(value) ? value : [];
}
