// What the simulated Apps Script offers to the server, the Studio and the tests.
// One host is one Google account, one spreadsheet, one bound script. All calls are synchronous.

import type { Laboratory } from "./contract-lab.ts";

export type * from "./contract-lab.ts";

export interface HostOptions {
  /** Folder that keeps the workbook, mail and properties. Created when missing. */
  readonly dataDir: string;
  /** The bundle that would be pushed, read anew at every start. */
  readonly codeFile: string;
  /** The manifest beside it: time zone, scopes, web app settings. */
  readonly manifestFile: string;
  /** Address of the deployed web app, ends in /exec. */
  readonly execUrl: string;
  /** ISO instant. Given: the clock stands still but for moves and call costs. Absent: it follows the wall clock. */
  readonly now?: string;
  /** The account that owns the sheet and deployed the script. */
  readonly owner?: string;
  /** Answers UrlFetchApp. Throwing means the address cannot be reached. */
  readonly fetch?: (request: FetchRequest) => FetchAnswer;
  /** Called after a mail has gone. */
  readonly onSent?: (mail: SentMail) => void;
  /** Called with the data folder of a new copy of the spreadsheet. */
  readonly onCopied?: (folder: string) => void;
  /** A file of measured costs, or the report of a self-test: its figures replace those of the cost model. */
  readonly costs?: string;
  /** A Workspace account: 1,500 recipients and 6 hours of triggers a day, not 100 and 90 minutes. */
  readonly workspace?: boolean;
  /** Given: ids that would be random follow from it, so that a history can be played again exactly. */
  readonly seed?: number;
  /**
   * Fast: the bundle is evaluated once, not for every execution, and a loop without an end is not cut off. Right only
   * for a bundle that keeps nothing in its variables.
   */
  readonly warm?: boolean;
}

export interface FetchRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string;
}
export interface FetchAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface WebRequest {
  readonly method: "GET" | "POST";
  /** Without the question mark, still encoded. */
  readonly query: string;
  readonly contentType?: string;
  readonly body?: string;
}
/** What the platform would answer; the server turns it into HTTP (200, or 302 for text). */
export type WebAnswer =
  | {
      readonly kind: "html";
      readonly title: string;
      readonly html: string;
      readonly metaTags: readonly { name: string; content: string }[];
      readonly frameAnywhere: boolean;
    }
  | {
      readonly kind: "text";
      readonly mimeType: string;
      readonly content: string;
      readonly fileName: string;
    }
  /** An uncaught error or a wrong return value: Google shows a page with status 200. */
  | { readonly kind: "error"; readonly message: string };

export interface RunCall {
  /** "menu.runBatch", "jobs.tick", "onOpen" … */
  readonly function: string;
  readonly args?: readonly unknown[];
  /** What the person has selected. Rows as the sheet numbers them; `rows` where it is more than one. */
  readonly selection?: Selected;
  /** Answers to prompts and alerts, in order: text for a prompt, a button name ("OK", "YES", "NO", "CANCEL", "CLOSE") for an alert. */
  readonly answers?: readonly string[];
  /** Who clicks; the owner when absent. */
  readonly as?: string;
  /**
   * Called by google.script.run, which carries plain data both ways. From a hosted page: nobody is signed in, the
   * owner's rights, no UI. From a dialog over the sheet: whoever has it open, with the sheet before them.
   */
  readonly from?: "page" | "dialog";
}
export interface Selected {
  readonly sheet: string;
  readonly row: number;
  readonly rows?: readonly number[];
}
export interface Dialog {
  readonly kind: "alert" | "prompt" | "modal" | "modeless" | "sidebar" | "toast";
  readonly title: string;
  readonly text: string;
  readonly html?: string;
  /** As the script has set them; a sidebar has a width of its own. */
  readonly widthPx?: number;
  readonly heightPx?: number;
  /** What an alert or a prompt offers; whoever shows it must know whether it asks or only tells. */
  readonly buttons?: "OK" | "OK_CANCEL" | "YES_NO" | "YES_NO_CANCEL";
}
export interface RunOutcome {
  readonly result: unknown;
  readonly dialogs: readonly Dialog[];
  /** Where the script has put the person's cursor. */
  readonly cursor?: Selected;
}
/** Thrown by run() when the function failed as a person would see it. */
export class ScriptFailure extends Error {
  override readonly name = "ScriptFailure";
}

export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
  readonly tabColor: string;
  readonly rows: number;
}
export type CellValue = string | number | boolean;
export interface SheetDump {
  readonly headers: readonly string[];
  /** rows[i] is sheet row i+2, blanks included; dates as ISO strings, empty as "". */
  readonly rows: readonly Readonly<Record<string, CellValue>>[];
  /** Cells that hold a formula, in A1 notation → formula text. */
  readonly formulas: Readonly<Record<string, string>>;
}
/** What a grid needs to draw a tab the way Sheets would. */
export interface SheetLook {
  readonly name: string;
  readonly frozenRows: number;
  readonly columns: readonly {
    readonly header: string;
    readonly width: number;
    readonly hidden: boolean;
    readonly note: string;
    readonly numberFormat: string;
    /** Closed list of a dropdown, empty when none. */
    readonly choices: readonly string[];
    /** True when the range is protected with a warning. */
    readonly warns: boolean;
  }[];
  /** One per sheet row from row 2: what a person sees (display values), and colours by column index. */
  readonly rows: readonly {
    readonly row: number;
    readonly cells: readonly string[];
    readonly backgrounds: readonly string[];
    readonly notes: readonly string[];
  }[];
  readonly headerBackground: string;
  /** By a filter, a folded group or a person's hand. */
  readonly hiddenRows: readonly number[];
  /** A filter stands in the header, whether it hides a row or not. */
  readonly filtered: boolean;
  readonly groups: readonly {
    readonly row: number;
    readonly rows: number;
    readonly depth: number;
    readonly collapsed: boolean;
  }[];
}

