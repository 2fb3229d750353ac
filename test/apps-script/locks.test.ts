// The two locks on a lock service that may fail.
import { afterEach, expect, it, vi } from "vitest";
import { makeLocks } from "../../src/apps-script/locks";
import { stubServices, withoutStubs } from "./stub-globals";

afterEach(withoutStubs);

function arrange(tryLock: (waitMs: number) => boolean, releaseLock: () => void = () => {}) {
  const steps: string[] = [];
  const lock = (name: string) => () => ({
    tryLock: (waitMs: number) => {
      steps.push(`${name} ${waitMs}`);
      return tryLock(waitMs);
    },
    releaseLock: () => {
      steps.push("release");
      releaseLock();
    },
  });
  stubServices({
    LockService: { getScriptLock: lock("script"), getUserLock: lock("user") },
    SpreadsheetApp: { flush: () => steps.push("flush") },
  });
  const work = <T>(value: T) => {
    steps.push("work");
    return value;
  };
  return { steps, work, locks: makeLocks() };
}

it("works under the script lock and flushes before it gives it back", () => {
  const { locks, steps, work } = arrange(() => true);
  expect(locks.intake(8000, () => work("stored"))).toEqual({ held: true, value: "stored" });
  expect(steps).toEqual(["script 8000", "work", "flush", "release"]);
});

it("does not work where the lock was not had, or where the service throws", () => {
  const refuse = () => {
    throw new Error("There are too many LockService operations against the same script.");
  };
  for (const tryLock of [() => false, refuse]) {
    const { locks, steps, work } = arrange(tryLock);
    expect(locks.intake(100, () => work(1))).toEqual({ held: false });
    expect(locks.takeBatch()).toBe(false);
    expect(steps).toEqual(["script 100", "user 0"]);
  }
});

it("flushes and gives the lock back when the work throws", () => {
  const { locks, steps } = arrange(() => true);
  const fail = () => {
    throw new Error("no such tab");
  };
  expect(() => locks.intake(100, fail)).toThrow("no such tab");
  expect(steps).toEqual(["script 100", "flush", "release"]);
});

it("keeps the result when giving back throws", () => {
  const { locks } = arrange(
    () => true,
    () => {
      throw new Error("too many operations");
    },
  );
  expect(locks.intake(100, () => 7)).toEqual({ held: true, value: 7 });
});

it("takes the script lock once for work within work", () => {
  const { locks, steps, work } = arrange(() => true);
  locks.intake(100, () => locks.intake(100, () => work(1)));
  expect(steps).toEqual(["script 100", "work", "flush", "release"]);
});

it("holds the batch mutex to the end and asks for it once", () => {
  const tryLock = vi.fn(() => true);
  const { locks } = arrange(tryLock);
  expect([locks.takeBatch(), locks.takeBatch()]).toEqual([true, true]);
  expect(tryLock).toHaveBeenCalledTimes(1);
});

it("asks again for a batch mutex that another run held", () => {
  const answers = [false, true];
  const { locks } = arrange(() => answers.shift() ?? false);
  expect([locks.takeBatch(), locks.takeBatch()]).toEqual([false, true]);
});
