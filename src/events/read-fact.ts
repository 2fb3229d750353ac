// An Events row back into a fact. The payload is a cell, and a person may have damaged it: then it is no fact.
import type { EventRow } from "../../sheets-schema/index";
import type { EditFact, Fact } from "../model/fact";
import { normalAddress } from "./address";

type Payload = Readonly<Record<string, unknown>>;
type Change = EditFact["changes"][number];

const EDITABLE = ["status", "paid", "stage", "next_at", "do"];

/** Null: the row cannot be read. Stripe's rows are no facts before Stripe has confirmed them. */
export function readFact(event: EventRow): Fact | null {
  const payload = readPayload(event.payload);
  if (payload === null) return null;
  const happened = { eventId: event.id, at: event.occurred_at ?? 0 };
  if (event.type === "unsubscribe") return { kind: "unsubscribe", ...happened };
  if (event.type === "edit") {
    const { enrollment, changes } = payload;
    if (typeof enrollment !== "string" || !isChanges(changes)) return null;
    return { kind: "edit", ...happened, enrollment, changes };
  }
  if (!event.type.startsWith("form:")) return null;
  const text = (name: string) => (typeof payload[name] === "string" ? payload[name] : "");
  const email = normalAddress(text("email"));
  if (email === null) return null;
  return {
    kind: "form",
    ...happened,
    form: event.type.slice("form:".length),
    email,
    name: text("name"),
    consent: payload.consent === true,
    timeZone: text("timeZone"),
    locale: text("locale"),
    source: text("source"),
    utm: text("utm"),
    url: text("url"),
    phone: text("phone"),
  };
}

function readPayload(cell: string): Payload | null {
  try {
    const parsed: unknown = JSON.parse(cell);
    return typeof parsed === "object" && parsed !== null ? (parsed as Payload) : null;
  } catch {
    return null;
  }
}

function isChanges(value: unknown): value is readonly Change[] {
  return Array.isArray(value) && value.every(isChange);
}

function isChange(value: unknown): value is Change {
  if (typeof value !== "object" || value === null) return false;
  const { column, from, to } = value as Payload;
  return EDITABLE.includes(String(column)) && typeof from === "string" && typeof to === "string";
}
