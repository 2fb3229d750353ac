// Sends an execution's buffered writes to the sheet, in order. The first that fails takes the rest
// with it, and its error surfaces at whatever call happened to cause the flush.
import type { Execution } from "./execution.ts";
import type { Call } from "./op.ts";
import { ops } from "./ops/all.ts";
import type { Platform } from "./platform.ts";

/** How many cells were written. */
export function flush(platform: Platform, execution: Execution): number {
  const writes = execution.buffered;
  execution.buffered = [];
  let cells = 0;
  try {
    for (const write of writes) {
      const call: Call = { platform, execution, cells: 0 };
      ops[write.op]?.run(call, ...write.args);
      cells += Math.max(1, call.cells);
    }
  } finally {
    platform.world.commit();
  }
  return cells;
}
