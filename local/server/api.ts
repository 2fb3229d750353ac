// The control API: one table of routes. GET reads, POST acts, everything speaks JSON.
import { actOnSheet } from "./api-act.ts";
import { receiveArrived } from "./api-arrive.ts";
import { runClock } from "./api-clock.ts";
import { listCopies } from "./api-copies.ts";
import { postKeyed } from "./api-keyed.ts";
import { readMonth, showMonth } from "./api-month.ts";
import { listOutbox, sendEml } from "./api-outbox.ts";
import { callFunction, showPage } from "./api-run.ts";
import { editSheet, readLook, readSheet } from "./api-sheets.ts";
import { postStripe } from "./api-stripe.ts";
import { listMails, readGrid, readMail, readQueue } from "./api-studio.ts";
import { sendXlsx } from "./api-xlsx.ts";
import { type Call, HttpError, json, type Reply } from "./http.ts";
import type { Local } from "./local.ts";
import { lastRunAt, nextMailAt } from "./next-mail.ts";

/** `name` is what stands for * in the route. */
export type Handler = (local: Local, call: Call, name: string) => Reply | Promise<Reply>;

const ROUTES: Readonly<Record<string, Handler>> = {
  "GET /local/api/status": readStatus,
  "POST /local/api/clock": runClock,
  "GET /local/api/sheets": (local) => json(local.host.sheets()),
  "GET /local/api/sheets/*": readSheet,
  "POST /local/api/sheets/*/edit": editSheet,
  "POST /local/api/sheets/*/act": actOnSheet,
  "GET /local/api/look/*": readLook,
  "GET /local/api/xlsx": sendXlsx,
  "GET /local/api/grid/*": readGrid,
  "GET /local/api/queue": readQueue,
  "GET /local/api/mails": listMails,
  "GET /local/api/mails/*": readMail,
  "GET /local/api/outbox": listOutbox,
  "GET /local/api/outbox/*.eml": sendEml,
  "POST /local/api/run": callFunction,
  "POST /local/api/stripe": postStripe,
  "POST /local/api/keyed": postKeyed,
  "POST /local/api/arrive": receiveArrived,
  "GET /local/api/month": readMonth,
  "POST /local/api/month": showMonth,
  "GET /local/api/page": showPage,
  "GET /local/api/copies": listCopies,
  "GET /local/api/menu": (local) => json(local.host.menu()),
  "GET /local/api/next-mail": ({ host }) =>
    json({ at: nextMailAt(host), lookedAt: new Date(lastRunAt(host)).toISOString() }),
  "GET /local/api/executions": readExecutions,
};

const PATTERNS = Object.entries(ROUTES).map(([route, handler]) => {
  const [method = "", path = ""] = route.split(" ");
  const pattern = path.replaceAll(".", "\\.").replace("*", "([^/]+)");
  return { method, path, pattern: new RegExp(`^${pattern}$`), handler };
});

export function answerApi(local: Local, call: Call): Reply | Promise<Reply> {
  const fitting = PATTERNS.filter((route) => route.pattern.test(call.path));
  if (fitting.length === 0) throw new HttpError(404, unknownPath(call.path));
  const route = fitting.find((candidate) => candidate.method === call.method);
  if (!route) {
    const allow = fitting.map((candidate) => candidate.method).join(", ");
    const message = `${call.path}: saw ${call.method}, allowed is ${allow}.`;
    throw new HttpError(405, message, { allow });
  }
  return route.handler(local, call, decodeName(route.pattern.exec(call.path)?.[1] ?? ""));
}

function readStatus(local: Local): Reply {
  const { host, version, clock, lang, url, dataDir, timeZone } = local;
  return json({
    now: new Date(host.now()).toISOString(),
    triggers: host.triggers(),
    version,
    changes: local.changes(),
    month: local.month.view(),
    clock,
    timeZone,
    lang,
    url,
    dataDir,
  });
}

function readExecutions(local: Local): Reply {
  const records = local.host.executions().slice(-200);
  return json(records.map((record) => ({ ...record, calls: record.calls.length })));
}

function decodeName(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new HttpError(400, `Path: saw "${text}", which is not a well-formed address.`);
  }
}

function unknownPath(path: string): string {
  return `${path}: there is no such address. Allowed are ${Object.keys(ROUTES).join(", ")}.`;
}
