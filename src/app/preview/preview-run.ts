// The next batch, tried out: everything a batch would do at this moment, in memory; nothing is written and nothing goes.
import type { QueueRow, SendRow } from "../../../sheets-schema/index";
import type { OutgoingMail, Ports } from "../../ports";
import { onePass, type PassEnd } from "../one-pass";
import type { RunReport } from "../report-run";
import { PASSES_MAX } from "../run-batch";
import type { Planning } from "../sending/plan";
import { planningOf, stopOf } from "../sending/send-due";
import { type DryPorts, dryPorts } from "./preview-ports";

export interface WouldGo {
  readonly send: SendRow;
  readonly mail: OutgoingMail;
}
export interface DryRun {
  /** As everything would stand after the batch. */
  readonly ports: DryPorts;
  /** Rows as they stand now, by id. */
  readonly before: ReadonlyMap<string, QueueRow>;
  readonly wouldGo: readonly WouldGo[];
  readonly report: RunReport;
  /** What the batch would plan next; null: it could not begin. */
  readonly planning: Planning | null;
}

export function dryRun(ports: Ports, kept: Readonly<Record<string, string>>): DryRun {
  const dry = dryPorts(ports, kept);
  const before = new Map(dry.store.read("Queue").map(({ cells }) => [cells.id, cells]));
  const startedAt = ports.clock.now();
  let done = onePass(dry, { kind: "tick", checks: false, startedAt }, dry.properties.all());
  let { report } = done;
  for (let pass = 1; pass < PASSES_MAX && done.end === "changed"; pass += 1) {
    done = onePass(dry, { kind: "tick", checks: false, startedAt }, dry.properties.all());
    report = { ...done.report, events: report.events + done.report.events };
  }
  const sends = dry.store.read("Sends").map(({ cells }) => cells);
  const wouldGo = sends.flatMap((send) => {
    const mail = send.status === "SENT" ? dry.drafted.get(send.message_id) : undefined;
    return mail === undefined ? [] : [{ send, mail }];
  });
  return { ports: dry, before, wouldGo, report, planning: planningAfter(done, sends) };
}

function planningAfter({ pass }: PassEnd, sends: readonly SendRow[]): Planning | null {
  if (pass === null) return null;
  const sent = new Map(sends.map((row) => [row.send_key, row]));
  return planningOf(pass, sent, stopOf(pass));
}
