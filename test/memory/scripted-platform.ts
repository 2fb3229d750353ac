// The Platform in memory: says what a test wants it to have found.
import type { Permission } from "../../src/model/permission";
import type { Probe, Probed } from "../../src/model/probe";
import type { Platform } from "../../src/ports";

export class ScriptedPlatform implements Platform {
  probes: readonly Probe[] = [];
  unpermitted: readonly Permission[] = [];
  active = "";
  probe(): Probed {
    return { probes: this.probes, times: [{ call: "Lock.tryLock", ms: 93 }] };
  }
  activeUser(): string {
    return this.active;
  }
  lacking(): readonly Permission[] {
    return this.unpermitted;
  }
  requireAll(): void {
    if (this.unpermitted.length > 0) throw new Error("Authorization is required.");
  }
}
