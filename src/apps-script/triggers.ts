// The three triggers, each exactly once. The platform never checks for an equal one: two set-ups
// would make two ticks, and each would send.
import type { TriggerName, Triggers } from "../ports";
import { HANDLER_FORMS, type HandlerForm, handlerName } from "./handlers";

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

/** Script property: the way of naming that this installation turned out to need. */
const FORM = "handlers";
/** Names the script answers to: timers have either, unless the build leaves out the first. */
const CALLABLE: readonly HandlerForm[] = __HANDLERS__ === "dot" ? HANDLER_FORMS : ["underscore"];

function formHere(): HandlerForm {
  const kept = PropertiesService.getScriptProperties().getProperty(FORM);
  return HANDLER_FORMS.find((form) => form === kept) ?? __HANDLERS__;
}

export const projectTriggers: Triggers = {
  install(afresh) {
    const standing = ScriptApp.getProjectTriggers();
    const kept = keptOf(standing, afresh);
    for (const trigger of standing) {
      if (isOurs(trigger) && !kept.includes(trigger)) ScriptApp.deleteTrigger(trigger);
    }
    const absent = WANTED.filter((wanted) => !kept.some((trigger) => serves(trigger, wanted)));
    const form = absent.length === 0 ? undefined : formHere();
    for (const wanted of absent) wanted.create(handlerName("jobs", wanted.job, form));
    return absent.map(({ job }) => job);
  },
  installOtherwise() {
    const other = formHere() === "dot" ? "underscore" : "dot";
    PropertiesService.getScriptProperties().setProperty(FORM, other);
    projectTriggers.install(WANTED.map(({ job }) => job));
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
  return isNamed(trigger, job, CALLABLE) && String(trigger.getEventType()) === event;
}

function isOurs(trigger: Trigger): boolean {
  return WANTED.some(({ job }) => isNamed(trigger, job, HANDLER_FORMS));
}

function isNamed(trigger: Trigger, job: TriggerName, forms: readonly HandlerForm[]): boolean {
  const handler = trigger.getHandlerFunction();
  return forms.some((form) => handler === handlerName("jobs", job, form));
}
