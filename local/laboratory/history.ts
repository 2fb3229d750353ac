// What a history is made of: plain data, so that it can be drawn from a seed, printed, shrunk and played again.
import type { CallFault, CellValue } from "../host/contract.ts";

export interface History {
  readonly seed: number;
  readonly days: number;
  readonly people: number;
  /** In order of time. */
  readonly steps: readonly Step[];
}
export type Step = { readonly atMin: number } & (Deed | Accident | Weather);

/** `who`: a person by number; -1: the one for whom a draft lies ready this moment, if anybody. */
interface Of {
  readonly who: number;
}
export type Form = "geo" | "free_audit" | "lite";
export type Offer = "lite" | "course";
/** How Stripe's webhook tells of it: never means that only its list knows. */
export type Told = "all" | "one" | "twice" | "later" | "never";

/** What comes back to the mailbox: from the person, or from their server. */
export type Back = "stop" | "question" | "away" | "bounce" | "full";

/** A hand among rows and columns; a column by its header. */
export type SheetAct = { readonly sheet: string } & (
  | { readonly kind: "sort" | "insertColumn"; readonly column: string }
  | { readonly kind: "insertRows"; readonly row: number }
);

export type Deed =
  | ({ readonly do: "form"; readonly form: Form; readonly consent: boolean } & Of)
  | ({ readonly do: "press"; readonly offer: Offer } & Of)
  | ({ readonly do: "leave" | "come back" } & Of)
  | ({
      readonly do: "pay";
      readonly offer: Offer;
      readonly told: Told;
      readonly agoMin: number;
    } & Of)
  | ({ readonly do: "fail" | "refund" | "dispute" | "pay the failed"; readonly told: Told } & Of)
  | { readonly do: "tell again"; readonly nth: number }
  | ({ readonly do: "result" | "conclude" } & Of)
  | ({ readonly do: "write back"; readonly what: Back } & Of)
  | ({
      readonly do: "type";
      readonly flow: string;
      readonly column: string;
      readonly value: CellValue;
    } & Of)
  | ({ readonly do: "note" | "delete row" | "edit draft" | "delete draft" | "send draft" } & Of)
  | { readonly do: "act"; readonly act: SheetAct }
  | ({ readonly do: "menu"; readonly item: string } & Of)
  | { readonly do: "tick" };

/** Calls of an execution from the moment on at which a draft lies ready. */
export const DRAFT_READY = "with a draft ready";

/** Waits for the call it is meant for, then strikes once: something happens just then, a fault, or one after the other. */
export interface Accident {
  readonly do: "accident";
  readonly on: "jobs.tick" | "doPost" | "menu.runBatch" | "any";
  /** The n-th call of an execution; the n-th of that name, or of those with a draft ready. */
  readonly op: string;
  readonly call: number;
  readonly fault: CallFault | null;
  readonly inside: Deed | null;
}
/** What lasts for some hours. */
export interface Weather {
  readonly do: "weather";
  readonly what:
    | "no ticks"
    | "Stripe away"
    | "sending off"
    | "search lags"
    | "ticks twice"
    | "locks fail";
  readonly hours: number;
}

/** One line, as a person reads it. */
export function describe({ atMin, ...what }: Step): string {
  const day = Math.floor(atMin / 1_440);
  const clock = new Date((atMin % 1_440) * 60_000).toISOString().slice(11, 16);
  return `day ${String(day).padStart(2)} ${clock}  ${words(what as Deed)}`;
}

function words(what: Deed | Accident | Weather): string {
  const { do: name, ...rest } = what;
  const told = Object.entries(rest)
    .filter(([, value]) => value !== null && value !== "")
    .map(([key, value]) => `${key}=${inner(value)}`);
  return [name, ...told].join(" ");
}

function inner(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  if ("do" in value) return `[${words(value as Deed)}]`;
  return Object.values(value).join("/");
}
