// Facts: trusted events, ready to be applied to one person. And what applying one gives.
import type { ContactRow, Outcome } from "../../sheets-schema/index";
import type { Enrollment } from "./enrollment";
import type { Flow, Rules } from "./flow";
import type { FormSubmission, OwnIds } from "./form";
import type { OnReply } from "./mail-settings";
import type { Offers, Shown } from "./offer";
import type { MoneyKind } from "./payment";
import type { Reason } from "./reason";

interface Happened {
  /** Id of the Events row. */
  readonly eventId: string;
  /** When it happened, epoch milliseconds. */
  readonly at: number;
}
export interface FormFact extends Happened, FormSubmission {
  readonly kind: "form";
  /** The price the answer showed, where it is about an offer. */
  readonly shown?: Shown;
}
/** Something that lets a known person into flows: a press on an offer page, the end of another flow. */
export interface EntryFact extends Happened {
  readonly kind: "entry";
  /** As Flows `entry` names it: "press:lite", "done:geo". */
  readonly entry: string;
  /** As the presser's browser says it, nothing where it does not. */
  readonly timeZone?: string;
  /** "done:": the flow takes nobody in while it is off. */
  readonly byRule: boolean;
  /** The price the page showed. */
  readonly shown?: Shown;
}
/** What Stripe tells of a payment. */
export interface PaymentFact extends Happened {
  readonly kind: "payment";
  readonly what: MoneyKind;
  /** Stripe's name of the event, for whoever looks it up there. */
  readonly stripeEvent: string;
  readonly paymentKey: string;
  readonly customer: string;
  /** Offer id, "" when the payment names none. */
  readonly offer: string;
  /** It named the price that holds before the deadline. */
  readonly earlyPrice: boolean;
  /** True: it only marks the person paid, as history does; nothing is delivered. */
  readonly quiet: boolean;
  /** Stripe's mode; "" for what a person says. Test money is of no real person (design 4.10). */
  readonly money: "live" | "test" | "";
  /** For a payer nobody knew. */
  readonly email: string;
  readonly name: string;
}
/** The result or the conclusion a row waits for. */
export interface ResultFact extends Happened, OwnIds {
  readonly kind: "result";
  /** "free_check.result", "lite.conclusion". */
  readonly event: string;
  readonly resultUrl: string;
  readonly conclusion: string;
}
/** The clock of a rule: the price of one row switches at its deadline (R33). */
export interface PriceFact extends Happened {
  readonly kind: "price";
  readonly enrollment: string;
}
export interface UnsubscribeFact extends Happened {
  readonly kind: "unsubscribe";
}
/** A mail that came back: a bounce, a complaint, an answer. */
export interface MailFact extends Happened {
  readonly kind: "mail";
  readonly what: MailWhat;
  /** Whom it names, or who wrote. */
  readonly address: string;
  /** The row whose mail it answers, "" when unknown. */
  readonly enrollment: string;
  /** Where the owner reads it. */
  readonly link: string;
  /** Of an answer: what it does, as Settings said when it came. */
  readonly onReply: OnReply;
  /** Of one that may still arrive: the how manieth, 0 while the server tries, and how many are too many. */
  readonly count: number;
  readonly of: number;
}
/** undelivered: the address may be good. auto: no person wrote it. */
export const MAIL_WHATS = [
  "bounced",
  "undelivered",
  "complained",
  "stop",
  "replied",
  "auto",
] as const;
export type MailWhat = (typeof MAIL_WHATS)[number];
/** What a reader presses on the way-back page (R113). */
export interface ReaderFact extends Happened {
  readonly kind: "reader";
  readonly wish: ReaderWish;
  /** The new address or language, or the flow; "" for the others. */
  readonly to: string;
}
/**
 * `on`: goes on, also after a stop. `less`: every marketing wait twice. `often`: as at first. `leave`: no more of one flow;
 * `join` takes that back. `confirm`: their consent, by the button in a mail. `stay`: the yes to the last question.
 */
export const READER_WISHES = [
  "on",
  "pause",
  "less",
  "often",
  "address",
  "language",
  "leave",
  "join",
  "confirm",
  "stay",
] as const;
export type ReaderWish = (typeof READER_WISHES)[number];
/** A last question that nobody has answered. */
export interface SilenceFact extends Happened {
  readonly kind: "silence";
  /** When it went. */
  readonly askedAt: number;
}
export interface EditFact extends Happened {
  readonly kind: "edit";
  readonly enrollment: string;
  readonly changes: readonly EditChange[];
}
export interface EditChange {
  readonly column:
    | "status"
    | "paid"
    | "stage"
    | "next_at"
    | "do"
    | "result_url"
    | "conclusion"
    | "promised";
  readonly from: string;
  readonly to: string;
}
export type Fact =
  | FormFact
  | EntryFact
  | PaymentFact
  | ResultFact
  | PriceFact
  | UnsubscribeFact
  | ReaderFact
  | MailFact
  | SilenceFact
  | EditFact;

/** Everything the sheet knows of one person. */
export interface PersonState {
  /** Null: not known yet. */
  readonly contact: ContactRow | null;
  readonly enrollments: readonly Enrollment[];
}

/** What an enrollment must be for its next step to be timed. */
export type Timed = Pick<Enrollment, "row" | "steppedAt" | "rarely">;
/** When a step is due; what state asks of cadence. `at` null: it waits for an event. Null: no step at that stage. */
export type NextDue = (
  flow: Flow,
  enrollment: Timed,
) => { readonly step: string; readonly at: number | null; readonly timedBy: string } | null;

/** What transitions may know besides the person. */
export interface Ground {
  readonly rules: Rules;
  readonly offers: Offers;
  readonly nextDue: NextDue;
  readonly now: number;
  /** Some chosen region wants consent confirmed. */
  readonly regionAsks: boolean;
  /** Mode REHEARSAL: rows that begin now are test rows (design 4.10). */
  readonly rehearsal: boolean;
  readonly say: (given: Reason) => string;
}

export interface Decision {
  readonly contact: ContactRow | null;
  readonly enrollments: readonly Enrollment[];
  readonly outcome: Outcome;
  readonly reason: Reason;
  /** Notes for cells that were put back. */
  readonly notes: readonly {
    readonly enrollment: string;
    readonly column: string;
    readonly reason: Reason;
  }[];
}
