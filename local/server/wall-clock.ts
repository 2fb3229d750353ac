// Without --now the triggers fire by themselves, as the real time passes.
import type { Host } from "../host/contract.ts";

const LOOK_EVERY_MS = 1000;

export function followWallClock(host: Host): () => void {
  const timer = setInterval(() => {
    try {
      host.runDue();
    } catch (error) {
      console.error("A due trigger could not be run.", error);
    }
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
