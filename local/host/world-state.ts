// The shape of what is kept, apart from the sheets' cells.
import type { Rect } from "./grid/rect.ts";

export interface NamedRange extends Rect {
  readonly sheetId: number;
}
export interface Workbook {
  readonly id: string;
  readonly scriptId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly locale: string;
  /** Sheet ids in tab order. */
  readonly order: readonly number[];
  readonly named: Readonly<Record<string, NamedRange>>;
}

/** A message as written, before or after it went. */
export interface Letter {
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly from: string;
  readonly fromName: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Of a mail that came from elsewhere or that a script composed whole: all of it. */
  readonly raw?: string;
}
export interface Message extends Letter {
  readonly id: string;
  readonly threadId: string;
  readonly messageId: string;
  /** Epoch milliseconds: when it was sent, received or last written. */
  readonly at: number;
  readonly place: "sent" | "inbox" | "draft" | "trash";
}
export interface Draft {
  readonly id: string;
  readonly message: Message;
}
export interface Mailbox {
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly messages: Readonly<Record<string, Message>>;
}

export interface TriggerState {
  readonly id: string;
  readonly handler: string;
  readonly creator: string;
  readonly kind: "clock" | "onEdit" | "onOpen" | "onChange" | "onFormSubmit";
  readonly schedule: Schedule | null;
  /** Epoch milliseconds of the next firing; null without a clock, or when used up. */
  readonly nextAt: number | null;
  /** Stopped by the platform without a word (facts 9.7): still listed, never fired. */
  readonly stopped?: true;
}
export type Schedule =
  | { readonly every: "minutes" | "hours"; readonly count: number; readonly phaseMs: number }
  | {
      readonly every: "days";
      readonly count: number;
      readonly hour: number;
      readonly minute: number;
      readonly weekDay: number | null;
      readonly zone: string;
    }
  | { readonly every: "once" };

export interface QuotaUse {
  readonly startedAt: number;
  readonly used: number;
  /** When how much of it was used; kept only where somebody asks. */
  readonly parts?: readonly (readonly [at: number, amount: number])[];
}

export interface WorldState {
  readonly serial: number;
  readonly workbook: Workbook;
  /** By address; a mailbox that was never used is not there, nor is its unused half. */
  readonly mailboxes: Readonly<Record<string, Partial<Mailbox>>>;
  readonly properties: {
    readonly script: Readonly<Record<string, string>>;
    readonly document: Readonly<Record<string, string>>;
    readonly user: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
  readonly triggers: Readonly<Record<string, TriggerState>>;
  readonly quotas: Readonly<Record<string, QuotaUse>>;
  readonly kept: Readonly<Record<string, unknown>>;
  /** Other spreadsheets that the script has made, by id, with their sheets in tab order. */
  readonly files?: Readonly<
    Record<string, { readonly name: string; readonly order: readonly number[] }>
  >;
  /** By id. Absent in workbooks from before there were copies. */
  readonly copies?: Readonly<Record<string, { readonly name: string; readonly at: number }>>;
}
