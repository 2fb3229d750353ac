// A host made of plain maps, enough to see what the server asks of one.
import {
  type CellValue,
  type Dialog,
  type Host,
  type HostOptions,
  type RunCall,
  ScriptFailure,
  type SentMail,
  type WebAnswer,
  type WebRequest,
} from "../../../local/host/contract.ts";

type FakeRow = Record<string, CellValue>;

export class FakeHost implements Host {
  readonly requests: WebRequest[] = [];
  readonly runs: RunCall[] = [];
  readonly edits: (readonly [sheet: string, row: number, column: string, value: CellValue])[] = [];
  readonly moves: (readonly [to: number, everyMs: number | undefined])[] = [];
  readonly mails: SentMail[] = [];
  readonly properties = new Map<string, string>();
  readonly documents: Map<string, string>;
  readonly tabs: Record<string, FakeRow[]>;
  closed = false;
  ms: number;
  answer: (request: WebRequest) => WebAnswer = () => htmlAnswer("<p>hello</p>");
  runDialogs: Dialog[] = [];
  runResult: (call: RunCall) => unknown = () => null;

  constructor(
    readonly options: HostOptions,
    world: { tabs?: Record<string, FakeRow[]>; documents?: Map<string, string> } = {},
  ) {
    this.ms = Date.parse(options.now ?? "2026-03-02T09:00:00Z");
    this.tabs = world.tabs ?? {};
    this.documents = world.documents ?? new Map();
  }

  now = () => this.ms;
  request(request: WebRequest): WebAnswer {
    this.requests.push(request);
    return this.answer(request);
  }
  run(call: RunCall) {
    this.runs.push(call);
    return { result: this.runResult(call), dialogs: this.runDialogs };
  }
  act: Host["act"] = () => undefined;

  edit(sheet: string, row: number, column: string, value: CellValue): void {
    if (value === "REFUSED") throw new ScriptFailure("The data you entered violates the rules.");
    this.edits.push([sheet, row, column, value]);
    const cells = this.tabs[sheet]?.[row - 2];
    if (cells) cells[column] = value;
  }
  sheets = () =>
    Object.entries(this.tabs).map(([name, rows]) => ({
      name,
      hidden: false,
      tabColor: "",
      rows: rows.length,
    }));
  sheet(name: string) {
    const rows = this.tabs[name] ?? [];
    return { headers: Object.keys(rows[0] ?? {}), rows, formulas: {} };
  }
  look = (name: string) => ({
    name,
    frozenRows: 1,
    columns: [],
    rows: [],
    headerBackground: "",
    hiddenRows: [],
    filtered: false,
    groups: [],
  });
  xlsx = () => Buffer.from("xlsx");
  lookPage = (name: string) =>
    JSON.stringify({ ...this.look(name), cursor: "1", whole: true, last: 1 });
  triggers = () => [
    {
      id: "t1",
      handler: "jobs.tick",
      kind: "clock" as const,
      everyMinutes: 1,
      nextAt: new Date(this.ms + 20_000).toISOString(),
    },
  ];
  advance(to: number, everyMs?: number) {
    this.moves.push([to, everyMs]);
    this.ms = Math.max(this.ms, to);
    return { ran: 1 };
  }
  runDue = () => ({ ran: 0 });
  outbox = () => this.mails;
  receive: Host["receive"] = () => ({ id: "m1", threadId: "t1" });
  drafts = () => [];
  menu = () => [
    { menu: "Dripsheet", path: [], caption: "Run batch now", function: "menu.runBatch" },
  ];
  keep(key: string, value: unknown): void {
    this.documents.set(key, JSON.stringify(value));
  }
  kept(key: string): unknown {
    const text = this.documents.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  }
  property = (key: string) => this.properties.get(key) ?? null;
  setProperty(key: string, value: string): void {
    this.properties.set(key, value);
  }
  inject = () => undefined;
  onCall = () => undefined;
  trouble = () => undefined;
  stopTrigger = () => undefined;
  actOnDraft = () => undefined;
  restore = () => undefined;
  fork = (): Host => this;
  openCopy = (): Host => this;
  copies: Host["copies"] = () => [];
  executions = () => [
    {
      function: "jobs.tick",
      startedAt: 0,
      endedAt: 1,
      calls: ["Range.getValues", "SpreadsheetApp.flush"],
      outcome: "ok" as const,
      error: "",
    },
  ];
  close(): void {
    this.closed = true;
  }

  /** Sends as the platform would: recorded, then told to the server. */
  send(mail: Partial<SentMail>): SentMail {
    const sent = { ...exampleMail(), ...mail };
    this.mails.push(sent);
    this.options.onSent?.(sent);
    return sent;
  }
}

export function htmlAnswer(html: string, frameAnywhere = false): WebAnswer {
  return { kind: "html", title: "A page", html, metaTags: [], frameAnywhere };
}

export function textAnswer(content: string): WebAnswer {
  return { kind: "text", mimeType: "application/json", content, fileName: "" };
}

export function exampleMail(): SentMail {
  return {
    id: "m1",
    threadId: "t1",
    to: "ada@customer.test",
    cc: "",
    bcc: "",
    from: "owner@dripsheet.local",
    fromName: "Grüße, Team",
    replyTo: "reply@dripsheet.local",
    subject: "Your guide 你好",
    text: "Hello Ada\n",
    html: "<p>Hello Ada</p>",
    sentAt: Date.parse("2026-03-02T09:01:00Z"),
    messageId: "<m1@mail.gmail.com>",
  };
}
