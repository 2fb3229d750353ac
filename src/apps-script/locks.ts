// The two locks. The lock service may itself fail under load: a lock that throws was not had, and
// one that cannot be given back is freed by the platform when the execution ends.
import type { Locks } from "../ports";

type Lock = GoogleAppsScript.Lock.Lock;

/** For one execution. Taking a lock twice in it has no effect, so what is held is remembered here. */
export function makeLocks(): Locks {
  let intakeHeld = false;
  let batchHeld = false;
  return {
    intake(waitMs, work) {
      if (intakeHeld) return { held: true, value: work() };
      const lock = LockService.getScriptLock();
      if (!take(lock, waitMs)) return { held: false };
      intakeHeld = true;
      try {
        const value = work();
        SpreadsheetApp.flush();
        return { held: true, value };
      } catch (error) {
        flushAfter(error);
        throw error;
      } finally {
        intakeHeld = false;
        release(lock);
      }
    },
    takeBatch() {
      batchHeld = batchHeld || take(LockService.getUserLock(), 0);
      return batchHeld;
    },
  };
}

function take(lock: Lock, waitMs: number): boolean {
  try {
    return lock.tryLock(waitMs);
  } catch {
    return false;
  }
}

/** What was written before the error must not land after another door has the lock. */
function flushAfter(error: unknown): void {
  try {
    SpreadsheetApp.flush();
  } catch (second) {
    console.warn(`The write after ${String(error)} failed too: ${String(second)}`);
  }
}

function release(lock: Lock): void {
  try {
    lock.releaseLock();
  } catch {
    // The platform frees it at the end of the execution.
  }
}
