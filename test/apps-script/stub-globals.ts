// Stands in for single Google services where no simulated platform is needed.
import { vi } from "vitest";

/** Each service as an object with just the methods the test expects to be called. */
export function stubServices(services: Readonly<Record<string, object>>): void {
  for (const [name, service] of Object.entries(services)) vi.stubGlobal(name, service);
}

export function withoutStubs(): void {
  vi.unstubAllGlobals();
}
