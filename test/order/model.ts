// What must stand in the sheet after a set of facts about one person, in whatever order they were told (design 4.8).
// It is worked out from the whole set at once and knows nothing of how the engine gets there.

/** One thing that happened. `at` is when it happened, epoch ms; `key` names the event that told of it. */
export type Deed = { readonly at: number; readonly key: string } & (
  | { readonly kind: "asked"; readonly entry: Ask }
  | { readonly kind: "expired"; readonly payment: string }
  | { readonly kind: "paid"; readonly payment: string; readonly offer: Offer }
  | { readonly kind: "failed" | "pending"; readonly payment: string }
  | { readonly kind: Exclude<Reversal, "cancelled">; readonly payment: string }
  /** A subscription ended; `offer` when its event names the product. */
  | { readonly kind: "cancelled"; readonly payment: string; readonly offer: Offer }
  | { readonly kind: "unsubscribed" }
  | { readonly kind: "typed PAID"; readonly flow: FlowName }
);
export type Ask = "form:geo" | "form:free_audit" | "form:lite" | "press:lite" | "press:course";
export type Reversal = "refunded" | "partly refunded" | "disputed" | "cancelled";
/** "": the payment names no product of ours. */
export type Offer = "" | "lite" | "course";
export type FlowName = "geo" | "free_check" | "lite" | "course" | "stripe_failed" | "checkout_open";

/** Does a purchase of the one allow the other again? Its rest delays mails, it closes no row. */
export type Allowed = (offer: Offer, flow: FlowName) => boolean;
const NOTHING_ALLOWED: Allowed = () => false;

interface ModelRow {
  readonly flow: FlowName;
  /** The payment the row is about; "" for a flow that a person enters once. */
  readonly payment: string;
  readonly status: "ACTIVE" | "UNPAID" | "FAILED" | "PAUSED" | "PAID" | "STOPPED" | "REVIEW";
  /** What closed it: the offer or "payment", "paid by hand", "unsubscribed"; "" while open. */
  readonly because: string;
  readonly paidAt: number | null;
  /** Where the next wait counts from; null for a row that is closed, since nothing waits there. */
  readonly enteredAt: number | null;
}
export interface Expected {
  readonly rows: readonly ModelRow[];
  readonly paid: "YES" | "NO";
  readonly paidAt: number | null;
  readonly suppressed: "unsubscribed" | "";
  /** Payment keys, the first that happened first. */
  readonly payments: readonly string[];
  readonly reversals: readonly string[];
  readonly pending: readonly string[];
  /** A person's own labels: no fact touches them. */
  readonly tags: readonly string[];
}

const FLOW_OF: Readonly<Record<Ask, FlowName>> = {
  "form:geo": "geo",
  "form:free_audit": "free_check",
  "form:lite": "lite",
  "press:lite": "lite",
  "press:course": "course",
};
const OPENS_AS = {
  geo: "ACTIVE",
  free_check: "ACTIVE",
  lite: "UNPAID",
  course: "UNPAID",
  stripe_failed: "FAILED",
  checkout_open: "ACTIVE",
} as const satisfies Record<FlowName, ModelRow["status"]>;
const REVERSALS: readonly string[] = ["refunded", "partly refunded", "disputed", "cancelled"];
const BY_HAND = "by_hand";

/** One payment, however many events told of it. */
interface Paid {
  readonly payment: string;
  readonly at: number;
  readonly offer: Offer;
}
/** What let somebody into a flow. */
interface Entry {
  readonly flow: FlowName;
  readonly payment: string;
  readonly at: number;
  /** The buyer's own row: it is made by the payment for its offer. */
  readonly bought: Paid | null;
}
interface Story {
  readonly deeds: readonly Deed[];
  readonly paid: readonly Paid[];
  readonly leftAt: number | null;
  readonly running: readonly string[];
  readonly allowed: Allowed;
}

export function expectedOf(told: readonly Deed[], allowed: Allowed = NOTHING_ALLOWED): Expected {
  const deeds = inOrder(told);
  const paid = paymentsOf(deeds);
  const left = deeds.find(({ kind }) => kind === "unsubscribed");
  const running = runningOf(deeds, paid);
  const story: Story = { deeds, paid, leftAt: left?.at ?? null, running, allowed };
  return {
    rows: entriesOf(story)
      .map((entry) => rowOf(entry, story))
      .sort(byName),
    paid: paid.length > 0 ? "YES" : "NO",
    paidAt: paid[0]?.at ?? null,
    suppressed: left === undefined ? "" : "unsubscribed",
    payments: paid.map(({ payment }) => payment),
    reversals: unique(deeds.filter(isReversal).map(({ payment }) => payment)),
    pending: running,
    tags: [],
  };
}

function nameOf({ flow, payment }: { flow: string; payment: string }): string {
  return `${flow} ${payment}`;
}
/** A row in one line, for people. */
export function rowLine(
  { flow, payment, status, because, paidAt }: ModelRow,
  since: number,
): string {
  const hours = paidAt === null ? "" : `${(paidAt - since) / 3_600_000} h`;
  return [flow, payment, status, because, hours].filter((word) => word !== "").join(" ");
}
export function byName(a: ModelRow, b: ModelRow): number {
  const [one, other] = [nameOf(a), nameOf(b)];
  return one < other ? -1 : one > other ? 1 : (a.paidAt ?? 0) - (b.paidAt ?? 0);
}

/** Design 4.8: by when it happened; at the same instant payments first, then by key. */
export function inOrder(deeds: readonly Deed[]): readonly Deed[] {
  return [...deeds].sort(
    (a, b) => a.at - b.at || weight(a) - weight(b) || (a.key < b.key ? -1 : 1),
  );
}
function weight({ kind }: Deed): number {
  return kind === "paid" || kind === "typed PAID" ? 0 : 1;
}

