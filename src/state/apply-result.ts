// The result or the conclusion somebody waits for has come, and the rule's clock has switched a price.
import { CONCLUSIONS, type QueueRow } from "../../sheets-schema/index";
import { type Enrollment, isClosed, isOpen } from "../model/enrollment";
import type { Decision, Ground, PersonState, PriceFact, ResultFact } from "../model/fact";
import { type Flow, waitAt } from "../model/flow";
import { offerOfFlow, readPromise } from "../model/offer";
import { type Reason, reason } from "../model/reason";
import { isTestPerson } from "../model/test-person";
import { toWholeSecond } from "../model/time";
import { withOwnIds } from "./apply-form";
import { applied, ignored } from "./decision";
import { put } from "./enter";

export function applyResult(person: PersonState, fact: ResultFact, ground: Ground): Decision {
  const isTest = person.contact !== null && isTestPerson(person.contact);
  const theirs = person.enrollments.filter(({ test }) => test === isTest);
  const newestFirst = [...theirs].sort((a, b) => (b.row.entered_at ?? 0) - (a.row.entered_at ?? 0));
  const own = newestFirst.find((one) => takes(one, ground.rules.get(one.row.flow), fact));
  const flow = own === undefined ? undefined : ground.rules.get(own.row.flow);
  if (own === undefined || flow === undefined) {
    return ignored(person, reason("nobodyWaits", { event: fact.event }));
  }
  const next =
    fact.conclusion === ""
      ? withResult(own, flow, fact.resultUrl, ground)
      : withConclusion(own, flow, fact.conclusion, ground);
  const enrollments = [...person.enrollments];
  put(enrollments, next.enrollment);
  const contact = person.contact === null ? null : withOwnIds(person.contact, fact);
  return applied({ contact, enrollments }, next.told);
}

/** A result is for a row whose cadence names its event; a conclusion for a row of the flow that has such a mail. */
function takes({ row }: Enrollment, flow: Flow | undefined, fact: ResultFact): boolean {
  if (flow === undefined || row.status === "STOPPED" || row.status === "DONE") return false;
  if (fact.conclusion === "") {
    const waits = flow.waits.some(({ until }) => until === fact.event);
    return waits && !isClosed(row.status);
  }
  return fact.event === `${flow.flow}.conclusion` && conclusionStep(flow) !== "";
}

function conclusionStep(flow: Flow): string {
  return flow.steps.find(({ sentOn }) => sentOn === "conclusion")?.step ?? "";
}

export interface Changed {
  readonly enrollment: Enrollment;
  readonly told: Reason;
}

/** The mail that carries it is due at once, if the row has come that far. */
export function withResult(
  enrollment: Enrollment,
  flow: Flow,
  resultUrl: string,
  { now, nextDue, say }: Ground,
): Changed {
  const row: QueueRow = { ...enrollment.row, result_url: resultUrl };
  const changed = { ...enrollment, row };
  const waiting = waitAt(flow, row.stage ?? 0)?.until ?? "";
  const next = waiting === "" || isClosed(row.status) ? null : nextDue(flow, changed);
  if (next === null) return { enrollment: changed, told: reason("resultKept") };
  const at = next.at === null ? null : Math.max(next.at, toWholeSecond(now));
  const timed = { ...row, next_step: next.step, next_at: at };
  // Held or to be looked at: it is due, and goes only when a person has released it.
  if (!isOpen(row.status)) {
    const held = { ...changed, row: timed, timedBy: next.timedBy };
    return { enrollment: held, told: reason("resultKept") };
  }
  const told =
    at === null
      ? reason("waitsForResult", { event: waiting })
      : reason("resultHere", { step: next.step });
  const due = { ...timed, why: say(told) };
  return { enrollment: { ...changed, row: due, timedBy: next.timedBy }, told };
}

/** One mail, after payment; choosing again before it went changes what it says. */
export function withConclusion(
  enrollment: Enrollment,
  flow: Flow,
  conclusion: string,
  { say }: Ground,
): Changed {
  const chosen: QueueRow["conclusion"] = CONCLUSIONS.find((one) => one === conclusion) ?? "";
  const step = conclusionStep(flow);
  const paid = enrollment.row.status === "PAID";
  const told = reason(paid ? "conclusionGoes" : "conclusionWaits", { step });
  const owed = [
    ...enrollment.owed.filter((one) => one.step !== step && one.concludes !== true),
    ...(chosen === "" ? [] : [{ step, event: "", concludes: true } as const]),
  ];
  const row: QueueRow = { ...enrollment.row, conclusion: chosen };
  return {
    enrollment: { ...enrollment, owed, row: paid ? { ...row, why: say(told) } : row },
    told,
  };
}

/** Text, link and price of a row agree from its deadline on (R33, R79). */
export function applyPrice(person: PersonState, fact: PriceFact, { offers }: Ground): Decision {
  const own = person.enrollments.find(({ row }) => row.id === fact.enrollment);
  if (own === undefined) return ignored(person, reason("rowGone"));
  const prices = readPromise(own.row.promised) ?? offerOfFlow(offers, own.row.flow);
  const after = prices?.after.price ?? own.row.price;
  const price = own.switched ? own.row.price : after;
  const told = reason("priceSwitched", { price });
  // A run that was cut before it wrote the outcome applies it once more.
  if (own.switched) return applied(person, told);
  const enrollments = [...person.enrollments];
  put(enrollments, { ...own, switched: true, row: { ...own.row, price } });
  return applied({ ...person, enrollments }, told);
}
