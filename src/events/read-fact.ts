// An Events row back into a fact. The payload is a cell, and a person may have damaged it: then it is no fact.
import type { EventRow } from "../../sheets-schema/index";
import {
  type EditChange,
  type EditFact,
  type Fact,
  type PaymentFact,
  READER_WISHES,
  type ReaderFact,
} from "../model/fact";
import type { Shown } from "../model/offer";
import { BY_LIST } from "../model/payment";
import { mailAddress } from "./address";
import { ownIds } from "./form-post";
import { mailFact } from "./mail-event";

type Payload = Readonly<Record<string, unknown>>;
interface Happened {
  readonly eventId: string;
  readonly at: number;
}

const EDITABLE = [
  ...["status", "paid", "stage", "next_at", "do"],
  ...["result_url", "conclusion", "promised"],
];

/** Null: the row cannot be read. Stripe's rows are no facts before Stripe has confirmed them. */
export function readFact(event: EventRow): Fact | null {
  const payload = readPayload(event.payload);
  if (payload === null) return null;
  const happened = { eventId: event.id, at: event.occurred_at ?? 0 };
  const [kind = "", name = ""] = event.type.split(":");
  switch (kind) {
    case "reader.on":
    case "reader.pause":
    case "reader.less":
    case "reader.often":
    case "reader.address":
    case "reader.language":
    case "reader.leave":
    case "reader.join":
    case "reader.confirm":
    case "reader.stay":
      return readerOf(kind, payload, happened);
    case "unsubscribe":
      return { kind: "unsubscribe", ...happened };
    case "edit":
      return editOf(payload, happened);
    case "form":
      return formOf(payload, name, happened);
    case "press":
    case "done":
      return {
        ...{ kind: "entry", ...happened, entry: event.type, byRule: kind === "done" },
        timeZone: textIn(payload)("timeZone"),
        ...shownIn(payload),
      };
    case "silence":
      return typeof payload.askedAt === "number"
        ? { kind: "silence", ...happened, askedAt: payload.askedAt }
        : null;
    case "price.switched":
      return typeof payload.enrollment === "string"
        ? { kind: "price", ...happened, enrollment: payload.enrollment }
        : null;
    case "paid.list":
    case "payment.found":
    case "unmatched.resolved":
      return paymentOf(event, payload, happened);
    case "mail.bounced":
    case "mail.undelivered":
    case "mail.complained":
    case "mail.stop":
    case "mail.replied":
    case "mail.auto":
      return mailFact(event, payload, happened);
    default:
      return resultOf(event, payload, happened);
  }
}

/** An address that is none becomes "", and the transition says so. */
function readerOf(kind: string, payload: Payload, happened: Happened): ReaderFact | null {
  const wish = READER_WISHES.find((one) => `reader.${one}` === kind);
  if (wish === undefined) return null;
  const to = textIn(payload)("to");
  const given = wish === "address" ? (mailAddress(to) ?? "") : to;
  return { kind: "reader", ...happened, wish, to: given };
}

function editOf(payload: Payload, happened: Happened): EditFact | null {
  const { enrollment, changes } = payload;
  if (typeof enrollment !== "string" || !isChanges(changes)) return null;
  return { kind: "edit", ...happened, enrollment, changes };
}

function formOf(payload: Payload, form: string, happened: Happened): Fact | null {
  const text = textIn(payload);
  const email = mailAddress(text("email"));
  if (email === null) return null;
  return {
    kind: "form",
    ...happened,
    form,
    email,
    name: text("name"),
    consent: payload.consent === true,
    timeZone: text("timeZone"),
    locale: text("locale"),
    source: text("source"),
    utm: text("utm"),
    url: text("url"),
    phone: text("phone"),
    ...ownIds(text("userId"), text("deviceId")),
    ...shownIn(payload),
  };
}

function shownIn({ shown }: Payload): { readonly shown?: Shown } {
  if (typeof shown !== "object" || shown === null) return {};
  const { offer, promised, deadline } = shown as Payload;
  const fits = typeof offer === "string" && typeof promised === "string";
  return fits && typeof deadline === "number" ? { shown: { offer, promised, deadline } } : {};
}

/** A payment that a person or a look at Stripe vouches for. A list only marks; it delivers nothing. */
function paymentOf(event: EventRow, payload: Payload, happened: Happened): PaymentFact | null {
  const text = textIn(payload);
  const listed = event.type === "paid.list";
  const paymentKey = listed ? BY_LIST : text("payment");
  if (paymentKey === "") return null;
  return {
    kind: "payment",
    what: "paid",
    ...happened,
    at: typeof payload.at === "number" ? payload.at : happened.at,
    stripeEvent: listed ? event.id : text("event") || event.id,
    paymentKey,
    customer: text("customer"),
    offer: text("offer"),
    earlyPrice: payload.early === true,
    quiet: listed,
    money: "",
    email: mailAddress(text("email")) ?? "",
    name: text("name"),
  };
}

/** A keyed post: its type is the event a cadence waits for. */
function resultOf(event: EventRow, payload: Payload, happened: Happened): Fact | null {
  if (event.source !== "api") return null;
  const text = textIn(payload);
  const resultUrl = text("resultUrl");
  const conclusion = text("conclusion");
  if (resultUrl === "" && conclusion === "") return null;
  const ids = ownIds(text("userId"), text("deviceId"));
  return { kind: "result", ...happened, ...ids, event: event.type, resultUrl, conclusion };
}

function textIn(payload: Payload): (name: string) => string {
  return (name) => (typeof payload[name] === "string" ? payload[name] : "");
}

function readPayload(cell: string): Payload | null {
  try {
    const parsed: unknown = JSON.parse(cell);
    return typeof parsed === "object" && parsed !== null ? (parsed as Payload) : null;
  } catch {
    return null;
  }
}

function isChanges(value: unknown): value is readonly EditChange[] {
  return Array.isArray(value) && value.every(isChange);
}

function isChange(value: unknown): value is EditChange {
  if (typeof value !== "object" || value === null) return false;
  const { column, from, to } = value as Payload;
  return EDITABLE.includes(String(column)) && typeof from === "string" && typeof to === "string";
}
