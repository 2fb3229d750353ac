// A form post or a press: the person becomes known and enters the flows that take it, or asks once more.
import type { ContactRow } from "../../sheets-schema/index";
import { addressMarks } from "../model/address-marks";
import { type Enrollment, isClosed, isOpen } from "../model/enrollment";
import type { Decision, EntryFact, FormFact, Ground, PersonState } from "../model/fact";
import type { OwnIds } from "../model/form";
import { withItems } from "../model/list-cell";
import { type Reason, reason } from "../model/reason";
import { isTestPerson } from "../model/test-person";
import { askedByForm } from "./ask-confirm";
import { blankContact } from "./blank";
import { moved } from "./close";
import { applied, ignored } from "./decision";
import { enter, put } from "./enter";
import { settled } from "./settle";

export function applyForm(person: PersonState, fact: FormFact, ground: Ground): Decision {
  const contact = known(person.contact, fact, ground);
  const door = `form:${fact.form}`;
  const decision = entered(contact, person, fact, door, ground);
  if (!fact.consent) return decision;
  const isAsked = ({ row, test }: Enrollment) =>
    test === isTestPerson(contact) && ground.rules.get(row.flow)?.entries.includes(door) === true;
  const enrollments = decision.enrollments.map((one) =>
    isAsked(one) ? askedByForm(contact, one, fact.eventId, ground) : one,
  );
  return { ...decision, enrollments };
}

/** Only somebody we know can press a personal link, or end a flow. */
export function applyEntry(person: PersonState, fact: EntryFact, ground: Ground): Decision {
  const { contact } = person;
  if (contact === null) return ignored(person, reason("rowGone"));
  const known = { ...contact, time_zone: contact.time_zone || (fact.timeZone ?? "") };
  return entered(known, person, fact, fact.entry, ground, fact.byRule);
}

function entered(
  contact: ContactRow,
  person: PersonState,
  { eventId, at, shown }: FormFact | EntryFact,
  door: string,
  ground: Ground,
  onlyOn = false,
): Decision {
  const flows = [...ground.rules.values()].filter(
    (flow) => flow.entries.includes(door) && (flow.on || !onlyOn),
  );
  const enrollments = [...person.enrollments];
  let told: Reason = reason("contactKept", { what: door });
  if (onlyOn && enrollments.some(({ row }) => row.status === "UNPAID")) {
    return applied(person, reason("askedAlready"));
  }
  for (const flow of flows) {
    const entry = { eventId, at, payment: "", offer: "", shown };
    const one = enter(contact, enrollments, flow, entry, ground);
    told = one.told;
    // A rule asks nobody in who may get nothing.
    const useless = onlyOn && one.enrollment !== null && isClosed(one.enrollment.row.status);
    if (one.enrollment !== null && !useless) put(enrollments, one.enrollment);
  }
  const asked = enrollments.some(({ row }) => row.status === "UNPAID" && row.entered_at === at);
  const own = asked ? enrollments.map((one) => withoutRule(one, at, ground)) : enrollments;
  const rows = own.map((one) => settled(contact, one, { ...ground, at }));
  return applied({ contact, enrollments: rows }, told);
}

/** Whoever has asked by themselves needs no mail of a rule that would lead there. */
function withoutRule(enrollment: Enrollment, at: number, { rules, say }: Ground): Enrollment {
  const entries = rules.get(enrollment.row.flow)?.entries ?? [];
  const byRule = entries.length > 0 && entries.every((entry) => entry.startsWith("done:"));
  if (!byRule || !isOpen(enrollment.row.status)) return enrollment;
  const why = say(reason("askedAlready"));
  return moved(enrollment, "finish", { at, eventId: "", stopReason: "", why }) ?? enrollment;
}

/** Of each the first; another one makes no other person. */
export function withOwnIds(
  contact: ContactRow,
  { userId = "", deviceId = "" }: OwnIds,
): ContactRow {
  if (userId === "" && deviceId === "") return contact;
  const user_id = contact.user_id || userId;
  return { ...contact, user_id, device_id: contact.device_id || deviceId };
}

/** First touch never gives way to a later one; what was unknown is filled in. */
function known(contact: ContactRow | null, fact: FormFact, ground: Ground): ContactRow {
  const first = contact === null || fact.at < (contact.first_seen_at ?? fact.at);
  const base = contact ?? blankContact(fact.eventId, ground.rehearsal);
  const agrees = fact.consent && base.consent !== "YES";
  return {
    ...withOwnIds(base, fact),
    email: base.email || fact.email,
    tags: contact === null ? withItems(base.tags, addressMarks(fact.email)) : base.tags,
    name: base.name || fact.name,
    phone: base.phone || fact.phone,
    website: base.website || fact.url,
    locale: base.locale || fact.locale,
    time_zone: base.time_zone || fact.timeZone,
    source: first ? fact.source || fact.form.toUpperCase() : base.source,
    first_event: first ? `form:${fact.form}` : base.first_event,
    utm: first ? fact.utm : base.utm,
    first_seen_at: first ? fact.at : base.first_seen_at,
    consent: fact.consent ? "YES" : base.consent || "NO",
    consent_at: agrees ? fact.at : base.consent_at,
    consent_proof: agrees ? fact.eventId : base.consent_proof,
  };
}
