// What the app asks of the world, synchronous as the platform is. Adapters live in apps-script/.
import type { TabName } from "../../sheets-schema/index";
import type { ArrivedMail, FoundSent, OutgoingMail, SentReceipt } from "../model/mail";
import type { Permission } from "../model/permission";
import type { Probed } from "../model/probe";
import type { StripeAnswer } from "../model/stripe-answer";
import type { Zones } from "../model/zone";
import type { Archive, OtherTabs, Store, Workbook } from "./workbook";

export type * from "./workbook";

export type { ArrivedMail, FoundSent, OutgoingMail, SentReceipt };
/** Mail in two steps, so that an intent can stand in the sheet before anything is irreversible. */
export interface Mailer {
  /** Throws when the mail is refused; then nothing will be sent. */
  createDraft(mail: OutgoingMail): string;
  /** Throws when the outcome is unknown: the mail may have gone. */
  send(draftId: string): SentReceipt;
  /** Throws when the draft is not there any more or cannot be deleted. */
  deleteDraft(draftId: string): void;
  /** Drafts written since that instant (epoch ms), with the send token each carries, if any. */
  listDrafts(
    sinceMs: number,
  ): readonly { readonly draftId: string; readonly token: string | null }[];
  /** A sent mail to that address that carries the token, if Gmail's search finds it yet. */
  findSent(to: string, token: string): (SentReceipt & { readonly sentAt: number }) | null;
  /** Mails that went since that instant (epoch ms) and carry a send token, as far as search knows them; so many at most. */
  listSent(sinceMs: number, max: number): readonly FoundSent[];
  /** Recipients left today. */
  quotaLeft(): number;
  /** Other addresses the account may send from, in lower case. */
  aliases(): readonly string[];
  /** Whether what a mail says of leaving (`leave`) can be sent with it. No service call. */
  oneClick(): boolean;
}

/** What comes in. Nothing in it is ever changed. */
export interface Mailbox {
  /** What arrived from the first instant to just before the second, the oldest first; of so many conversations at most. */
  arrived(
    sinceMs: number,
    beforeMs: number,
    max: number,
  ): { readonly mails: readonly ArrivedMail[]; readonly threads: number };
  /** All of it as it came (RFC 5322). Throws where it is not there any more. */
  raw(id: string): string;
  /** Bytes, a character each, as text of that charset. Throws where nobody knows the charset. No service call. */
  decode(bytes: string, charset: string): string;
}

export interface Locks {
  /** Runs `work` under the script lock, flushes and releases. Not had within `waitMs`: `work` never ran. */
  intake<T>(
    waitMs: number,
    work: () => T,
  ): { readonly held: true; readonly value: T } | { readonly held: false };
  /** The batch mutex, held to the end of the execution. False: another batch runs. */
  takeBatch(): boolean;
}

/** Script properties: small, durable, shared by doors and batch. */
export interface Properties {
  all(): Readonly<Record<string, string>>;
  set(key: string, value: string): void;
  remove(key: string): void;
}

export interface Clock {
  now(): number;
}

/** Unguessable values and their proofs. Hex, lower case. */
export interface Secrets {
  uuid(): string;
  hmac(message: string, key: string): string;
  digest(message: string): string;
}

export type { StripeAnswer };
export interface Stripe {
  /** GET https://api.stripe.com/v1/<path>, e.g. "events/evt_1". */
  get(path: string, apiKey: string): StripeAnswer;
}

export type TriggerName = "tick" | "watch" | "edit";
export interface Triggers {
  /** Makes the tick, watch and edit triggers exist exactly once each; says which were made. Afresh: of these, those that stand go first. */
  install(afresh: readonly TriggerName[]): readonly TriggerName[];
  /** Made anew under the other way of naming, for good: this one is never called here. */
  installOtherwise(): void;
  /** How many of the three stand. */
  missing(): readonly TriggerName[];
}

/** What can only be learnt from the platform itself. */
export interface Platform {
  /** Tries what the product lives on; leaves nothing behind. `execUrl` "": the web app cannot be asked. */
  probe(execUrl: string, owner: string): Probed;
  /** Whom the platform names as the person at work; "" where it names nobody, as to a timer it may. */
  activeUser(): string;
  /** Permissions the owner has not given. */
  lacking(): readonly Permission[];
  /** Asks the person at the sheet for what is lacking, and ends the execution then. */
  requireAll(): void;
}

/** `leadsTo`: where a redirect sends, "" where it is none. */
export type LinkAnswer =
  | { readonly status: number; readonly leadsTo: string }
  | { readonly problem: string };

export interface Links {
  /** How an address answers whoever opens it; a redirect is not followed. */
  answer(url: string): LinkAnswer;
}

/** A page of ours in a window over the sheet. It calls back through doPost. */
export interface Dialog {
  readonly title: string;
  /** Whole content, style and script included. */
  readonly html: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What is selected in the sheet, by the ids of its rows. */
export interface Selection {
  /** "" for a tab that is none of ours. */
  readonly tab: TabName | "";
  readonly ids: readonly string[];
}

/** What a person has just edited, rows as the sheet numbers them. */
export interface EditedArea {
  readonly tab: string;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** The person at the sheet; only there in menu runs. */
export interface Person {
  /** The account the execution runs as. */
  effectiveUser(): string;
  /** Returns at once; the window stays. Nothing where there is no sheet on a screen. */
  show(dialog: Dialog): void;
  selection(): Selection;
  /** Selects the row where it stands now, in the tab of the person at the sheet. False: it is not there. */
  goTo(tab: TabName, id: string): boolean;
  tell(title: string, text: string): void;
  /** Beside what they do: nothing waits for an answer. */
  notice(title: string, text: string): void;
  /** Null when the person cancels. */
  ask(title: string, text: string): string | null;
}

export interface Log {
  warn(message: string): void;
}

export interface Ports {
  readonly store: Store;
  readonly otherTabs: OtherTabs;
  readonly workbook: Workbook;
  readonly archive: Archive;
  readonly mailer: Mailer;
  readonly mailbox: Mailbox;
  readonly locks: Locks;
  readonly properties: Properties;
  readonly clock: Clock;
  readonly zones: Zones;
  readonly secrets: Secrets;
  readonly stripe: Stripe;
  readonly links: Links;
  readonly triggers: Triggers;
  readonly platform: Platform;
  readonly person: Person;
  readonly log: Log;
}