export interface SentMail {
  readonly id: string;
  readonly threadId: string;
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly from: string;
  readonly fromName: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Epoch milliseconds. */
  readonly sentAt: number;
  /** From the headers a mailer would see. */
  readonly messageId: string;
  /** All of it, where the script composed it whole. */
  readonly raw?: string;
}

export interface TriggerInfo {
  readonly id: string;
  readonly handler: string;
  readonly kind: "clock" | "onEdit" | "onOpen" | "onChange" | "onFormSubmit";
  readonly everyMinutes: number | null;
  /** ISO; null for triggers without a clock. */
  readonly nextAt: string | null;
  /** By the platform, without a word: it never fires again. */
  readonly stopped?: true;
}

/** One execution as counted: calls by name, in order when traced. */
export interface ExecutionRecord {
  readonly function: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly calls: readonly string[];
  /** What the script wrote with console or Logger. */
  readonly logs?: readonly string[];
  readonly outcome: "ok" | "error" | "killed";
  readonly error: string;
}

export interface CopyInfo {
  readonly id: string;
  readonly name: string;
  /** ISO. */
  readonly at: string;
  /** The data folder it can be opened from. */
  readonly folder: string;
}
/** `path`: the submenus on the way; an empty `function` is a line between groups. */
export interface MenuLine {
  readonly menu: string;
  readonly path: readonly string[];
  readonly caption: string;
  readonly function: string;
}

/** `row` and `column` as in `edit`. Pasting takes values alone, and makes the sheet as large as they are. */
export type PersonAct = { readonly sheet: string } & (
  | {
      readonly kind: "paste";
      readonly row: number;
      readonly column: string;
      readonly values: readonly (readonly CellValue[])[];
    }
  | { readonly kind: "insertRows" | "deleteRows"; readonly row: number; readonly count?: number }
  /** The Delete key on cells of one column, or on whole rows. */
  | {
      readonly kind: "clear";
      readonly row: number;
      readonly count?: number;
      readonly column?: string;
    }
  | { readonly kind: "insertColumn" | "deleteColumn"; readonly column: string }
  | { readonly kind: "sort"; readonly column: string; readonly ascending?: boolean }
  /** A new one stands behind `sheet`, as with the + below a real one. */
  | { readonly kind: "renameSheet" | "insertSheet"; readonly to: string }
  | { readonly kind: "deleteSheet" }
  /** The sign beside a folded group of rows; the sign in a filtered header. */
  | { readonly kind: "fold"; readonly row: number; readonly collapsed: boolean }
  | { readonly kind: "unfilter" }
);

export interface Host extends Laboratory {
  now(): number;
  request(request: WebRequest): WebAnswer;
  run(call: RunCall): RunOutcome;
  /** As a person types: parsed by the sheet's rules, then the onEdit triggers fire. `row` as the sheet numbers it, `column` a header. */
  edit(sheet: string, row: number, column: string, value: CellValue, as?: string): void;
  /** What a person does besides typing into one cell. */
  act(act: PersonAct, as?: string): void;
  sheets(): readonly SheetInfo[];
  /** `only`: of these columns alone. */
  sheet(name: string, only?: readonly string[]): SheetDump;
  look(name: string): SheetLook;
  /** The same as JSON for a page that draws it: `whole`, or only the rows that differ since an earlier answer's `cursor`. */
  lookPage(name: string, since: string): string;
  /** The whole workbook as a file for spreadsheet programs. */
  xlsx(): Uint8Array;
  triggers(): readonly TriggerInfo[];
  /** Fires due triggers in order up to `to` (epoch ms). With `everyMs` at most one clock tick in each such interval. */
  advance(to: number, everyMs?: number): { readonly ran: number };
  /** Fires what is due now by the wall clock. */
  runDue(): { readonly ran: number };
  outbox(): readonly SentMail[];
  /**
   * A mail from elsewhere arrives in the owner's mailbox: all of it as it comes (RFC 5322). It joins the conversation
   * whose Message-ID its In-Reply-To or References name.
   */
  receive(raw: string): { readonly id: string; readonly threadId: string };
  drafts(): readonly { readonly id: string; readonly to: string; readonly subject: string }[];
  /** Menu built by onOpen: items in order. */
  menu(): readonly MenuLine[];
  /** Small JSON documents of the server's own (the Stripe stand-in), kept with the workbook. */
  keep(key: string, value: unknown): void;
  kept(key: string): unknown;
  /** Copies made of the spreadsheet, oldest first. */
  copies(): readonly CopyInfo[];
  property(key: string): string | null;
  /** Only for tests and first start. */
  setProperty(key: string, value: string): void;
  /** The last executions, newest last (bounded). */
  executions(): readonly ExecutionRecord[];
  close(): void;
}
