// One line of `why` for a row whose `do` was "explain": what comes next, the last mail, and what would make the next go.
import type { Words } from "../../../sheets-schema/index";
import { contactIdOf, type Enrollment } from "../../model/enrollment";
import { cutText } from "../../model/one-line";
import { reason, say } from "../../model/reason";
import type { Language } from "../../ports";
import { EXPLAIN } from "../../words/explain";
import { filled } from "../../words/filled";
import { type Plan, type Planning, planSends } from "../sending/plan";
import { type Outcome, outcomeOf } from "./explain";
import { heldWords } from "./explain-held";
import { type Way, wayOf } from "./explain-way";

const CHARACTERS_MAX = 300;

/**
 * `planning`: as a pass plans, after it has sent, with `sent` read from Sends. In the sheet's language. Several rows of
 * one pass share one `plan`.
 */
export function explainLine(
  planning: Planning,
  enrollmentId: string,
  plan: Plan = planSends(planning),
): string {
  const enrollment = planning.book.enrollment(enrollmentId);
  if (enrollment === null) return "";
  const { language } = planning.office.settings;
  const outcome = outcomeOf(planning, plan, enrollment);
  const way = wayOf(planning, enrollment, outcome);
  const parts = [
    stateWords(planning, enrollment, outcome),
    lastWords(planning, enrollment),
    wayWords(outcome, way),
  ];
  const said = parts.map((part) => part[language]).filter((text) => text !== "");
  return cutText(said.join(language === "zh" ? "；" : "; "), CHARACTERS_MAX);
}

export function stateWords(planning: Planning, enrollment: Enrollment, outcome: Outcome): Words {
  const { row } = enrollment;
  switch (outcome.kind) {
    case "goes": {
      const yours = planning.office.settings.mode === "REHEARSAL";
      return filled(yours ? EXPLAIN.goesToYou : EXPLAIN.goes, { step: outcome.step });
    }
    case "later": {
      const at = clocks(planning, row, outcome.at);
      const later = filled(EXPLAIN.later, { step: outcome.step, at });
      const held = heldWords(planning, enrollment, outcome.at);
      return held === null ? later : filled(EXPLAIN.butThen, { first: later, end: held });
    }
    case "asks":
      return filled(EXPLAIN.asks, { step: outcome.step });
    case "blocked":
      return { en: say(outcome.why, "en"), zh: say(outcome.why, "zh") };
    case "pays":
      return EXPLAIN.noMail;
    case "held":
    case "over": {
      const status = reason("rowIs", { status: row.status });
      return { en: say(status, "en"), zh: say(status, "zh") };
    }
    default:
      return filled(EXPLAIN.due, { step: outcome.step });
  }
}

/** By the sheet's clock and, where it differs, by the reader's. */
export function clocks(planning: Planning, { id }: Enrollment["row"], at: number): string {
  const { workbook } = planning.ports;
  const zone = planning.book.contact(contactIdOf(id))?.time_zone ?? "";
  const here = workbook.wallTime(at, "");
  const there = workbook.wallTime(at, zone);
  if (there.text === here.text) return here.text;
  return `${here.text} (${there.zone} ${there.text.slice("yyyy-".length)})`;
}

function lastWords(planning: Planning, { row }: Enrollment): Words {
  if (row.last_at === null) return EXPLAIN.noneYet;
  const last = lastSend(planning, row.id);
  const at = planning.ports.workbook.wallTime(row.last_at, "").text;
  return filled(EXPLAIN.lastMail, { step: last?.step ?? "", at });
}

export function lastSend({ sent }: Planning, enrollmentId: string) {
  const own = [...sent.values()].filter(
    (send) => send.enrollment === enrollmentId && send.sent_at !== null,
  );
  return own.sort((a, b) => (b.sent_at ?? 0) - (a.sent_at ?? 0))[0];
}

/** What would make it go, or why nothing would. */
export function wayWords(outcome: Outcome, { remedies, end }: Way): Words {
  if (remedies.length === 0 && end === null) {
    return outcome.kind === "later" ? EXPLAIN.byItself : NOTHING;
  }
  const frame = outcome.kind === "later" ? EXPLAIN.alsoThen : EXPLAIN.toGo;
  const steps = joined(remedies);
  const first = remedies.length === 0 ? NOTHING : filled(frame, { what: steps });
  if (end === null) return first;
  return remedies.length === 0 ? end : filled(EXPLAIN.butThen, { first, end });
}

const NOTHING: Words = { en: "", zh: "" };

function joined(parts: readonly Words[]): Words {
  const of = (language: Language) =>
    parts.map((part) => part[language]).join(EXPLAIN.afterThat[language]);
  return { en: of("en"), zh: of("zh") };
}
