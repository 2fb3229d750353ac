// The rows of Settings: first the owner's, in the order they are filled in, then what is seldom touched.
import { SCHEMA_VERSION, type SettingRow, type Words } from "../../sheets-schema/index";
import { SOFT_BOUNCES } from "../model/mail-settings";
import { QUIET_HOURS } from "../model/pace-settings";
import { FIRST_MAILS_A_DAY, MAIL_RESERVE } from "../model/settings";
import { SETTING_WORDS } from "../words/settings";

type SettingKey = keyof typeof SETTING_WORDS;

/** On top, and never more than a tired person reads at once. */
export const YOURS = [
  "language",
  "mode",
  "sending",
  "sender_name",
  "sender_alias",
  "reply_to",
  "signature_en",
  "signature_zh",
  "brand",
  "postal_address",
  "web_app_url",
  "geo_download_url",
] as const satisfies readonly SettingKey[];

/** Folded away below them. */
export const SELDOM = [
  "link_base",
  "response_tab",
  "recovery_url",
  "digest",
  "cleaning",
  "other_payments",
  "mail_reserve",
  "first_mails_a_day",
  "quiet_hours",
  "working_days",
  "holidays",
  "reader_zone",
  "cap_marketing",
  "min_gap",
  "flow_gap",
  "offer_gap",
  "rhythm",
  "cool_down",
  "jitter",
  "personal_max",
  "regions",
  "disposable",
  "on_reply",
  "soft_bounces",
  "keep",
  "mailer",
  "armed_file",
  "schema_version",
] as const satisfies readonly SettingKey[];

const BEGINS_AS: Readonly<Partial<Record<SettingKey, string>>> = {
  mode: "REHEARSAL",
  sending: "ON",
  digest: "daily",
  cleaning: "weekly",
  other_payments: "stop",
  mail_reserve: String(MAIL_RESERVE),
  first_mails_a_day: String(FIRST_MAILS_A_DAY),
  quiet_hours: QUIET_HOURS,
  disposable: "mark",
  on_reply: "pause",
  soft_bounces: String(SOFT_BOUNCES),
  mailer: "gmail",
  schema_version: String(SCHEMA_VERSION),
};

export function shippedSettings(language: keyof Words): readonly SettingRow[] {
  return [...YOURS, ...SELDOM].map((key) => ({
    key,
    value: key === "language" ? language : (BEGINS_AS[key] ?? ""),
    meaning: SETTING_WORDS[key][language],
    check: "",
  }));
}
