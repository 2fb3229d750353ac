// Rows before anything is known.
import type { ContactRow, QueueRow } from "../../sheets-schema/index";
import { sealedFor } from "../model/test-person";

/** What a row that began in REHEARSAL carries, for the eyes of a person. */
export const TEST_TAG = "test";

/** A person first met by that event. `test`: in a rehearsal. */
export function blankContact(eventId: string, test: boolean): ContactRow {
  const id = `c_${eventId.replace(/^e_/, "")}`;
  return { ...EMPTY_CONTACT, id, sealed: sealedFor("", test), tags: test ? TEST_TAG : "" };
}

export const EMPTY_ROW: QueueRow = {
  id: "",
  name: "",
  email: "",
  flow: "",
  status: "ACTIVE",
  paid: "NO",
  stage: 0,
  next_step: "",
  next_at: null,
  last_at: null,
  why: "",
  first_sent_at: null,
  second_sent_at: null,
  sealed: "",
  do: "",
  result_url: "",
  conclusion: "",
  stop_reason: "",
  stop_event: "",
  paid_at: null,
  entered_at: null,
  source: "",
  locale: "",
  payment: "",
  price: "",
  offer_deadline: null,
  promised: "",
  tags: "",
  notes: "",
};

export const EMPTY_CONTACT: ContactRow = {
  id: "",
  email: "",
  name: "",
  aliases: "",
  phone: "",
  stripe_ids: "",
  user_id: "",
  device_id: "",
  locale: "",
  time_zone: "",
  source: "",
  first_event: "",
  utm: "",
  website: "",
  first_seen_at: null,
  consent: "NO",
  consent_at: null,
  consent_proof: "",
  consent_confirmed_at: null,
  suppressed: "",
  suppressed_at: null,
  paid: "NO",
  paid_at: null,
  paid_for: "",
  payments: "",
  reversals: "",
  pending: "",
  paused_until: null,
  pace: "",
  resumed_at: null,
  merged_into: "",
  rows: "",
  sealed: "",
  tags: "",
  notes: "",
};
