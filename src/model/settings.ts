// Settings after reading: what the engine needs, with the faults of the rows.
import type { SettingRow } from "../../sheets-schema/index";
import { KEEP_FAULT } from "../words/let-go";
import {
  ADDRESS_WORDS,
  MAILS_OR_OFF_WORDS,
  RULE_FAULTS,
  WEB_ADDRESS_WORDS,
} from "../words/rule-faults";
import type { RuleFault } from "./flow";
import { type Keep, parseKeep } from "./keep";
import { MAIL_RULES, type MailSettings, mailSettings } from "./mail-settings";
import { ownValue } from "./own-value";
import { PACE_RULES, type PaceSettings, paceFrom } from "./pace-settings";
import { isWebAddress } from "./web-address";

export interface Settings {
  readonly language: "en" | "zh";
  readonly mode: "REHEARSAL" | "LIVE";
  readonly sending: boolean;
  readonly senderName: string;
  /** Another address of the account that mails go out from; "" for its own. */
  readonly senderAlias: string;
  readonly replyTo: string;
  /** Lines at the end of a mail's text, by its language; "" for none. */
  readonly signature: Readonly<Record<"en" | "zh", string>>;
  /** What the business is called; "" where the sender's name stands for it. */
  readonly brand: string;
  readonly postalAddress: string;
  readonly webAppUrl: string;
  /** A page of the owner's own that leads on to the web app; "" for none. */
  readonly linkBase: string;
  /** The tab with a form's answers; "" for none. */
  readonly responseTab: string;
  readonly geoDownloadUrl: string;
  /** Where a failed payment can be made good when Stripe and Offers name no link. */
  readonly recoveryUrl: string;
  /** When the owner gets the daily mail. */
  readonly digest: "daily" | "busy" | "off";
  /** The daily mail says once a week what has gone stale. */
  readonly cleaning: boolean;
  /** ignore: payments that name no Offers row are other business. */
  readonly otherPayments: "stop" | "ignore";
  /** Recipients of the day's quota that marketing leaves alone. */
  readonly mailReserve: number;
  /** First marketing mails on the first day of a ramp; Infinity: no ramp. */
  readonly firstMailsADay: number;
  /** Values that tell of the reader in one mail; Infinity: any number. */
  readonly personalMax: number;
  /** refuse: a form with an address that is thrown away after use is not taken. */
  readonly disposable: "mark" | "refuse";
  /** When and how often marketing may go. */
  readonly pace: PaceSettings;
  /** How long what is kept; nothing named: for good. */
  readonly keep: Keep;
  /** What mails that come back do. */
  readonly mail: MailSettings;
  readonly armedFile: string;
  readonly schemaVersion: number;
  readonly faults: readonly RuleFault[];
}

/** A tenth of what a consumer account may send in a day: a digest, a warning, and some who ask late in the day. */
export const MAIL_RESERVE = 10;
/** A fifth of what a consumer account may send: nothing sudden to mailbox providers, and room for what is asked for. */
export const FIRST_MAILS_A_DAY = 20;

interface Rule {
  readonly allowed: RuleFault["allowed"];
  readonly fits: (value: string) => boolean;
  /** Written in capitals, read in any. */
  readonly upper?: true;
}
const URL_RULE: Rule = {
  allowed: WEB_ADDRESS_WORDS,
  fits: (value) => value === "" || isWebAddress(value),
};
const ADDRESS_RULE: Rule = {
  allowed: ADDRESS_WORDS,
  fits: (value) => value === "" || /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/.test(value),
};
const RULES: Readonly<Record<string, Rule>> = {
  language: { allowed: "en, zh", fits: (value) => ["en", "zh"].includes(value) },
  mode: {
    allowed: "REHEARSAL, LIVE",
    fits: (value) => ["REHEARSAL", "LIVE"].includes(value),
    upper: true,
  },
  sending: { allowed: "ON, OFF", fits: (value) => ["ON", "OFF"].includes(value), upper: true },
  sender_alias: ADDRESS_RULE,
  reply_to: ADDRESS_RULE,
  web_app_url: URL_RULE,
  link_base: URL_RULE,
  geo_download_url: URL_RULE,
  recovery_url: URL_RULE,
  digest: {
    allowed: "daily, busy, off",
    fits: (value) => ["", "daily", "busy", "off"].includes(value),
  },
  cleaning: { allowed: "weekly, off", fits: (value) => ["", "weekly", "off"].includes(value) },
  mail_reserve: { allowed: RULE_FAULTS.whole, fits: (value) => /^\d{0,4}$/.test(value) },
  first_mails_a_day: {
    allowed: MAILS_OR_OFF_WORDS,
    fits: (value) => /^(|OFF|[1-9]\d{0,3})$/.test(value),
    upper: true,
  },
  personal_max: { allowed: RULE_FAULTS.whole, fits: (value) => /^\d{0,2}$/.test(value) },
  ...PACE_RULES,
  ...MAIL_RULES,
  disposable: {
    allowed: "mark, refuse",
    fits: (value) => ["", "mark", "refuse"].includes(value),
  },
  keep: { allowed: KEEP_FAULT, fits: (value) => value === "" || parseKeep(value) !== null },
  other_payments: {
    allowed: "stop, ignore",
    fits: (value) => ["", "stop", "ignore"].includes(value),
  },
};

