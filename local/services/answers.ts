// What doGet and doPost may return: outputs say here what they would become, so that whoever
// launches a function need not load the services that make them.

const wires = new WeakMap<object, () => object>();

export function registerOutput(output: object, wire: () => object): void {
  wires.set(output, wire);
}

/** Null for anything else. */
export function outputWire(result: unknown): object | null {
  if (typeof result !== "object" || result === null) return null;
  return wires.get(result)?.() ?? null;
}
