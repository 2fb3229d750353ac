// Sees every service call and every answer of a history, in one order: what was promised to whom, and what went when.
import type { CallPoint, SentMail } from "../host/contract.ts";
import type { Back } from "./history.ts";

/** A place in the one order of everything. */
export type Moment = number;

/** An input whose sender saw that it is stored, or that Stripe lists. */
export type Input = { readonly who: number; readonly at: number } & (
  | { readonly kind: "form"; readonly form: string; readonly consent: boolean }
  | { readonly kind: "press"; readonly form: string }
  | { readonly kind: "leave" | "come back" }
  | Money
  | { readonly kind: "result"; readonly url: string }
  | { readonly kind: "write back"; readonly what: Back; readonly mail: string }
);
export interface Money {
  readonly kind: "paid" | "failed" | "refunded" | "disputed";
  readonly payment: string;
  readonly offer: string;
}
/** From here on this person may not be mailed. */
export interface Stop {
  readonly who: number;
  readonly answered: Moment;
  readonly kind: "leave" | "paid";
  /** When it happened, epoch ms. */
  readonly at: number;
  /** Stripe's event that told of it; "" for what a person pressed. */
  readonly event: string;
}
export interface Went {
  readonly mail: SentMail;
  /** When the last call before its send began, in the same execution: what was answered before, was to be seen. */
  readonly looked: Moment;
  readonly sent: Moment;
  /** A person pressed Send in Gmail: nothing of ours could prevent it, or even know of it before its intent stood. */
  readonly byHand: ByHand;
}
export type ByHand = "no" | "before its intent" | "after its intent";

export class Witness {
  #moment: Moment = 0;
  readonly #before = new Map<number, Moment>();
  readonly #began = new Map<number, Moment>();
  #current: CallPoint | null = null;
  readonly inputs: Input[] = [];
  readonly stops: Stop[] = [];
  readonly went: Went[] = [];
  /** What the owner was told by mail. */
  readonly toOwner: SentMail[] = [];
  /** "person flow": a hand has changed what the rules would have made of it. */
  readonly touched = new Set<string>();
  /** Persons whose row a hand has deleted. */
  readonly deleted = new Set<number>();
  /** Times at which something was broken on purpose, so that an error is to be expected. */
  accidents = 0;
  /** A hand was on a draft, or Gmail's search lagged: a doubt may become REVIEW. */
  doubtful = false;
  /** Longer than a mail that is taken back is looked for. */
  searchLagged = false;
  /** What goes now goes by hand. */
  handSends: ByHand = "no";
  kills = 0;
  /** Mails that went although a stop had been answered since their last look. */
  inFlight = 0;
  /** Who may have a form of GEO stored without having seen so. */
  readonly triedGeo = new Set<number>();
  /** By tab: ids that stood there. */
  readonly seen = new Map<string, Set<string>>();
  /** Row ids that were seen PAID, and whose they are. */
  readonly #paidRows = new Map<string, number>();

  fork(): Witness {
    const fork = new Witness();
    fork.#moment = this.#moment;
    fork.inputs.push(...this.inputs);
    fork.stops.push(...this.stops);
    fork.went.push(...this.went);
    fork.toOwner.push(...this.toOwner);
    for (const one of this.touched) fork.touched.add(one);
    for (const who of this.deleted) fork.deleted.add(who);
    for (const who of this.triedGeo) fork.triedGeo.add(who);
    for (const [tab, ids] of this.seen) fork.seen.set(tab, new Set(ids));
    return fork;
  }

  begins(point: CallPoint): void {
    this.#moment += 1;
    const began = this.#began.get(point.execution);
    if (began !== undefined) this.#before.set(point.execution, began);
    this.#began.set(point.execution, this.#moment);
  }

  /** Whatever happened between two calls is over; this one acts now. */
  acts(point: CallPoint): void {
    this.#current = point;
  }

  sent(mail: SentMail): void {
    this.#moment += 1;
    if (mail.to === mail.from) {
      this.toOwner.push(mail);
      return;
    }
    const looked = this.#before.get(this.#current?.execution ?? -1) ?? this.#moment;
    this.went.push({ mail, looked, sent: this.#moment, byHand: this.handSends });
  }

  takes(input: Input): void {
    this.inputs.push(input);
  }

  /** A door has answered: from this moment no look may miss it. */
  stopsNow(who: number, kind: Stop["kind"], at: number, event = ""): void {
    this.#moment += 1;
    this.stops.push({ who, kind, at, event, answered: this.#moment });
  }

  seesPaid(id: string, who: number): void {
    this.#paidRows.set(id, who);
  }
  seenPaid(): readonly (readonly [string, number])[] {
    return [...this.#paidRows];
  }

  sees(tab: string, ids: readonly string[]): void {
    const seen = this.seen.get(tab) ?? new Set();
    for (const id of ids) seen.add(id);
    this.seen.set(tab, seen);
  }

  touches(who: number, flow: string): void {
    this.touched.add(`${who} ${flow}`);
  }
  isTouched(who: number, flow: string): boolean {
    return this.touched.has(`${who} ${flow}`) || this.touched.has(`${who} *`);
  }
}
