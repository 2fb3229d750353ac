// Where a history is played: the office, its people, what they have begun, and the witness.
import type { SentMail } from "../host/contract.ts";
import type { StripeEvent } from "../stripe/events.ts";
import type { Sale } from "../stripe/sale.ts";
import type { Lab } from "./lab.ts";
import type { Person } from "./people.ts";
import { Witness } from "./witness.ts";

export interface OwnSale {
  readonly who: number;
  readonly offer: string;
  readonly sale: Sale;
  /** Epoch ms. */
  readonly at: number;
}

export class Stage {
  readonly witness: Witness;
  readonly bought: OwnSale[] = [];
  readonly failed: OwnSale[] = [];
  /** What Stripe has told or will tell, in order. */
  readonly told: { readonly who: number; readonly event: StripeEvent }[] = [];
  /** To be told later, as after a delivery that failed: the instant and the event. */
  readonly retries: { readonly at: number; readonly who: number; readonly event: StripeEvent }[] =
    [];
  #sales = 0;

  constructor(
    readonly lab: Lab,
    readonly people: readonly Person[],
    witness = new Witness(),
  ) {
    this.witness = witness;
    lab.onSent = (mail) => witness.sent(mail);
  }

  /** The same once more, independent of this one from here on. */
  fork(): Stage {
    const fork = new Stage(this.lab.fork(), this.people, this.witness.fork());
    fork.bought.push(...this.bought);
    fork.failed.push(...this.failed);
    fork.told.push(...this.told);
    fork.retries.push(...this.retries);
    fork.#sales = this.#sales;
    return fork;
  }

  get now(): number {
    return this.lab.host.now();
  }

  person(who: number): Person {
    const person = this.people[this.numberOf(who) % this.people.length];
    if (person === undefined) throw new Error("a history needs people");
    return person;
  }

  /** -1: whoever a draft lies ready for. */
  numberOf(who: number): number {
    if (who >= 0) return who % this.people.length;
    const [draft] = this.lab.host.drafts();
    return Math.max(
      0,
      this.people.findIndex(({ email }) => email === draft?.to),
    );
  }

  newSale(who: number, offer: string): Sale {
    const { email, name } = this.person(who);
    this.#sales += 1;
    return {
      seed: `s${this.#sales}`,
      email,
      name,
      cents: offer === "lite" ? 4_900 : 59_000,
      link: offer === "" ? "" : `plink_${offer}`,
      reference: "",
      checkoutUrl: `https://pay.test/c/s${this.#sales}`,
    };
  }

  /** Newest first. */
  mailsTo(who: number): readonly SentMail[] {
    const { email } = this.person(who);
    return this.witness.went
      .map(({ mail }) => mail)
      .filter(({ to }) => to === email)
      .reverse();
  }

  /** Row numbers of Queue as the sheet counts them, of that person's rows in that flow. */
  rowOf(who: number, flow: string): number | null {
    const { email } = this.person(who);
    const { rows } = this.lab.host.sheet("Queue", ["email", "flow"]);
    const at = rows.findIndex((row) => row.email === email && (flow === "" || row.flow === flow));
    return at < 0 ? null : at + 2;
  }
}
