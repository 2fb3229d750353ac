// What google.script.run carries: texts, numbers, booleans, null, and lists and plain objects of them.
// Google's guide says that a call fails with anything else; here the message says with what, and where.

export function plainData(value: unknown): unknown {
  return copied(value, "the answer", []);
}

function copied(value: unknown, place: string, within: readonly object[]): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "object") throw refusal(place, `a ${typeof value}`);
  if (within.includes(value)) throw refusal(place, "an object that contains itself");
  const inner = [...within, value];
  if (Array.isArray(value)) {
    return value.map((item, index) => copied(item, `${place}[${index}]`, inner));
  }
  const kind = Object.getPrototypeOf(value) as object | null;
  if (kind !== Object.prototype && kind !== null) throw refusal(place, `a ${nameOf(value)}`);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([name, item]) => [name, copied(item, `${place}.${name}`, inner)]),
  );
}

function nameOf(value: object): string {
  return value instanceof Date ? "Date" : String(value);
}

function refusal(place: string, kind: string): Error {
  return new TypeError(`google.script.run does not carry ${kind} (${place}).`);
}
