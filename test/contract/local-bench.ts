// The adapters inside the simulated platform, each call an execution of its own.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import type { FetchAnswer, FetchRequest, Host } from "../../local/host/contract";
import { openHost } from "../../local/host/open-host";
import type { Mailbox, Mailer, Ports, SentReceipt, Store, UpdateReport } from "../../src/ports";
import type { MailboxBench, MailerBench, Moment, PersonAct, StoreBench } from "./bench";
import type { Call, Order } from "./local-entry";

const projectRoot = fileURLToPath(new URL("../..", import.meta.url));
const NOW = "2026-03-02T09:00:00Z";

export interface LocalBench {
  readonly host: Host;
  order(order: Order): unknown;
  /** Several calls in one execution, so that what one holds the next can use. */
  calls(...calls: readonly Call[]): readonly unknown[];
  call(port: keyof Ports, method: string, ...args: readonly unknown[]): unknown;
  close(): void;
}

export interface LocalOptions {
  readonly fetch?: (request: FetchRequest) => FetchAnswer;
}

export function openLocal({ fetch }: LocalOptions = {}): LocalBench {
  const dataDir = mkdtempSync(join(tmpdir(), "dripsheet-contract-"));
  const host = openHost({
    dataDir: join(dataDir, "data"),
    codeFile: entryFile(dataDir),
    manifestFile: join(projectRoot, "appsscript.json"),
    execUrl: "http://127.0.0.1:8787/exec",
    now: NOW,
    owner: "owner@shop.test",
    ...(fetch === undefined ? {} : { fetch }),
  });
  const order = (what: Order) => {
    const { result } = host.run({ function: "contract", args: [JSON.stringify(what)] });
    return JSON.parse(String(result));
  };
  const calls = (...all: readonly Call[]) =>
    order({ kind: "calls", calls: all }) as readonly unknown[];
  return {
    host,
    order,
    calls,
    call: (port, method, ...args) => calls({ port, method, args })[0],
    close() {
      host.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

let entry: string | null = null;

/** Built as the product is: one IIFE, then the function the platform finds by name. */
function entryFile(folder: string): string {
  entry ??=
    buildSync({
      absWorkingDir: projectRoot,
      entryPoints: ["test/contract/local-entry.ts"],
      bundle: true,
      write: false,
      format: "iife",
      globalName: "Contract",
      platform: "neutral",
      target: "es2019",
      define: { __HANDLERS__: '"dot"', __VERSION__: '"0.0.0-test"' },
      footer: { js: "function contract(json) { return Contract.contract(json); }" },
    }).outputFiles[0]?.text ?? "";
  const file = join(folder, "Code.js");
  writeFileSync(file, entry);
  return file;
}

export function localStoreBench(): StoreBench {
  const local = openLocal();
  local.call("workbook", "prepare", "en");
  let planned: { readonly moment: Moment; readonly act: PersonAct } | null = null;
  const remote = remotePort<Store>(local, "store");
  const update: Store["update"] = (tab, changes) => {
    if (planned === null) return remote.update(tab, changes);
    const { moment, act } = planned;
    planned = null;
    const order = { kind: "interrupted update", tab, changes, moment, act } as Order;
    return local.order(order) as ReturnType<Store["update"]>;
  };
  const remove: Store["remove"] = (tab, ids) => {
    if (planned === null) return remote.remove(tab, ids);
    const { act } = planned;
    planned = null;
    const order = { kind: "interrupted removal", tab, ids, act } as const;
    return local.order(order) as readonly string[];
  };
  return {
    store: { ...remote, update, remove },
    readThenUpdate: (tab, changes) => {
      const read = { port: "store", method: "read", args: [tab] } as const;
      const results = local.calls(read, { port: "store", method: "update", args: [tab, changes] });
      return results[1] as UpdateReport;
    },
    act: (tab, act) => void local.order({ kind: "act", tab, act }),
    during: (moment, act) => {
      planned = { moment, act };
    },
    close: () => local.close(),
  };
}

export function localMailerBench(): MailerBench {
  const local = openLocal();
  return {
    mailer: remotePort<Mailer>(local, "mailer"),
    clock: { now: () => local.host.now() },
    sent: () =>
      local.host.outbox().map(({ to, fromName, replyTo, subject, text, html }) => ({
        to,
        fromName,
        replyTo,
        subject,
        text,
        html,
      })),
    advance: (byMs) => void local.host.advance(local.host.now() + byMs),
    close: () => local.close(),
  };
}

/** Every mail of the suite goes whole. What one execution has drafted another sends, too. */
export function localRawMailerBench(): MailerBench {
  const bench = localMailerBench();
  const leave = { url: "https://shop.test/exec?p=stop&t=1", account: "owner@shop.test" };
  const createDraft: Mailer["createDraft"] = (mail) => bench.mailer.createDraft({ ...mail, leave });
  return { ...bench, mailer: { ...bench.mailer, createDraft } };
}

export function localMailboxBench(): MailboxBench {
  const local = openLocal();
  const { host } = local;
  const letter = { from: "", fromName: "Bo", replyTo: "", subject: "Hello", html: "<p>Hello</p>" };
  return {
    mailbox: remotePort<Mailbox>(local, "mailbox"),
    clock: { now: () => host.now() },
    sends() {
      const mail = { ...letter, to: "ada@example.test", text: "Hello" };
      const draftId = local.call("mailer", "createDraft", mail);
      return (local.call("mailer", "send", draftId) as SentReceipt).threadId;
    },
    arrives(raw, threadId) {
      const answered = host.outbox().find((mail) => mail.threadId === threadId)?.messageId;
      host.receive(answered === undefined ? raw : `In-Reply-To: ${answered}\r\n${raw}`);
    },
    advance: (byMs) => void host.advance(host.now() + byMs),
    close: () => local.close(),
  };
}

const METHODS = {
  store: [
    "read",
    "find",
    "append",
    "appendBlock",
    "update",
    "remove",
    "lastRow",
    "stamp",
    "annotate",
    "flush",
    "fileId",
  ],
  mailbox: ["arrived", "raw", "decode"],
  mailer: ["createDraft", "send", "deleteDraft", "listDrafts", "findSent", "quotaLeft", "aliases"],
} as const;

function remotePort<P>(local: LocalBench, port: keyof typeof METHODS): P {
  const entries = METHODS[port].map((method) => [
    method,
    (...args: readonly unknown[]) => local.call(port, method, ...args),
  ]);
  return Object.fromEntries(entries) as P;
}
