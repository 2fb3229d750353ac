// Facts: trusted events, ready to be applied to one person. And what applying one gives.
import type { ContactRow, Outcome, QueueRow } from "../../sheets-schema/index";
import type { Enrollment } from "./enrollment";
import type { Flow } from "./flow";
import type { FormSubmission } from "./form";
import type { Reason } from "./reason";

interface Happened {
  /** Id of the Events row. */
  readonly eventId: string;
  /** When it happened, epoch milliseconds. */
  readonly at: number;
}
export interface FormFact extends Happened, FormSubmission {
  readonly kind: "form";
}
export interface PaymentFact extends Happened {
  readonly kind: "payment";
  /** Stripe's name of the event, for whoever looks it up there. */
  readonly stripeEvent: string;
  readonly paymentKey: string;
  readonly customer: string;
  /** Offer id, "" when the payment names none. */
  readonly offer: string;
  /** For a payer nobody knew. */
  readonly email: string;
  readonly name: string;
}
export interface UnsubscribeFact extends Happened {
  readonly kind: "unsubscribe";
}
export interface EditFact extends Happened {
  readonly kind: "edit";
  readonly enrollment: string;
  readonly changes: readonly {
    readonly column: "status" | "paid" | "stage" | "next_at" | "do";
    readonly from: string;
    readonly to: string;
  }[];
}
export type Fact = FormFact | PaymentFact | UnsubscribeFact | EditFact;

/** Everything the sheet knows of one person. */
export interface PersonState {
  /** Null: not known yet. */
  readonly contact: ContactRow | null;
  readonly enrollments: readonly Enrollment[];
}

/** When a step is due; what state asks of cadence. Null: the flow has no step at that stage. */
export type NextDue = (
  flow: Flow,
  row: QueueRow,
) => { readonly step: string; readonly at: number } | null;

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
