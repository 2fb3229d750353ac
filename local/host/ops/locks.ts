// LockService: three locks, each for one execution at a time.
import type { LockMethod } from "../contract-lab.ts";
import { ServiceError } from "../errors.ts";
import type { Execution } from "../execution.ts";
import { type Call, free, type OpTable, plain } from "../op.ts";

export const lockOps: OpTable = {
  /** True when the lock is had. Others can only free it after this execution, so the wait is in vain. */
  "Lock.tryLock": plain((call: Call, name: string, waitMs: number) => {
    refuseWhenBusy(call, "tryLock");
    return takeLock(call, name, waitMs);
  }),
  "Lock.waitLock": plain((call: Call, name: string, waitMs: number) => {
    refuseWhenBusy(call, "waitLock");
    if (takeLock(call, name, waitMs)) return;
    throw new ServiceError("Lock timeout: another process was holding the lock for too long.");
  }),
  "Lock.releaseLock": plain((call: Call, name: string) => {
    refuseWhenBusy(call, "releaseLock");
    call.platform.locks.release(lockName(call.execution, name), call.execution);
  }),
  "Lock.hasLock": free((call: Call, name: string) => {
    return call.platform.locks.isHeldBy(lockName(call.execution, name), call.execution);
  }),
};

/** The service itself may be overrun (facts 4.10); a lock that could not be released is held to the end. */
function refuseWhenBusy({ platform }: Call, method: LockMethod): void {
  if (!platform.weather.now.lockErrors.includes(method)) return;
  throw new ServiceError("There are too many LockService operations against the same script.");
}

function takeLock(call: Call, name: string, waitMs: number): boolean {
  const { locks, clock } = call.platform;
  const own = lockName(call.execution, name);
  if (locks.isFreeFor(own, call.execution)) {
    locks.take(own, call.execution);
    return true;
  }
  clock.move(Math.max(0, waitMs));
  return false;
}

export function lockName(execution: Execution, name: string): string {
  return name === "user" ? `user ${execution.effectiveUser}` : name;
}
