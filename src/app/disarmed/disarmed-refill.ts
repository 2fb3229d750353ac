// What an older version of the file does not know to have been sent, found again in Gmail's Sent by the token in each mail.
import type { SendRow } from "../../../sheets-schema/index";
import { contactIdOf, type Enrollment, sendKey } from "../../model/enrollment";
import type { Step } from "../../model/flow";
import { ownStep } from "../../model/own-steps";
import { isOwnToken, sendToken } from "../../model/send-token";
import { DAY_MS } from "../../model/time";
import type { FoundSent, Ports } from "../../ports";
import { Book } from "../book";
import { loadOffice } from "../office";
import { putSends, sentRow } from "../sending/send-batch";

export interface Refilled {
  /** Rows added to Sends, or told to have gone. */
  readonly added: number;
  /** Readers of mails whose row is not in the file any more. */
  readonly strangers: readonly string[];
  /** True: there was more than one look takes. */
  readonly more: boolean;
}
/** Older mails than the last that the file knows are in it. A clock may differ, and an hour may be repeated. */
const BEFORE_MS = DAY_MS;
const MAILS_MAX = 200;
/** A step that repeats: so many more times than the row has had it. */
const AHEAD = 30;

/** The caller holds the batch mutex. */
export function refill(ports: Ports): Refilled {
  const { secrets, store, mailer } = ports;
  const secret = ports.properties.all().token_secret ?? "";
  const hmac = (message: string) => secrets.hmac(message, secret);
  const sends = store.read("Sends").map(({ cells }) => cells);
  const sent = new Map(sends.map((row) => [row.send_key, row]));
  const gone = new Set(sends.filter(({ status }) => status === "SENT").map(({ token }) => token));
  const found = mailer.listSent(lastKnown(ports, sends) - BEFORE_MS, MAILS_MAX);
  const fresh = found.filter(({ token }) => isOwnToken(token, hmac) && !gone.has(token));
  const keys = fresh.length === 0 ? new Map<string, Sent>() : possible(ports, hmac);
  const rows = fresh.flatMap((mail) => {
    const of = keys.get(mail.token);
    return of === undefined ? [] : [rowOf(sent.get(of.key), of, mail)];
  });
  putSends({ ports, sent }, rows);
  store.flush();
  const strangers = fresh.filter(({ token }) => !keys.has(token)).map(({ to }) => to);
  return {
    added: rows.length,
    strangers: [...new Set(strangers)].sort(),
    more: found.length === MAILS_MAX,
  };
}

/** The last that happened as far as this file tells. */
function lastKnown({ store, clock }: Ports, sends: readonly SendRow[]): number {
  const events = store.read("Events").map(({ cells }) => cells.received_at ?? 0);
  const mails = sends.map(({ planned_at, sent_at }) => Math.max(planned_at ?? 0, sent_at ?? 0));
  const last = [...events, ...mails].reduce((latest, at) => Math.max(latest, at), 0);
  return last === 0 ? clock.now() - 30 * DAY_MS : last;
}

interface Sent {
  readonly key: string;
  readonly enrollment: Enrollment;
  readonly step: Step;
}

/** Every mail that a row of this file may have had, by its token. */
function possible(ports: Ports, hmac: (message: string) => string): ReadonlyMap<string, Sent> {
  const { rules } = loadOffice(ports);
  const keys = new Map<string, Sent>();
  for (const enrollment of new Book(ports).enrollments()) {
    const flow = rules.get(enrollment.row.flow);
    const own = enrollment.owed.flatMap(({ step }) => ownStep(step) ?? []);
    for (const step of [...(flow?.steps ?? []), ...own]) {
      for (const mark of marksOf(step, enrollment)) {
        const key = sendKey(enrollment, step.step, mark);
        keys.set(sendToken(key, hmac), { key, enrollment, step });
      }
    }
  }
  return keys;
}

function marksOf(step: Step, { row, owed }: Enrollment): readonly string[] {
  const events = owed.map(({ event }) => event);
  if (step.sentOn !== "stage" || step.stageTo === step.stage) return ["", ...events];
  const last = Math.min(step.stageTo, Math.max(step.stage, row.stage ?? 0) + AHEAD);
  const stages = Array.from({ length: last - step.stage + 1 }, (_one, at) => step.stage + at);
  return ["", ...events, ...stages.map(String)];
}

function rowOf(known: SendRow | undefined, { key, enrollment, step }: Sent, mail: FoundSent) {
  const { row } = enrollment;
  const before: SendRow = known ?? {
    send_key: key,
    status: "SENT",
    email: row.email,
    enrollment: row.id,
    contact: contactIdOf(row.id),
    flow: row.flow,
    step: step.step,
    template: step.templates[0] ?? "",
    class: step.class,
    token: mail.token,
    planned_at: mail.sentAt,
    sent_at: null,
    draft_id: "",
    message_id: "",
    thread_id: "",
    attempts: 1,
    why: "",
  };
  return sentRow(before, mail, mail.sentAt);
}
