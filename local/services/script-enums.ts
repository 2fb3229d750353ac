// The enumerations of ScriptApp.
import { enumeration } from "./enums.ts";

export const Weekday = enumeration<typeof GoogleAppsScript.Base.Weekday>(
  "SUNDAY MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY",
);
export const AuthMode = enumeration<typeof GoogleAppsScript.Script.AuthMode>(
  "NONE CUSTOM_FUNCTION LIMITED FULL",
);
export const AuthorizationStatus =
  enumeration<typeof GoogleAppsScript.Script.AuthorizationStatus>("REQUIRED NOT_REQUIRED");
export const EventType = enumeration<typeof GoogleAppsScript.Script.EventType>(
  "CLOCK ON_OPEN ON_EDIT ON_FORM_SUBMIT ON_CHANGE ON_EVENT_UPDATED",
);
export const TriggerSource = enumeration<typeof GoogleAppsScript.Script.TriggerSource>(
  "SPREADSHEETS CLOCK FORMS DOCUMENTS CALENDAR",
);
