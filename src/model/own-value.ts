// A table's own entry for a name from outside: "constructor" and "__proto__" name none.

export function ownValue<T>(
  table: Readonly<Partial<Record<string, T>>>,
  name: string,
): T | undefined {
  return Object.entries(table).find(([own]) => own === name)?.[1];
}
