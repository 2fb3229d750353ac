// A sheet as it is after years: most people done or paid, some waiting, and a number of them due at one moment.
import type { Host } from "../../local/host/contract.ts";
import { type Beside, type Files, form, HOUR, MINUTE, openOffice, tick } from "./bench-office.ts";
import { multiply } from "./fill.ts";

export interface Crowd {
  readonly rows: number;
  /** Second mails that come due together. */
  readonly due: number;
  /** False: Queue and Contacts alone are long. Where nothing is due, nothing else is read. */
  readonly history: boolean;
}

const ALL_TABS = ["Contacts", "Queue", "Events", "Sends"];
const DAY = 24 * HOUR;

const made = new Map<string, Host>();

/** One minute before they are due. Making one takes longer than most that is measured in it. */
export function crowded(files: Files, crowd: Crowd, beside?: Beside): Host {
  const name = JSON.stringify([files, crowd, beside]);
  const host = made.get(name) ?? make(files, crowd, beside);
  made.set(name, host);
  return host.fork();
}

function make(files: Files, crowd: Crowd, beside: Beside | undefined): Host {
  const host = openOffice(files, beside);
  form(host, "done@shop.test");
  form(host, "paid@shop.test");
  tick(host);
  type(host, "paid@shop.test", "status", "PAID");
  host.advance(host.now() + 3 * DAY, HOUR);
  form(host, "due@shop.test");
  tick(host);
  host.advance(host.now() + DAY, HOUR);
  form(host, "later@shop.test");
  tick(host);
  // Not within the days that are measured.
  type(host, "later@shop.test", "next_at", "2026-12-01 09:00");
  const dueAt = Date.parse(String(rowOf(host, "due@shop.test").next_at));
  host.advance(dueAt - HOUR, HOUR);
  grow(host, crowd);
  // What filling the sheet has cost is no part of any day.
  host.setProperty("ledger", "");
  host.advance(dueAt - MINUTE, MINUTE);
  return host;
}

function grow(host: Host, { rows, due, history }: Crowd): void {
  const tabs = history ? ALL_TABS : ["Contacts", "Queue"];
  const others = Math.max(0, rows - due - 3);
  const each = Math.floor(others / 10);
  if (due > 1) multiply(host, "due@shop.test", due - 1, tabs);
  multiply(host, "later@shop.test", each, tabs);
  multiply(host, "paid@shop.test", 2 * each, tabs);
  multiply(host, "done@shop.test", others - 3 * each, tabs);
  const seen = host.sheet("Queue", []).rows.length;
  if (seen < rows) throw new Error(`The sheet holds ${seen} rows, not ${rows}`);
}

function rowOf(host: Host, email: string) {
  const row = host.sheet("Queue").rows.find((one) => one.email === email);
  if (row === undefined) throw new Error(`Queue has no row of ${email}`);
  return row;
}

function type(host: Host, email: string, column: string, value: string): void {
  const at = host.sheet("Queue").rows.findIndex((row) => row.email === email);
  host.edit("Queue", at + 2, column, value);
  tick(host);
}
