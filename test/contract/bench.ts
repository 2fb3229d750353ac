// What a contract suite needs of an adapter: the port itself, and a person who gets in its way.
import type { TabName } from "../../sheets-schema/index";
import type { Clock, Mailbox, Mailer, RowChange, Store, UpdateReport } from "../../src/ports";

/** What a person does at the sheet; columns are headers, rows are ids. */
export type PersonAct =
  | { readonly act: "type"; readonly id: string; readonly column: string; readonly typed: Typed }
  | { readonly act: "remove row"; readonly id: string }
  | { readonly act: "copy row"; readonly id: string }
  | { readonly act: "blank row above"; readonly id: string }
  | { readonly act: "reverse rows" }
  | { readonly act: "column to front"; readonly column: string }
  | { readonly act: "own column first" };

export type Typed = string | number | boolean;

/** Between the reading and the writing of an update, or between the writing and the second reading. */
export type Moment = "before write" | "after write";

export interface StoreBench {
  readonly store: Store;
  /** Both in one execution, as a run does it. */
  readThenUpdate<N extends TabName>(tab: N, changes: readonly RowChange<N>[]): UpdateReport;
  act(tab: TabName, act: PersonAct): void;
  /** Done once, in the middle of the next update or removal. */
  during(moment: Moment, act: PersonAct): void;
  close(): void;
}

export interface SeenMail {
  readonly to: string;
  readonly fromName: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface MailerBench {
  readonly mailer: Mailer;
  readonly clock: Clock;
  /** What has left, oldest first. */
  sent(): readonly SeenMail[];
  advance(byMs: number): void;
  close(): void;
}

export interface MailboxBench {
  readonly mailbox: Mailbox;
  readonly clock: Clock;
  /** A mail of ours goes; gives its conversation. */
  sends(): string;
  /** Somebody writes; in that conversation, or apart. */
  arrives(raw: string, threadId?: string): void;
  advance(byMs: number): void;
  close(): void;
}
