// Sets up a bare context as Apps Script has it: its services, its clock, and nothing it lacks.

import { installClock } from "./clock-date.ts";
import { ContentService } from "./content-service.ts";
import { type Door, setDoor } from "./door.ts";
import { GmailApp } from "./gmail-app.ts";
import { HtmlService } from "./html-output.ts";
import { absentService } from "./lacking.ts";
import { launch } from "./launch.ts";
import { MailApp } from "./mail-app.ts";
import { ScriptApp } from "./script-app.ts";
import { Logger, newConsole, Session } from "./session.ts";
import { SpreadsheetApp } from "./spreadsheet-app.ts";
import { CacheService, LockService, PropertiesService } from "./stores.ts";
import { UrlFetchApp } from "./url-fetch-app.ts";
import { Utilities } from "./utilities.ts";

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

export function start(door: Door): (launchJson: string) => string {
  setDoor(door);
  for (const name of ENGINE_EXTRAS) Reflect.deleteProperty(globalThis, name);
  installClock();
  const services: Record<string, unknown> = {
    SpreadsheetApp: new SpreadsheetApp(),
    GmailApp: new GmailApp(),
    MailApp: new MailApp(),
    LockService: new LockService(),
    PropertiesService: new PropertiesService(),
    CacheService: new CacheService(),
    ScriptApp: new ScriptApp(),
    ContentService: new ContentService(),
    HtmlService: new HtmlService(),
    UrlFetchApp: new UrlFetchApp(),
    Utilities: new Utilities(),
    Session: new Session(),
    Logger: new Logger(),
    console: newConsole(),
  };
  for (const name of ABSENT) services[name] = absentService(name);
  for (const [name, value] of Object.entries(services)) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  }
  return launch;
}
