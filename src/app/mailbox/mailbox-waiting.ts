// Answers that wait for the owner: a line of Start here until each row has been released or has ended.
import type { EventRow } from "../../../sheets-schema/index";
import { contactIdOf } from "../../model/enrollment";
import type { Ports } from "../../ports";
import { ANSWERS_LINE } from "../../words/mailbox";
import { lineOf } from "../check-words";
import { readDoorConfig } from "../doors/door-config";
import { writeStartHere } from "../report-run";

type Kept = Readonly<Record<string, string>>;

/** In any language: only an answer's `why` leads to the mailbox. */
const LINK = "https://mail.google.com/";
const NAMED_MAX = 50;

/** Who of them still waits. `fresh`: what this very run has heard is applied after it. */
export function tellWaiting(
  ports: Ports,
  kept: Kept,
  waiting: readonly string[],
  fresh: readonly EventRow[],
): readonly string[] {
  if (waiting.length === 0) return [];
  const heard = fresh.map(({ who }) => who);
  const held = ports.store
    .read("Queue")
    .filter(({ cells }) => cells.status === "PAUSED" && cells.why.includes(LINK))
    .map(({ cells }) => contactIdOf(cells.id));
  const still = [...new Set(waiting)].filter((id) => held.includes(id) || heard.includes(id));
  const { language } = readDoorConfig(kept);
  const open = ANSWERS_LINE.open(still.length);
  const check = { id: "answers", ok: still.length === 0, ready: ANSWERS_LINE.ready, open };
  writeStartHere(ports, [lineOf(check, language, ports.clock.now())]);
  return still.slice(-NAMED_MAX);
}
