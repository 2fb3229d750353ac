// Service calls of what happens all day: ticks with nothing to do, a form, a Stripe webhook.
import type { Host } from "../../local/host/contract.ts";
import { type Files, form, lastRun, minutes, openOffice } from "./bench-office.ts";
import { crowded } from "./crowd.ts";

/** Longer than the ten minutes after which every row is compared with its seal. */
const IDLE_MINUTES = 12;

export interface IdleCalls {
  /** The most of any tick that has nothing to do. */
  readonly idle: number;
  /** Every ten minutes such a tick compares all rows with their seals besides. */
  readonly compare: number;
}

export function idleCalls(files: Files, rows: number): IdleCalls {
  const host = crowded(files, { rows, due: 1, history: rows <= 5_000 });
  minutes(host, 4);
  const ticks: (readonly string[])[] = [];
  for (let minute = 0; minute < IDLE_MINUTES; minute += 1) {
    minutes(host, 1);
    ticks.push(lastRun(host).calls);
  }
  const most = (some: readonly (readonly string[])[]) =>
    Math.max(0, ...some.map((calls) => calls.length));
  // A comparison reads rows by the block, which no other idle tick does.
  const compares = (calls: readonly string[]) => calls.includes("Properties.setProperty");
  return {
    idle: most(ticks.filter((calls) => !compares(calls))),
    compare: most(ticks.filter(compares)),
  };
}

export interface DoorCalls {
  readonly webhook: { readonly calls: number; readonly fetches: number };
  readonly form: { readonly calls: number };
}

/** The most calls that any shipped form, and a Stripe webhook, costs. */
export function doorCalls(files: Files): DoorCalls {
  const host = openOffice(files);
  const forms = ["geo", "free_audit", "lite"].map((which) => {
    form(host, `${which}@shop.test`, which);
    return lastRun(host).calls.length;
  });
  webhook(host);
  const { calls } = lastRun(host);
  const fetches = calls.filter((name) => name.startsWith("UrlFetch")).length;
  return { webhook: { calls: calls.length, fetches }, form: { calls: Math.max(...forms) } };
}

export function webhook(host: Host): void {
  const body = JSON.stringify({ id: "evt_1", object: "event", type: "invoice.paid" });
  const query = `hook=stripe&key=${host.property("hook_key") ?? ""}`;
  host.request({ method: "POST", query, contentType: "application/json", body });
}
