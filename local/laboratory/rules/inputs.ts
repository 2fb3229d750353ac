// Rules of what came in: whoever saw "stored", and whatever Stripe lists, has its effect.
import type { Finding, Left, Row, Rule } from "../judge.ts";
import type { Input } from "../witness.ts";

const FLOW_OF: Readonly<Record<string, string>> = {
  geo: "geo",
  free_audit: "free_check",
  lite: "lite",
  course: "course",
};
const TYPE_OF: Readonly<Record<Answer["what"], string>> = {
  stop: "mail.stop",
  question: "mail.replied",
  away: "mail.auto",
  bounce: "mail.bounced",
  full: "mail.undelivered",
};
const OPEN = ["ACTIVE", "UNPAID", "FAILED", "PAUSED"];

type Asked = Extract<Input, { readonly form: string }>;
type Answer = Extract<Input, { readonly kind: "write back" }>;
type Paid = Extract<Input, { readonly payment: string }>;

const eventsAreDone: Rule = ({ events }) =>
  events
    .filter(({ outcome }) => outcome === "")
    .map(({ type, who, key }) => loss("every event has an outcome", `${type} of ${who}, ${key}`));

const inputsHaveEffect: Rule = (left) =>
  left.stage.witness.inputs.flatMap((input) => {
    const missing = lacks(left, input);
    if (missing === "") return [];
    const { name } = left.stage.person(input.who);
    const at = new Date(input.at).toISOString().slice(0, 16);
    return [
      loss("what was stored has its effect", `${input.kind} of ${name} at ${at}: ${missing}`),
    ];
  });

function lacks(left: Left, input: Input): string {
  const { email } = left.stage.person(input.who);
  const contact = left.contacts.find((one) => one.email === email);
  if (contact === undefined)
    return ["result", "write back"].includes(input.kind)
      ? ""
      : "nobody of that address in Contacts";
  switch (input.kind) {
    case "form":
      return lacksRow(left, input, `form:${input.form}`, email);
    case "press":
      return lacksRow(left, input, `press:${input.form}`, String(contact.id));
    case "leave":
      return lacksStop(left, input, contact);
    case "write back":
      return lacksAnswer(left, input);
    case "paid":
      return lacksPayment(left, input, contact);
    case "failed":
      return lacksFailure(left, input, email);
    default:
      return "";
  }
}

function lacksRow(left: Left, input: Asked, type: string, who: string): string {
  const known = left.events.some((one) => one.type === type && one.who === who);
  if (!known) return `no event ${type}`;
  const { email } = left.stage.person(input.who);
  const flow = FLOW_OF[input.form];
  const row = left.queue.some((one) => one.email === email && one.flow === flow);
  return row || left.stage.witness.deleted.has(input.who) ? "" : `no row of ${flow}`;
}

/** Whoever left has no open row, unless they came back since. */
function lacksStop(left: Left, { who, at }: Input, contact: Row): string {
  const later = (one: Input) => one.who === who && one.at >= at && one.kind === "come back";
  if (left.stage.witness.inputs.some(later)) return "";
  if (contact.suppressed === "") return "not suppressed";
  const open = openRows(left, String(contact.email)).filter(({ status }) => status !== "PAUSED");
  return open.length === 0 ? "" : `${open[0]?.flow} is ${open[0]?.status}`;
}

/** Heard once, whatever happened to the run that read it. */
function lacksAnswer({ events }: Left, { what, mail }: Answer): string {
  const told = events.filter(({ key }) => String(key).startsWith(`mail:${mail}:`));
  if (told.length !== 1) return `${what}: ${told.length} events`;
  return told[0]?.type === TYPE_OF[what] ? "" : `${what} was taken for ${told[0]?.type}`;
}

function lacksPayment(left: Left, { who, at, payment }: Paid, contact: Row): string {
  if (contact.paid !== "YES") return "contact is not paid";
  const still = openRows(left, String(contact.email)).find((row) => {
    const entered = Date.parse(String(row.entered_at || row.next_at));
    if (left.stage.witness.isTouched(who, String(row.flow))) return false;
    return row.flow === "stripe_failed" ? row.payment === payment : entered <= at;
  });
  return still === undefined ? "" : `${still.flow} is ${still.status}`;
}

function lacksFailure(left: Left, { who, payment }: Paid, email: string): string {
  if (left.stage.witness.deleted.has(who)) return "";
  const row = left.queue.some((one) => one.email === email && one.payment === payment);
  return row ? "" : "no row for it";
}

function openRows({ queue }: Left, email: string): readonly Row[] {
  return queue.filter((row) => row.email === email && OPEN.includes(String(row.status)));
}

function loss(rule: string, what: string): Finding {
  return { rule, kind: "loss", what };
}

export const inputRules: readonly Rule[] = [eventsAreDone, inputsHaveEffect];
