// Which scope a service needs, and what may be used without any authorization.
import { ServiceError } from "./errors.ts";
import type { Manifest } from "./manifest.ts";

const AUTH = "https://www.googleapis.com/auth/";
const SHEETS = [`${AUTH}spreadsheets`, `${AUTH}spreadsheets.currentonly`];
const MAILBOX = ["https://mail.google.com/"];

/** By the first word of a call's name; any one of the scopes is enough. */
const scopesByService: Readonly<Record<string, readonly string[]>> = {
  SpreadsheetApp: SHEETS,
  Spreadsheet: SHEETS,
  Sheet: SHEETS,
  Range: SHEETS,
  Protection: SHEETS,
  TextFinder: SHEETS,
  Filter: SHEETS,
  Group: SHEETS,
  Ui: [`${AUTH}script.container.ui`],
  Gmail: MAILBOX,
  GmailApp: MAILBOX,
  GmailDraft: MAILBOX,
  GmailMessage: MAILBOX,
  GmailThread: MAILBOX,
  MailApp: [`${AUTH}script.send_mail`],
  UrlFetchApp: [`${AUTH}script.external_request`],
  ScriptApp: [`${AUTH}script.scriptapp`],
  Session: [`${AUTH}userinfo.email`],
};

/** A second file is more than the one the script is bound to. */
const scopesByOp: Readonly<Record<string, readonly string[]>> = {
  "Spreadsheet.copy": [`${AUTH}spreadsheets`],
  "SpreadsheetApp.create": [`${AUTH}spreadsheets`],
  "SpreadsheetApp.findFile": [`${AUTH}spreadsheets`],
};

/** Free of authorization, although their service is not. */
const needNoScope = new Set([
  "ScriptApp.getScriptId",
  "ScriptApp.getServiceUrl",
  "ScriptApp.getOAuthToken",
  "Session.getTimeZone",
  "Session.getLocale",
  "Session.getTemporaryKey",
  "SpreadsheetApp.selection",
]);

/** Simple triggers run without authorization: no mail, no fetch, no triggers. */
const refusedWhenSimple = new Set([
  "Gmail",
  "GmailApp",
  "GmailDraft",
  "GmailMessage",
  "GmailThread",
  "MailApp",
  "UrlFetchApp",
  "ScriptApp",
]);

export function checkScope(op: string, manifest: Manifest, simple: boolean): void {
  if (needNoScope.has(op)) return;
  const service = op.slice(0, op.indexOf("."));
  const needed = scopesByOp[op] ?? scopesByService[service];
  if (needed === undefined) return;
  if (simple && refusedWhenSimple.has(service)) throw refusal(op, needed);
  if (simple && service === "Ui") return;
  if (manifest.scopes === null || needed.some((scope) => manifest.scopes?.includes(scope))) return;
  throw refusal(op, needed);
}

function refusal(op: string, needed: readonly string[]): ServiceError {
  const list = needed.map((scope) => `(${scope})`).join(" || ");
  return new ServiceError(
    `You do not have permission to call ${op}. Required permissions: ${list}`,
  );
}
