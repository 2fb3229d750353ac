// Leaves nothing open on a new workbook: runs Set up, then fills in what a person would, with values
// that work on this computer. Also moves stored local links when the port has changed, and sets an older
// workbook up anew for a bundle that knows more columns.
import { randomBytes } from "node:crypto";
import type { CellValue, Host } from "../host/contract.ts";
import type { Language } from "./flags.ts";
import { ownOffer } from "./own-offers.ts";

const DONE_KEY = "first-start";
const ORIGIN_KEY = "origin";
/** It tells and asks nothing, so there is nothing to answer. */
const SET_UP = { function: "menu.setUp" };
/** There are no earlier payments at the stand-in, and that is what it finds. */
const READ_HISTORY = { function: "menu.readHistory" };

/** `schema`: what the bundle expects of a workbook. */
export function prepareWorkbook(host: Host, url: string, lang: Language, schema: number): void {
  if (host.kept(DONE_KEY) === undefined) {
    setUp(host, url, lang);
    host.keep(ORIGIN_KEY, url);
    host.keep(DONE_KEY, { at: new Date(host.now()).toISOString() });
    return;
  }
  moveLinks(host, url);
  if (schemaOf(host) < schema) upgrade(host, url);
}

/** As its owner would after a push: Set up once more. Only flows that are new are switched on. */
function upgrade(host: Host, url: string): void {
  const known = new Set(rowsOf(host, "Flows").map((row) => row.flow));
  host.run(SET_UP);
  fillOpen(host, url);
  editEach(host, "Flows", "on", (row) => (known.has(row.flow) ? undefined : "YES"));
}

function setUp(host: Host, url: string, lang: Language): void {
  host.run(SET_UP);
  if (lang !== "en" && fillSettings(host, { language: lang })) {
    host.run(SET_UP);
  }
  storeKeys(host);
  fillSettings(host, ownSettings(url));
  fillOpen(host, url);
  editEach(host, "Flows", "on", () => "YES");
}

function ownSettings(url: string): Readonly<Record<string, string>> {
  return {
    sender_name: "Dripsheet Local",
    reply_to: "owner@dripsheet.local",
    postal_address: "1 Practice Lane, 10115 Sampletown",
    web_app_url: `${url}/exec`,
    geo_download_url: `${url}/local/files/geo-sample.pdf`,
    sending: "ON",
    mode: "LIVE",
  };
}

/** Keys that only this computer knows; a person would paste them from Stripe. */
function storeKeys(host: Host): void {
  const keys = { hook_key: "local_hook_", stripe_key: "rk_live_local_" };
  for (const [name, prefix] of Object.entries(keys)) {
    if (!host.property(name)) host.setProperty(name, prefix + randomBytes(18).toString("hex"));
  }
}

function fillSettings(host: Host, values: Readonly<Record<string, string>>): boolean {
  return editEach(host, "Settings", "value", (row) => values[String(row.key)]);
}

function fillOpen(host: Host, url: string): void {
  fillEmptyLinks(host, url);
  fillOffers(host, url);
  host.run(READ_HISTORY);
}

/** Every link a person would have to give. */
function fillEmptyLinks(host: Host, url: string): void {
  editEach(host, "Settings", "value", (row) => {
    const isLink = /_(url|link)$/.test(String(row.key));
    return isLink && isOpen(row.value) ? localLink(url, String(row.key)) : undefined;
  });
}

/** Prices, links, and the ids by which Stripe knows an offer. */
function fillOffers(host: Host, url: string): void {
  if (!has(host, "Offers")) return;
  for (const column of host.sheet("Offers").headers) {
    editEach(host, "Offers", column, (row) => {
      const own = ownOffer(String(row.offer), (name) => localLink(url, name))[column];
      // What an older version of this file put there is the beginning of what it puts there now.
      const isOurs = own?.startsWith(String(row[column])) === true;
      return isOpen(row[column]) || isOurs ? own : undefined;
    });
  }
}

function localLink(url: string, name: string): string {
  return `${url}/local/link/${name}`;
}

function isOpen(value: CellValue | undefined): boolean {
  return value === undefined || value === "" || /\bexample\.(com|org|net)\b/.test(String(value));
}

function linkColumns(host: Host, sheet: string): readonly string[] {
  if (!has(host, sheet)) return [];
  return host.sheet(sheet).headers.filter((header) => /(^|_)(url|link)(_after)?$/.test(header));
}

/** Another port than last time: what points to the old one would point nowhere. */
function moveLinks(host: Host, url: string): void {
  const old = host.kept(ORIGIN_KEY);
  if (typeof old !== "string" || old === url) return;
  const moved = (value: CellValue | undefined) =>
    typeof value === "string" && (value === old || value.startsWith(`${old}/`))
      ? url + value.slice(old.length)
      : undefined;
  editEach(host, "Settings", "value", (row) => moved(row.value));
  for (const column of linkColumns(host, "Offers")) {
    editEach(host, "Offers", column, (row) => moved(row[column]));
  }
  host.keep(ORIGIN_KEY, url);
}

type Row = Readonly<Record<string, CellValue>>;

/** Types a value into one column, row by row, where `choose` names one that is not there yet. */
function editEach(
  host: Host,
  sheet: string,
  column: string,
  choose: (row: Row) => string | undefined,
): boolean {
  if (!has(host, sheet) || !host.sheet(sheet).headers.includes(column)) return false;
  let changed = false;
  for (const [index, row] of host.sheet(sheet).rows.entries()) {
    const isBlank = Object.values(row).every((value) => value === "");
    const value = isBlank ? undefined : choose(row);
    if (value === undefined || value === row[column]) continue;
    host.edit(sheet, index + 2, column, value);
    changed = true;
  }
  return changed;
}

function schemaOf(host: Host): number {
  const row = rowsOf(host, "Settings").find(({ key }) => key === "schema_version");
  return Number(row?.value ?? 0);
}

function rowsOf(host: Host, sheet: string): readonly Row[] {
  return has(host, sheet) ? host.sheet(sheet).rows : [];
}

function has(host: Host, sheet: string): boolean {
  return host.sheets().some((info) => info.name === sheet);
}
