// The three triggers, each exactly once. The platform never checks for an equal one: two set-ups
// would make two ticks, and each would send.
import type { TriggerName, Triggers } from "../ports";
import { handlerName } from "./handlers";

type Trigger = GoogleAppsScript.Script.Trigger;

interface Wanted {
  readonly job: TriggerName;
  readonly event: "CLOCK" | "ON_EDIT";
  create(handler: string): void;
}

const WANTED: readonly Wanted[] = [
  {
    job: "tick",
    event: "CLOCK",
    create: (handler) => void ScriptApp.newTrigger(handler).timeBased().everyMinutes(1).create(),
  },
  {
    job: "watch",
    event: "CLOCK",
    create: (handler) => void ScriptApp.newTrigger(handler).timeBased().everyHours(1).create(),
  },
  {
    job: "edit",
    event: "ON_EDIT",
    create: (handler) =>
      void ScriptApp.newTrigger(handler)
        .forSpreadsheet(SpreadsheetApp.getActiveSpreadsheet())
        .onEdit()
        .create(),
  },
];

export const projectTriggers: Triggers = {
  install(afresh) {
    const standing = ScriptApp.getProjectTriggers();
    const kept = keptOf(standing, afresh);
    for (const trigger of standing) {
      if (isOurs(trigger) && !kept.includes(trigger)) ScriptApp.deleteTrigger(trigger);
    }
    const absent = WANTED.filter((wanted) => !kept.some((trigger) => serves(trigger, wanted)));
    for (const wanted of absent) wanted.create(handlerName("jobs", wanted.job));
    return absent.map(({ job }) => job);
  },
  missing() {
    const standing = ScriptApp.getProjectTriggers();
    const absent = WANTED.filter((wanted) => !standing.some((trigger) => serves(trigger, wanted)));
    return absent.map(({ job }) => job);
  },
};

/** The first of each kind. */
function keptOf(standing: readonly Trigger[], afresh: readonly TriggerName[]): readonly Trigger[] {
  return WANTED.filter(({ job }) => !afresh.includes(job)).flatMap(
    (wanted) => standing.find((trigger) => serves(trigger, wanted)) ?? [],
  );
}

function serves(trigger: Trigger, { job, event }: Wanted): boolean {
  const handler = trigger.getHandlerFunction() === handlerName("jobs", job);
  return handler && String(trigger.getEventType()) === event;
}

/** Also those that a build with the other way of naming has left. */
function isOurs(trigger: Trigger): boolean {
  const handler = trigger.getHandlerFunction();
  return WANTED.some(
    ({ job }) =>
      handler === handlerName("jobs", job, "dot") ||
      handler === handlerName("jobs", job, "underscore"),
  );
}
