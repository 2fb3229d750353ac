// Self-test: what a probe found, and what it says where the platform threw.
import type { Probe } from "../../model/probe";
import { asSeen } from "../../words/self-test";

export type Finding = Omit<Probe, "name">;

/** `failed`: false where something depends on it. */
export function guarded(name: Probe["name"], probe: () => Finding, failed: false | null): Probe {
  try {
    return { name, ...probe() };
  } catch (error) {
    return { name, ok: failed, seen: asSeen(messageOf(error)) };
  }
}

export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
