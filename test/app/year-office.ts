// A year of the founder's flows in memory, the same one whenever it is run: who came when, and which mail went when.
import type { Cursor } from "../../src/app/cursor";
import { FounderOffice } from "./founder-office";
import { DAY, HOUR, MINUTE, START } from "./memory-office";

const FLOWS = ["free_check", "lite", "stripe_failed", "geo_to_lite", "checkout_open"];
/** "": none, and the file's holds. */
const ZONES = ["Europe/Berlin", "Asia/Shanghai", "America/New_York", "Asia/Kolkata", ""];
const PEOPLE = 21;
/** Thinly, so that neither the day's quota nor the ramp has a say. */
const EVERY = 61 * HOUR + 11 * MINUTE;
/** A timer that rests longer has to ask Stripe anew who has paid. */
const AWAY_MAX = 3 * DAY;
const YEAR = 365 * DAY;

export interface Went {
  readonly email: string;
  readonly zone: string;
  readonly step: string;
  readonly class: string;
  readonly at: string;
}

type Move = readonly [at: number, make: (office: FounderOffice) => void];

export function yearOfDates(quietHours: string): readonly Went[] {
  const office = new FounderOffice(...FLOWS);
  office.set("quiet_hours", quietHours);
  const moves = Array.from({ length: PEOPLE }, (_, at) => movesOf(at)).flat();
  for (const [at, make] of moves.sort(([one], [other]) => one - other)) {
    passTo(office, START + at);
    make(office);
    office.tick();
  }
  passTo(office, START + YEAR);
  return wentIn(office);
}

/** From one minute that has something to do to the next. */
export function passTo(office: FounderOffice, end: number): void {
  const { clock, properties } = office.ports;
  while (clock.now() < end) {
    const { nextDue } = JSON.parse(properties.all().cursor ?? "{}") as Partial<Cursor>;
    const due = Math.max(clock.now() + MINUTE, nextDue ?? end);
    clock.set(Math.min(end, clock.now() + AWAY_MAX, Math.ceil(due / MINUTE) * MINUTE));
    office.tick();
  }
}

function movesOf(person: number): readonly Move[] {
  const email = emailOf(person);
  const came = person * EVERY;
  const who = { email, name: "Ada", consent: "yes", locale: "en", timezone: zoneOf(person) };
  const form = (name: string, at: number): Move => [
    at,
    (office) => void office.post({ ...who, form: name, url: "https://a.test" }),
  ];
  const buys: Move = [
    came + 50 * DAY + 5 * HOUR,
    (office) => office.buys(email, "plink_lite", `evt_buy${person}`),
  ];
  const fails: Move = [came + 9 * HOUR, (office) => failsFor(office, email, `evt_fail${person}`)];
  switch (person % 7) {
    case 0:
    case 1:
      return [form("geo", came)];
    case 2:
      return [form("lite", came)];
    case 3:
      return [form("lite", came), buys];
    case 4:
      return [form("geo", came), form("lite", came + 5 * DAY)];
    case 5:
      return [form("free_audit", came), fails];
    default:
      return [form("geo", came), form("geo", came + 40 * DAY), buys];
  }
}

function failsFor(office: FounderOffice, email: string, id: string): void {
  const intent = { id: `pi_${id}`, object: "payment_intent", status: "requires_payment_method" };
  const event = {
    id,
    object: "event",
    type: "payment_intent.payment_failed",
    created: Math.floor(office.ports.clock.now() / 1_000),
    livemode: true,
    data: { object: { ...intent, amount: 4_900, currency: "usd", receipt_email: email } },
  };
  office.ports.stripe.put(`events/${id}`, event);
  office.ports.stripe.put(`payment_intents/pi_${id}`, event.data.object);
  office.hook(event);
}

const emailOf = (person: number) => `lead${person}@example.org`;
const zoneOf = (person: number) => ZONES[person % ZONES.length] ?? "";

function wentIn({ ports }: FounderOffice): readonly Went[] {
  const zones = new Map(ports.store.rows("Contacts").map((one) => [one.email, one.time_zone]));
  return ports.store
    .rows("Sends")
    .filter(({ sent_at }) => sent_at !== null)
    .map(({ email, step, class: kind, sent_at }) => {
      const at = new Date(sent_at ?? 0).toISOString();
      return { email, zone: zones.get(email) ?? "", step, class: kind, at };
    });
}
