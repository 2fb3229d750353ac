// Accidents wait for the call they are meant for: there it fails, or something else happens first.
import type { CallFault, CallPoint } from "../host/contract.ts";
import { perform } from "./deeds.ts";
import { type Accident, DRAFT_READY } from "./history.ts";
import type { Stage } from "./stage.ts";

/** What is inside what is inside: deeper is not looked for. */
const DEPTH_MAX = 2;

export class Accidents {
  readonly #stage: Stage;
  #armed: Accident[] = [];
  /** By execution: how often it called what. */
  readonly #calls = new Map<number, Map<string, number>>();

  constructor(stage: Stage) {
    this.#stage = stage;
    stage.lab.host.onCall((point) => this.#meet(point));
  }

  arm(accident: Accident): void {
    this.#armed.push(accident);
  }

  disarm(): void {
    this.#armed = [];
  }

  /** A new execution numbers its calls anew. */
  forget(): void {
    this.#calls.clear();
  }

  #meet(point: CallPoint): CallFault | undefined {
    const { witness } = this.#stage;
    witness.begins(point);
    const nth = this.#count(point.execution, point.op);
    const ready = this.#isReady() ? this.#count(point.execution, DRAFT_READY) : 0;
    const at = this.#armed.findIndex((one) => isMeant(one, point, nth, ready));
    const [accident] = at < 0 ? [] : this.#armed.splice(at, 1);
    if (accident?.inside != null && point.depth < DEPTH_MAX) {
      perform(this.#stage, accident.inside);
    }
    witness.acts(point);
    if (accident?.fault == null) return undefined;
    witness.accidents += 1;
    if (accident.fault.kind === "kill") witness.kills += 1;
    return accident.fault;
  }

  #isReady(): boolean {
    const asked = this.#armed.some(({ op }) => op === DRAFT_READY);
    return asked && this.#stage.lab.host.drafts().length > 0;
  }

  #count(execution: number, op: string): number {
    const own = this.#calls.get(execution) ?? new Map<string, number>();
    this.#calls.set(execution, own);
    const nth = (own.get(op) ?? 0) + 1;
    own.set(op, nth);
    return nth;
  }
}

function isMeant(
  { on, op, call }: Accident,
  point: CallPoint,
  nth: number,
  ready: number,
): boolean {
  if (on !== "any" && on !== point.function) return false;
  if (op === "") return point.index === call;
  return op === DRAFT_READY ? ready === call : op === point.op && nth === call;
}