/** A value that does not fit is named and the safe side is taken: REHEARSAL, sending off, no address. */
export function readSettings(
  rows: readonly { readonly row: number; readonly cells: SettingRow }[],
): Settings {
  const faults: RuleFault[] = [];
  const values = new Map<string, string>();
  const known = new Set<string>();
  for (const { row, cells } of rows) {
    // Of two rows with one key the upper counts, as it does when written.
    if (cells.key === "" || known.has(cells.key)) continue;
    known.add(cells.key);
    const rule = ownValue(RULES, cells.key);
    const seen = cells.value.trim();
    const value = rule?.upper ? seen.toUpperCase() : seen;
    const fits = rule === undefined || rule.fits(value);
    if (fits) values.set(cells.key, value);
    else faults.push(settingFault(cells.key, row, seen, rule.allowed));
  }
  const pace = paceFrom((key) => values.get(key));
  return { ...settingsFrom((key) => values.get(key) ?? "", faults), pace };
}

function settingFault(
  key: string,
  row: number,
  seen: string,
  allowed: RuleFault["allowed"],
): RuleFault {
  return { tab: "Settings", id: key, row, column: "value", seen, allowed, flow: "" };
}

function settingsFrom(
  value: (key: string) => string,
  faults: readonly RuleFault[],
): Omit<Settings, "pace"> {
  return {
    language: value("language") === "zh" ? "zh" : "en",
    mode: value("mode") === "LIVE" ? "LIVE" : "REHEARSAL",
    sending: value("sending") === "ON",
    senderName: value("sender_name"),
    senderAlias: value("sender_alias").toLowerCase(),
    replyTo: value("reply_to"),
    signature: { en: value("signature_en"), zh: value("signature_zh") },
    brand: value("brand"),
    postalAddress: value("postal_address"),
    webAppUrl: value("web_app_url"),
    linkBase: value("link_base"),
    responseTab: value("response_tab"),
    geoDownloadUrl: value("geo_download_url"),
    recoveryUrl: value("recovery_url"),
    digest: digestOf(value("digest")),
    cleaning: value("cleaning") !== "off",
    otherPayments: value("other_payments") === "ignore" ? "ignore" : "stop",
    mailReserve: value("mail_reserve") === "" ? MAIL_RESERVE : Number(value("mail_reserve")),
    firstMailsADay: firstMails(value("first_mails_a_day")),
    personalMax: Number(value("personal_max") || Number.POSITIVE_INFINITY),
    disposable: value("disposable") === "refuse" ? "refuse" : "mark",
    keep: parseKeep(value("keep")) ?? {},
    mail: mailSettings(value),
    armedFile: value("armed_file"),
    schemaVersion: Number(value("schema_version")) || 0,
    faults,
  };
}

/** A sheet that has no such row yet is told daily, as a new one is. */
function digestOf(value: string): Settings["digest"] {
  return value === "busy" || value === "off" ? value : "daily";
}

function firstMails(value: string): number {
  if (value === "OFF") return Number.POSITIVE_INFINITY;
  return value === "" ? FIRST_MAILS_A_DAY : Number(value);
}
