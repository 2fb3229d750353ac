// What lifts a block, by the reason the planner gives for it: a change that can be tried, or nothing the owner can do.
import type { Words } from "../../../sheets-schema/index";
import { contactIdOf, type Enrollment } from "../../model/enrollment";
import { pendingOf } from "../../model/payment";
import { type Reason, type ReasonCode, say } from "../../model/reason";
import { toWholeSecond } from "../../model/time";
import type { NO_REMEDY, REMEDY } from "../../words/explain";
import type { Planning } from "../sending/plan";
import type { Outcome } from "./explain";
import { fileOf, settingFilled, withFlow, withRow, withSettings } from "./explain-what-if";

type Values = Readonly<Record<string, string | Words>>;

export type Next =
  /** A person changes this; `after`: the planner's view with it made, null where that cannot be tried. */
  | {
      readonly kind: "does";
      readonly code: keyof typeof REMEDY;
      readonly values: Values;
      readonly after: Planning | null;
    }
  /** Time passes. */
  | { readonly kind: "waits"; readonly after: Planning }
  | { readonly kind: "ends"; readonly code: keyof typeof NO_REMEDY; readonly values: Values };

interface Case {
  readonly view: Planning;
  readonly own: Enrollment;
  readonly why: Reason;
}

export function nextOf(view: Planning, own: Enrollment, outcome: Outcome): Next {
  switch (outcome.kind) {
    case "blocked": {
      const lift = LIFTS[outcome.why.code];
      return lift === undefined ? ends("unknown") : lift({ view, own, why: outcome.why });
    }
    case "later":
      return { kind: "waits", after: laterView(view, own, outcome.at) };
    case "asks":
      return does("result", withRow(view, own, { result_url: "https://", next_at: view.now }));
    case "held":
      return heldNext(view, own);
    case "over":
      return overNext(view, own);
    case "pays":
      return ends("payment");
    case "went":
      return ends("went");
    case "settled":
      return ends("settled");
    default:
      return ends("late");
  }
}

/** Also where the mail is held back until then. */
function laterView(view: Planning, own: Enrollment, at: number): Planning {
  const due = own.row.next_at === at ? view : withRow(view, own, { next_at: at });
  return { ...due, now: at };
}

/** A row that a person, a suspicion or the bank holds. */
function heldNext(view: Planning, own: Enrollment): Next {
  const { row, heldBy } = own;
  if (row.status === "REVIEW") {
    if (row.paid === "YES") return ends("reversed");
    return does("review", released(view, own));
  }
  const contact = view.book.contact(contactIdOf(row.id));
  const pending = pendingOf(contact?.pending ?? "").some(({ key }) => key === heldBy);
  if (pending) return ends("bank");
  const suspected = heldBy !== "" && !heldBy.startsWith("-");
  return does(suspected ? "suspect" : "release", released(view, own));
}

function released(view: Planning, own: Enrollment): Planning {
  const status = view.office.rules.get(own.row.flow)?.opensAs ?? "ACTIVE";
  return withRow(view, own, { status });
}

function overNext(view: Planning, own: Enrollment): Next {
  const { row } = own;
  const contact = view.book.contact(contactIdOf(row.id));
  const byHand = own.undo !== null && own.undo.row.status !== row.status;
  if (byHand) return does("undo", null);
  if (row.status === "PAID") return ends("paid");
  if (row.status === "DONE") return ends("done");
  if (contact !== null && contact.suppressed !== "") return leftNext(contact.suppressed);
  return ends("stopped", { what: row.stop_reason || row.status });
}

function leftNext(suppressed: string): Next {
  return suppressed === "by hand" ? does("unsuppress", null) : ends("left");
}

type Lift = (given: Case) => Next;

const LIFTS: Readonly<Partial<Record<ReasonCode, Lift>>> = {
  sendingOff: ({ view }) => does("sendingOn", withSettings(view, { sending: true })),
  pausedErrors: ({ view }) => does("resume", withoutStop(view)),
  pausedRuns: () => ends("runs"),
  copiedFile: ({ view }) => does("arm", withSettings(view, { armedFile: fileOf(view) })),
  newerSchema: ({ view }) => does("push", withoutStop(view)),
  rowsMissing: ({ view }) => does("rows", withoutStop(view)),
  notStored: () => ends("news"),
  waitsForStripe: ({ view }) => (view.apiKey === "" ? does("key", null) : ends("stripe")),
  unheardPayment: () => ends("stripe"),
  stripeLookFailed: ({ view }) => (view.apiKey === "" ? does("key", null) : ends("stripe")),
  flowOff: ({ view, own }) =>
    does("flowOn", withFlow(view, own.row.flow, { on: true }), { flow: own.row.flow }),
  flowUnknown: ({ own }) => does("flowRow", null, { flow: own.row.flow }),
  flowFault: ({ view, own, why }) => does("mend", mended(view, own), { what: whatOf(why) }),
  templateFault: ({ why }) => does("mend", null, { what: whatOf(why) }),
  settingMissing: ({ view, why }) => {
    const what = String(why.values.what ?? "");
    return does("setting", settingFilled(view, what), { what });
  },
  noConsent: () => ends("consent"),
  tooYoung: () => ends("young"),
  waitsToConfirm: () => ends("confirm"),
  waitsForConfirm: () => ends("confirm"),
  silentEnds: () => ends("silence"),
  readerPaused: () => ends("pause"),
  historyUnread: ({ view }) => does("history", { ...view, historyRead: true }),
  restsAfterPurchase: () => ends("rest"),
  noRecoveryLink: ({ view }) => does("link", withSettings(view, { recoveryUrl: "https://-" })),
  testRow: ({ view, own }) => does("keep", keptRow(view, own)),
  waitsForLive: ({ view }) => does("goLive", withSettings(view, { mode: "LIVE" })),
  twin: () => does("twin", null),
  rowGone: () => does("contact", null),
  handHeld: ({ view, own }) => overNext(view, own),
  rowIs: ({ view, own }) => overNext(view, own),
  paidBefore: () => ends("paid"),
  suppressedBefore: ({ view, own }) =>
    leftNext(view.book.contact(contactIdOf(own.row.id))?.suppressed ?? ""),
  handOver: () => ends("handOver"),
  mayHaveGone: () => ends("handOver"),
  neverTaken: () => ends("handOver"),
  checkingSent: () => ends("checking"),
  lateTurn: () => ends("turn"),
  onceADay: () => ends("day"),
  quotaSpent: () => ends("quota"),
};

/** Reasons a mail may be held back for; what is missing here is answered by `why` alone. */
export const LIFTED = Object.keys(LIFTS);

function withoutStop(view: Planning): Planning {
  return { ...view, stop: null };
}

/** The fault stands in the flow's rows, or in a setting that stops everything. */
function mended(view: Planning, { row }: Enrollment): Planning {
  if (view.stop?.code === "flowFault") return withoutStop(view);
  return withFlow(view, row.flow, { fault: null });
}

/** A kept row begins anew. */
function keptRow(view: Planning, own: Enrollment): Planning {
  const next_at = toWholeSecond(view.now);
  return withRow(view, own, { stage: 0, next_at, last_at: null }, { test: false });
}

function whatOf({ values: { what = "" } }: Reason): string | Words {
  if (typeof what === "string" || !("code" in what)) return what;
  return { en: say(what, "en"), zh: say(what, "zh") };
}

function does(code: keyof typeof REMEDY, after: Planning | null, values: Values = {}): Next {
  return { kind: "does", code, after, values };
}

function ends(code: keyof typeof NO_REMEDY, values: Values = {}): Next {
  return { kind: "ends", code, values };
}
