// Opens the host of one data folder with all that stands around it, first start included.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { account } from "../host/account.ts";
import type { Host, HostOptions } from "../host/contract.ts";
import { countChanges } from "./count-changes.ts";
import { markAsOurs } from "./data-folder.ts";
import { prepareWorkbook } from "./first-start.ts";
import type { Language } from "./flags.ts";
import type { Local } from "./local.ts";
import { MonthOffer } from "./month-offer.ts";
import { Moves } from "./moves.ts";
import type { Origins } from "./origins.ts";
import { Outbox } from "./outbox.ts";
import { fetchOutside } from "./outside-world.ts";
import { visibleFunctions } from "./script-run.ts";
import { StripeStandIn } from "./stripe-stand-in.ts";
import { VisitorContent } from "./visitor-content.ts";
import { EXEC_PATH } from "./web-app.ts";

export interface Script {
  readonly codeFile: string;
  readonly manifestFile: string;
}

export interface StartOptions {
  readonly root: string;
  readonly script: Script;
  readonly dataDir: string;
  readonly port: number;
  readonly now: string | null;
  /** A file of measured costs of service calls. */
  readonly costs?: string | null;
  readonly lang: Language;
  /** An empty workbook was asked for. */
  readonly fresh: boolean;
  /** The data folder holds no workbook yet. */
  readonly isNew: boolean;
}

export type OpenHost = (options: HostOptions) => Host;

/** Two runs of Set up at their very longest. */
const SET_UP_BEFORE_MS = 15 * 60_000;

export async function openLocal(
  options: StartOptions,
  origins: Origins,
  open: OpenHost,
): Promise<Local> {
  const { root, dataDir, lang } = options;
  const { url } = origins;
  const outbox = new Outbox(dataDir);
  if (options.isNew && options.now !== null) prepareBefore(options.now, options, url, open);
  const { host, changes, stripe } = openWithStripe(open, {
    ...hostOptions(options, url),
    ...(options.now === null ? {} : { now: options.now }),
    onSent: (mail) => outbox.keep(mail),
    onCopied: markAsOurs,
  });
  prepareWorkbook(host, url, lang, schemaOf(options.script));
  await outbox.restore(host.outbox());
  return {
    host,
    outbox,
    stripe,
    content: new VisitorContent(origins.visitorUrl),
    moves: new Moves(),
    month: new MonthOffer(host, options.fresh),
    changes,
    clock: options.now === null ? "wall" : "still",
    lang,
    url,
    dataDir,
    root,
    version: readVersion(root),
    timeZone: account.spreadsheetTimeZone,
    visibleFunctions: visibleFunctions(options.script.codeFile),
  };
}

/** The stand-in keeps what it knows with the host that asks it. */
function openWithStripe(open: OpenHost, options: HostOptions) {
  let stripe: StripeStandIn | undefined;
  const { origin } = new URL(options.execUrl);
  const fetch: HostOptions["fetch"] = (request) => fetchOutside(stripe, request, origin);
  const { host, changes } = countChanges(open({ ...options, fetch }));
  stripe = new StripeStandIn(host);
  return { host, changes, stripe };
}

/** Set up costs simulated time, so it is done earlier: the first thing seen is the asked moment. */
function prepareBefore(now: string, options: StartOptions, url: string, open: OpenHost): void {
  const earlier = new Date(Date.parse(now) - SET_UP_BEFORE_MS).toISOString();
  const { host } = openWithStripe(open, { ...hostOptions(options, url), now: earlier });
  prepareWorkbook(host, url, options.lang, schemaOf(options.script));
  host.close();
}

function hostOptions({ dataDir, script, costs }: StartOptions, url: string): HostOptions {
  const { codeFile, manifestFile } = script;
  const measured = costs ? { costs } : {};
  return { dataDir, codeFile, manifestFile, execUrl: url + EXEC_PATH, ...measured };
}

/** The bundle is not minified, so what it expects of a workbook can be read in it. */
function schemaOf({ codeFile }: Script): number {
  return Number(/\bSCHEMA_VERSION = (\d+)/.exec(readFileSync(codeFile, "utf8"))?.[1] ?? 0);
}

function readVersion(root: string): string {
  return String(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version);
}