/**
 * The offer counts whichever of its events names it; the time is the earliest that is told. What came back had been
 * paid, also when nobody told of that; a subscription that ends may have been free.
 */
function paymentsOf(deeds: readonly Deed[]): readonly Paid[] {
  const found = new Map<string, Paid>();
  for (const deed of deeds) {
    if (deed.kind === "typed PAID" && !found.has(BY_HAND)) {
      found.set(BY_HAND, { payment: BY_HAND, at: deed.at, offer: "" });
    }
    if (deed.kind !== "paid" && !(isReversal(deed) && deed.kind !== "cancelled")) continue;
    const known = found.get(deed.payment);
    const offer = known?.offer || ("offer" in deed ? deed.offer : "");
    found.set(deed.payment, { payment: deed.payment, at: known?.at ?? deed.at, offer });
  }
  return [...found.values()].sort((a, b) => a.at - b.at || (a.payment < b.payment ? -1 : 1));
}

/**
 * Checkouts whose money is on its way: completed, and neither paid nor failed since. A failure before the completion
 * was another attempt and says nothing about this one.
 */
function runningOf(deeds: readonly Deed[], paid: readonly Paid[]): readonly string[] {
  const running = deeds.flatMap((deed) => (deed.kind === "pending" ? [deed] : []));
  const over = (payment: string, since: number) =>
    paid.some((one) => one.payment === payment) ||
    deeds.some((one) => one.kind === "failed" && one.payment === payment && one.at >= since);
  const open = running.filter(({ payment }) => {
    const last = Math.max(...running.filter((one) => one.payment === payment).map(({ at }) => at));
    return !over(payment, last);
  });
  return unique(open.map(({ payment }) => payment));
}

/**
 * One entry per row: whoever asks again enters where they first did. Of an offer the first purchase and the asking are
 * one row; every further purchase is delivered by a row of its own.
 */
function entriesOf({ deeds, paid }: Story): readonly Entry[] {
  const entries = new Map<string, Entry>();
  const further: Entry[] = [];
  const enter = (entry: Entry) => {
    const known = entries.get(nameOf(entry));
    // At the same instant the payment comes first, so the row is the buyer's.
    const earlier = known === undefined || entry.at < known.at;
    const tie = known !== undefined && entry.at === known.at && entry.bought !== null;
    if (earlier || (tie && known.bought === null)) entries.set(nameOf(entry), entry);
  };
  for (const deed of deeds) {
    const { at } = deed;
    if (deed.kind === "asked") enter({ flow: FLOW_OF[deed.entry], payment: "", at, bought: null });
    if (deed.kind === "failed") {
      enter({ flow: "stripe_failed", payment: deed.payment, at, bought: null });
    }
    if (deed.kind === "expired") {
      enter({ flow: "checkout_open", payment: deed.payment, at, bought: null });
    }
  }
  for (const bought of paid) {
    const { offer: flow, at } = bought;
    if (flow === "") continue;
    const first = paid.find(({ offer }) => offer === flow);
    if (first === bought) enter({ flow, payment: "", at, bought });
    else further.push({ flow, payment: "", at, bought });
  }
  return [...entries.values(), ...further];
}

function rowOf(entry: Entry, story: Story): ModelRow {
  const { flow, payment } = entry;
  const closers = story.paid.filter((paid) => closes(paid, entry, story.allowed));
  // What was there before the row closes it at its birth. The buyer's row is the buyer's, whatever else was paid.
  const first = closers.find(({ payment: key }) => key === entry.bought?.payment) ?? closers[0];
  const hand = story.deeds.some((deed) => deed.kind === "typed PAID" && deed.flow === flow);
  const left = hand || story.leftAt === null ? null : Math.max(story.leftAt, entry.at);
  // Ties: the payment first.
  if (left !== null && (first === undefined || left < Math.max(first.at, entry.at))) {
    const because = "unsubscribed";
    return { flow, payment, status: "STOPPED", because, paidAt: null, enteredAt: null };
  }
  if (first === undefined) {
    const status = story.running.length > 0 ? "PAUSED" : OPENS_AS[flow];
    return { flow, payment, status, because: "", paidAt: null, enteredAt: entry.at };
  }
  const status = closers.every((paid) => cameBack(paid, story)) ? "REVIEW" : "PAID";
  return { flow, payment, status, because: nameFor(first), paidAt: first.at, enteredAt: null };
}

/** Does this payment leave that row closed? Whoever pays in the very second in which they enter is not written to. */
function closes(paid: Paid, entry: Entry, allowed: Allowed): boolean {
  if (paid.at >= entry.at) return true;
  // The same payment never asks for itself again. Another that failed later is a new matter, also for a buyer.
  if (entry.flow === "stripe_failed") return paid.payment === entry.payment;
  return !allowed(paid.offer, entry.flow);
}

function cameBack(paid: Paid, { deeds }: Story): boolean {
  return deeds.filter(isReversal).some((deed) => takesBack(deed, paid));
}

/** The end of a subscription takes back what was paid for that product before; all else its own payment. */
function takesBack(deed: Returned, paid: Paid): boolean {
  if (deed.kind !== "cancelled") return deed.payment === paid.payment;
  const same = deed.offer === "" || paid.offer === "" || deed.offer === paid.offer;
  return paid.at <= deed.at && same;
}
type Returned = Extract<Deed, { kind: Reversal }>;
function isReversal(deed: Deed): deed is Returned {
  return REVERSALS.includes(deed.kind);
}
function nameFor({ payment, offer }: Paid): string {
  if (payment === BY_HAND) return "paid by hand";
  return offer === "" ? "payment" : offer;
}
function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}
