// A posted form: parameters of any shape in, a submission or a named problem out.
import { addressMarks } from "../model/address-marks";
import type { ConsentProof } from "../model/consent";
import type { FormSubmission, OwnIds } from "../model/form";
import type { Shown } from "../model/offer";
import { cleanLine, cutText, phoneLine, plainLine } from "../model/one-line";
import { ownValue } from "../model/own-value";
import { mailAddress } from "./address";

/** Design 5: what a form may hold. A body over this is refused with a page. */
export const FORM_BODY_MAX = 64 * 1024;
const NAME_MAX = 200;
const FIELD_MAX = 2_000;
const PAYLOAD_MAX = 30_000;
export const OWN_ID_MAX = 100;
const UNKNOWN_NAMES_MAX = 20;

export interface FormPost {
  /** Problem with the address or the form; null when it can be acted on. */
  readonly problem:
    | null
    | "address-missing"
    | "address-malformed"
    | "address-disposable"
    | "form-unknown";
  readonly submission: FormSubmission;
  /** The address as it was typed, cleaned. */
  readonly typedAddress: string;
  /** What a form says of its tick, "" where it says nothing. */
  readonly asked: { readonly version: string; readonly page: string };
  /** Fields that were cut and parameters nobody knows, for the record. */
  readonly notes: readonly string[];
}

const FIELDS: Readonly<Record<string, number>> = {
  email: 254,
  name: NAME_MAX,
  consent: 20,
  timezone: 64,
  locale: 35,
  source: FIELD_MAX,
  url: FIELD_MAX,
  phone: 40,
  user_id: OWN_ID_MAX,
  device_id: OWN_ID_MAX,
  consent_version: 10,
  page: 500,
};
/** Of the form itself, not of the person. */
const OWN = ["form", "p", "l", "as", "leave_empty"];

export function readFormPost(
  parameters: Readonly<Record<string, string>>,
  knownForms: readonly string[],
  refusesDisposable = false,
): FormPost {
  const notes: string[] = [];
  const field = (name: string) => readField(parameters, name, notes);
  const form = cutText(plainLine(parameters.form ?? ""), 60);
  const typedAddress = field("email");
  // Cut, a long address could be another person's.
  const email = mailAddress(cleanLine(parameters.email ?? ""));
  noteUnknown(parameters, notes);
  const submission: FormSubmission = {
    form,
    email: email ?? "",
    name: field("name"),
    consent: field("consent").toLowerCase() === "yes",
    timeZone: zoneOf(field("timezone")),
    locale: localeOf(field("locale")),
    source: field("source"),
    utm: utmOf(parameters, notes),
    url: field("url"),
    phone: field("phone"),
    ...ownIds(field("user_id"), field("device_id")),
  };
  return {
    problem: problemOf(form, typedAddress, email, knownForms, refusesDisposable),
    submission,
    typedAddress,
    asked: { version: field("consent_version"), page: field("page") },
    notes,
  };
}

/** The parameters of a JSON body; null when the body is none. Values that are no text, number or yes/no are left out. */
export function jsonParameters(body: string): Readonly<Record<string, string>> | null {
  if (!/^\s*\{/.test(body)) return null;
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return null;
    return Object.fromEntries(
      Object.entries(parsed)
        .filter(([, value]) => ["string", "number", "boolean"].includes(typeof value))
        .map(([name, value]) => [name, String(value)]),
    );
  } catch {
    return null;
  }
}

/**
 * Equal within the hour = the same submission, pressed twice (form, fields, UTC hour). One of a rehearsal is none of LIVE:
 * the same person may ask in earnest a minute later.
 */
export function formKeyText(submission: FormSubmission, occurredAt: number, live: boolean): string {
  const hour = new Date(occurredAt).toISOString().slice(0, 13);
  return JSON.stringify(live ? [submission, hour] : [submission, hour, "rehearsal"]);
}

/** As the Events cell keeps it; the long fields shrink until it fits. `proof` counts where there is consent. */
export function formPayload(post: FormPost, shown: Shown | null, proof: ConsentProof): string {
  const { submission, typedAddress, notes } = post;
  const about = {
    ...(shown === null ? {} : { shown }),
    ...(submission.consent ? { agreed: proof } : {}),
  };
  const full = JSON.stringify({ ...submission, ...about, typedAddress, notes });
  if (full.length <= PAYLOAD_MAX) return full;
  const shrink = (text: string) => cutText(text, NAME_MAX);
  return JSON.stringify({
    ...submission,
    source: shrink(submission.source),
    utm: shrink(submission.utm),
    url: shrink(submission.url),
    ...about,
    typedAddress,
    notes: [...notes, "long fields cut to fit the cell"].slice(0, 5),
  });
}

/** Left out where they are not there, so that a form without them is the same post as ever. */
export function ownIds(userId: string, deviceId: string): OwnIds {
  return { ...(userId === "" ? {} : { userId }), ...(deviceId === "" ? {} : { deviceId }) };
}

function problemOf(
  form: string,
  typed: string,
  email: string | null,
  knownForms: readonly string[],
  refusesDisposable: boolean,
): FormPost["problem"] {
  if (!knownForms.includes(form)) return "form-unknown";
  if (typed === "") return "address-missing";
  if (email === null) return "address-malformed";
  const refused = refusesDisposable && addressMarks(email).includes("disposable");
  return refused ? "address-disposable" : null;
}

function readField(
  parameters: Readonly<Record<string, string>>,
  name: string,
  notes: string[],
): string {
  const line = name === "phone" ? phoneLine : plainLine;
  const cleaned = line(parameters[name] ?? "");
  const max = FIELDS[name] ?? FIELD_MAX;
  if (cleaned.length > max) notes.push(`${name} cut to ${max} of ${cleaned.length} characters`);
  return cutText(cleaned, max);
}

export function zoneOf(seen: string): string {
  return /^[A-Za-z][A-Za-z0-9_+\-/]{0,63}$/.test(seen) ? seen : "";
}

function localeOf(seen: string): string {
  return /^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/.test(seen) ? seen.replace(/_/g, "-") : "";
}

/** "source=a; medium=b": readable in a cell and cut as one field. */
function utmOf(parameters: Readonly<Record<string, string>>, notes: string[]): string {
  const marks = Object.keys(parameters)
    .filter((name) => /^utm_[a-z_]{1,30}$/.test(name))
    .sort()
    .map((name) => `${name.slice(4)}=${cutText(cleanLine(parameters[name] ?? ""), NAME_MAX)}`)
    .join("; ");
  if (marks.length > FIELD_MAX) notes.push(`utm cut to ${FIELD_MAX} characters`);
  return cutText(marks, FIELD_MAX);
}

function noteUnknown(parameters: Readonly<Record<string, string>>, notes: string[]): void {
  const unknown = Object.keys(parameters).filter(
    (name) =>
      ownValue(FIELDS, name) === undefined && !OWN.includes(name) && !name.startsWith("utm_"),
  );
  if (unknown.length === 0) return;
  const named = unknown.slice(0, UNKNOWN_NAMES_MAX).map((name) => cutText(cleanLine(name), 40));
  notes.push(`unknown parameters left out: ${named.join(", ")}`);
}
