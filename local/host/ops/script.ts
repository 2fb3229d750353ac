// ScriptApp: triggers and the script's own address.
import { account } from "../account.ts";
import { ServiceError } from "../errors.ts";
import { type Call, free, type OpTable, plain } from "../op.ts";
import { nextFiring } from "../schedule.ts";
import type { Schedule, TriggerState } from "../world-state.ts";

/** What the builder in the context collected. */
interface NewTrigger {
  readonly handler: string;
  readonly kind: TriggerState["kind"];
  readonly clock: ClockSpec | null;
}
type ClockSpec =
  | { readonly every: "minutes" | "hours"; readonly count: number }
  | {
      readonly every: "days";
      readonly count: number;
      readonly hour: number | null;
      readonly minute: number | null;
      readonly weekDay: number | null;
      readonly zone: string | null;
    }
  | { readonly every: "once"; readonly at: number };

const createTrigger = plain((call: Call, wanted: NewTrigger) => {
  const { world, clock } = call.platform;
  const creator = call.execution.effectiveUser;
  if (own(call).length >= account.triggersMax) {
    throw new ServiceError(
      "This script has too many triggers. Triggers must be deleted from the script before more can be added.",
    );
  }
  const serial = world.nextSerial();
  const id = String(7_000_000_000_000_000 + serial * 104_729);
  const now = clock.now();
  const schedule = wanted.clock === null ? null : scheduleOf(wanted.clock, serial, now, call);
  const nextAt =
    wanted.clock?.every === "once" ? wanted.clock.at : schedule && nextFiring(schedule, now);
  const { handler, kind } = wanted;
  const trigger: TriggerState = { id, handler, creator, kind, schedule, nextAt };
  world.apply(["set", ["triggers", id], trigger]);
  return trigger;
});

/** Each trigger has its own phase inside its period, chosen when it is made and then kept (facts 9.2). */
function scheduleOf(spec: ClockSpec, serial: number, now: number, call: Call): Schedule {
  if (spec.every === "once") return { every: "once" };
  const spread = (serial * 40_503) % 65_536;
  if (spec.every === "days") {
    return {
      every: "days",
      count: spec.count,
      hour: spec.hour ?? spread % 24,
      minute: spec.minute ?? spread % 60,
      weekDay: spec.weekDay,
      zone: spec.zone ?? call.platform.manifest.timeZone,
    };
  }
  const periodMs = spec.count * (spec.every === "minutes" ? 60_000 : 3_600_000);
  return {
    every: spec.every,
    count: spec.count,
    phaseMs: now + Math.floor((spread / 65_536) * periodMs),
  };
}

/** Only those of the user who asks (facts 9.3). */
function own(call: Call): TriggerState[] {
  const all = Object.values(call.platform.world.state.triggers);
  return all.filter((trigger) => trigger.creator === call.execution.effectiveUser);
}

const deleteTrigger = plain((call: Call, id: string) => {
  call.platform.world.apply(["del", ["triggers", id]]);
});

/** Right only in a web request; null in timers; elsewhere an address that leads nowhere (facts 10.8). */
const serviceUrl = free((call: Call) => {
  const { execUrl } = call.platform;
  switch (call.execution.cause) {
    case "web":
      return execUrl;
    case "clock":
      return null;
    default:
      return execUrl.replace(/\/exec$/, "/dev");
  }
});

export const scriptOps: OpTable = {
  "ScriptApp.newTrigger": createTrigger,
  "ScriptApp.getProjectTriggers": plain((call: Call) => own(call)),
  "ScriptApp.getUserTriggers": plain((call: Call) => own(call)),
  "ScriptApp.deleteTrigger": deleteTrigger,
  "ScriptApp.getServiceUrl": serviceUrl,
  "ScriptApp.getScriptId": free((call: Call) => call.platform.world.state.workbook.scriptId),
  "ScriptApp.getOAuthToken": free(() => "local-token"),
  "ScriptApp.spreadsheetId": free((call: Call) => call.platform.world.state.workbook.id),
};
