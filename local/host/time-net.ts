// A net under scripts that loop without calling a service: it cuts a piece of work off by real time.
// One net holds many executions, since a net of its own costs each of them a thread.
import vm from "node:vm";

const context = vm.createContext({ work: (): void => undefined });
const RUN = new vm.Script("work()", { filename: "time-net.js" });

/** False when the work was cut off; nothing of it runs any more, not even its `finally`. */
export function withinTime(work: () => void, limitMs: number): boolean {
  const outer: unknown = context.work;
  context.work = work;
  try {
    RUN.runInContext(context, { timeout: limitMs });
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return false;
    throw error;
  } finally {
    context.work = outer;
  }
}
