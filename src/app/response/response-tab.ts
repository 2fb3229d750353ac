// A Google Form's response tab as a door: each new answer becomes one form event, by the same intake as our own forms.
// The form's own trigger is not used: it tells of blank and repeated answers (facts 9.14); the timer's minute is the bound.
import type { EventRow } from "../../../sheets-schema/index";
import { type DateGround, readDate } from "../../events/adopt-date";
import { type FormPost, formPayload, readFormPost } from "../../events/form-post";
import { cellsByField, missingHeaders, responseParameters } from "../../events/response-row";
import { consentAsked } from "../../model/consent";
import { say } from "../../model/reason";
import { HOUR_MS } from "../../model/time";
import type { OtherCell, Ports } from "../../ports";
import { wallReader } from "../adopt/adopt-clock";
import { type DoorConfig, readDoorConfig } from "../doors/door-config";
import { whyRefused } from "../doors/receive-form";
import { appendEvents, eventRow, type NewEvent } from "../doors/record-event";
import {
  forgetResponseDoor,
  keepResponseDoor,
  type ResponseDoor,
  responseDoorOf,
} from "./response-door";

/** Each costs an append of 0.3 s; the rest comes with the next tick. */
const TAKEN_MAX = 100;
/** A file that changes its time zone moves every instant by less than this. Older answers are never looked at again. */
const LOOK_BACK_MS = 26 * HOUR_MS;
const UNREAD_NAMED_MAX = 20;

type Kept = Readonly<Record<string, string>>;

interface Answer {
  readonly key: string;
  readonly at: number;
  readonly post: FormPost;
}

/** Is there something to take? For idle ticks: no call without such a door, one with it. */
export function responseNews({ otherTabs }: Ports, kept: Kept): boolean {
  const door = responseDoorOf(kept);
  return door !== null && door.missing === "" && otherTabs.lastRow(door.tab) !== door.lastRow;
}

/** Records what is new, how many. To be called before a pass reads Events. A busy Events leaves it for the next tick. */
export function takeResponses(ports: Ports, kept: Kept): number {
  const door = responseDoorOf(kept);
  if (door === null) return 0;
  const named = ports.store.read("Settings").find(({ cells }) => cells.key === "response_tab");
  if (named !== undefined && named.cells.value.trim() !== door.tab) {
    forgetResponseDoor(ports);
    return 0;
  }
  // Before the reading: what comes in between is news at the next tick.
  const lastRow = ports.otherTabs.lastRow(door.tab);
  const [headerCells, ...rows] = ports.otherTabs.read(door.tab) ?? [];
  const headers = headerCells?.map(({ text }) => text.trim()) ?? [];
  const gone = headerCells === undefined ? [door.tab] : missingHeaders(door.columns, headers);
  if (gone.length > 0) {
    keepChanged(ports, door, { ...door, missing: gone.join(", ") });
    return 0;
  }
  const { answers, unread } = answersIn(ports, door, headers, rows, readDoorConfig(kept));
  // Most often nothing has come since, and Events need not be read for it.
  const news = lastRow !== door.lastRow || answers.some(({ at }) => at > door.takenAt);
  const fresh = news && answers.length > 0 ? unknown(ports, answers) : [];
  const some = fresh.slice(0, TAKEN_MAX);
  if (
    !appendEvents(
      ports,
      some.map((one) => answerEvent(ports, door, one, kept)),
    )
  )
    return 0;
  const all = some.length === fresh.length;
  const takenAt = Math.max(door.takenAt, ...(all ? answers : some).map(({ at }) => at));
  keepChanged(ports, door, {
    ...{ ...door, missing: "", unread },
    takenAt: Math.min(takenAt, ports.clock.now()),
    lastRow: all ? lastRow : 0,
  });
  return some.length;
}

function keepChanged(ports: Ports, before: ResponseDoor, door: ResponseDoor): void {
  if (JSON.stringify(before) !== JSON.stringify(door)) keepResponseDoor(ports, door);
}

/** The oldest first. */
function answersIn(
  ports: Ports,
  door: ResponseDoor,
  headers: readonly string[],
  rows: readonly (readonly OtherCell[])[],
  config: DoorConfig,
): { readonly answers: readonly Answer[]; readonly unread: string } {
  const answers: Answer[] = [];
  const unread: number[] = [];
  const { instantOf, wallOf } = wallReader(ports.workbook);
  const ground: DateGround = { now: ports.clock.now(), instantOf, order: "" };
  rows.forEach((cells, index) => {
    const row = cellsByField(door.columns, headers, cells);
    if (Object.values(row).every(({ text }) => text === "")) return;
    const time = readDate(row.entered ?? { text: "", at: null }, "past", ground);
    if (time.kind !== "at") unread.push(index + 2);
    else if (time.at >= door.takenAt - LOOK_BACK_MS) {
      const wall = wallOf(time.at);
      if (wall <= door.since) return;
      const post = readFormPost(
        responseParameters(door.form, row),
        config.forms,
        config.refusesDisposable,
      );
      answers.push({ key: keyOf(ports, wall, post), at: time.at, post });
    }
  });
  answers.sort((one, other) => one.at - other.at);
  return { answers, unread: unread.slice(0, UNREAD_NAMED_MAX).join(", ") };
}

/**
 * By the time as the tab shows it and the address: neither sorting, nor another time zone of the file, nor a corrected
 * name makes an answer a new one.
 */
function keyOf({ secrets }: Ports, wall: string, { submission, typedAddress }: FormPost): string {
  const text = JSON.stringify([wall, submission.email || typedAddress.toLowerCase()]);
  return `response:${secrets.digest(text).slice(0, 24)}`;
}

function unknown({ store }: Ports, answers: readonly Answer[]): readonly Answer[] {
  const known = new Set(store.read("Events").map(({ cells }) => cells.key));
  return answers.filter(({ key }) => {
    const fresh = !known.has(key);
    known.add(key);
    return fresh;
  });
}

function answerEvent(ports: Ports, door: ResponseDoor, answer: Answer, kept: Kept): EventRow {
  const { post, key, at } = answer;
  const config = readDoorConfig(kept);
  const language = /^zh/i.test(post.submission.locale) ? "zh" : config.language;
  const proof = consentAsked(door.columns.consent ?? "", door.tab, language);
  return eventRow(ports, {
    source: "form",
    type: `form:${door.form}`,
    key,
    who: post.submission.email || post.typedAddress,
    payload: formPayload(post, null, proof),
    occurredAt: Math.min(at, ports.clock.now()),
    stops: false,
    ...refusal(post, config),
  });
}

function refusal(post: FormPost, door: DoorConfig): Pick<NewEvent, "outcome" | "reason"> {
  if (post.problem === null) return {};
  return { outcome: "REFUSED", reason: say(whyRefused(post, door), door.language) };
}
