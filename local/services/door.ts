// The in-context end of the door: every service call leaves through `call`, and only JSON passes.

export type Door = (op: string, argsJson: string) => string;

let door: Door = () => "x";

/** Each execution has a door of its own. */
export function setDoor(next: Door): void {
  door = next;
}

/** An error of the platform, as scripts see it: its name is Exception. */
export class Exception extends Error {
  override name = "Exception";
}

export function call<Result>(op: string, ...args: readonly unknown[]): Result {
  const answer = door(op, JSON.stringify(args));
  if (answer.startsWith("=")) return JSON.parse(answer.slice(1)) as Result;
  if (answer.startsWith("!")) throw new Exception(answer.slice(1));
  // The execution was killed. A script may catch this, but nothing it does from here has an effect.
  throw new Exception("Execution killed");
}

export function now(): number {
  const answer = door("now", "[]");
  if (answer === "x") throw new Exception("Execution killed");
  return Number(answer);
}
