// Sets up a bare context as Apps Script has it: its services, its clock, and nothing it lacks.

import { installClock } from "./clock-date.ts";
import { call, type Door, setDoor } from "./door.ts";
import { absentService } from "./lacking.ts";
import { launch } from "./launch.ts";

/** The bundler runs a required file at its first use: an execution pays only for what it touches. */
declare const require: (path: string) => unknown;

type Stores = typeof import("./stores.ts");
const stores = () => require("./stores.ts") as Stores;
const gmail = () => require("./gmail-advanced.ts") as typeof import("./gmail-advanced.ts");
const session = () => require("./session.ts") as typeof import("./session.ts");

const services: Readonly<Record<string, () => object>> = {
  SpreadsheetApp: () =>
    new (require("./spreadsheet-app.ts") as typeof import("./spreadsheet-app.ts")).SpreadsheetApp(),
  GmailApp: () => new (require("./gmail-app.ts") as typeof import("./gmail-app.ts")).GmailApp(),
  MailApp: () => new (require("./mail-app.ts") as typeof import("./mail-app.ts")).MailApp(),
  LockService: () => new (stores().LockService)(),
  PropertiesService: () => new (stores().PropertiesService)(),
  CacheService: () => new (stores().CacheService)(),
  ScriptApp: () => new (require("./script-app.ts") as typeof import("./script-app.ts")).ScriptApp(),
  ContentService: () =>
    new (require("./content-service.ts") as typeof import("./content-service.ts")).ContentService(),
  HtmlService: () =>
    new (require("./html-output.ts") as typeof import("./html-output.ts")).HtmlService(),
  UrlFetchApp: () =>
    new (require("./url-fetch-app.ts") as typeof import("./url-fetch-app.ts")).UrlFetchApp(),
  Utilities: () => new (require("./utilities.ts") as typeof import("./utilities.ts")).Utilities(),
  Session: () => new (session().Session)(),
  Logger: () => new (session().Logger)(),
  console: () => session().newConsole(),
};

const ENGINE_EXTRAS = ["WebAssembly", "SharedArrayBuffer", "Atomics"];

/** Services the platform has and Local has nothing of: their use throws by name. */
const ABSENT = [
  "Browser",
  "CalendarApp",
  "CardService",
  "Charts",
  "ConferenceDataService",
  "ContactsApp",
  "DataStudioApp",
  "DocumentApp",
  "DriveApp",
  "FormApp",
  "GroupsApp",
  "Jdbc",
  "LanguageApp",
  "LinearOptimizationService",
  "Maps",
  "MimeType",
  "ScriptProperties",
  "SitesApp",
  "SlidesApp",
  "UserProperties",
  "XmlService",
];

/** What the host holds of the services: `enter` is for an execution that follows in the same context. */
export interface Furnished {
  readonly enter: (door: Door) => void;
  readonly launch: (launchJson: string) => string;
}

export function start(door: Door): Furnished {
  setDoor(door);
  for (const name of ENGINE_EXTRAS) Reflect.deleteProperty(globalThis, name);
  installClock();
  for (const [name, make] of Object.entries(services)) defineLazily(name, make);
  for (const name of ABSENT) defineLazily(name, () => absentService(name));
  defineAdvanced();
  return { enter: setDoor, launch };
}

/** There only where the manifest switches it on, and asked for only where a script names it. */
function defineAdvanced(): void {
  Object.defineProperty(globalThis, "Gmail", {
    configurable: true,
    get: () => (call<boolean>("Gmail.isEnabled") ? gmail().Gmail : undefined),
  });
}

/** An ordinary global in the end, made when first looked at. */
function defineLazily(name: string, make: () => object): void {
  const settle = (value: unknown) => {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
    return value;
  };
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get: () => settle(make()),
    set: settle,
  });
}
