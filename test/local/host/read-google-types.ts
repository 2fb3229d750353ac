// Lists the members of Google's services from their type declarations, as local/services needs them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = "node_modules/@types/google-apps-script";

/** Our name for an interface, and where it is declared. */
const wanted: Readonly<Record<string, string>> = {
  SpreadsheetApp: "Spreadsheet.SpreadsheetApp",
  Spreadsheet: "Spreadsheet.Spreadsheet",
  Sheet: "Spreadsheet.Sheet",
  Range: "Spreadsheet.Range",
  RangeList: "Spreadsheet.RangeList",
  Protection: "Spreadsheet.Protection",
  DataValidation: "Spreadsheet.DataValidation",
  DataValidationBuilder: "Spreadsheet.DataValidationBuilder",
  ConditionalFormatRule: "Spreadsheet.ConditionalFormatRule",
  ConditionalFormatRuleBuilder: "Spreadsheet.ConditionalFormatRuleBuilder",
  BooleanCondition: "Spreadsheet.BooleanCondition",
  TextFinder: "Spreadsheet.TextFinder",
  Filter: "Spreadsheet.Filter",
  FilterCriteria: "Spreadsheet.FilterCriteria",
  FilterCriteriaBuilder: "Spreadsheet.FilterCriteriaBuilder",
  Group: "Spreadsheet.Group",
  NamedRange: "Spreadsheet.NamedRange",
  Selection: "Spreadsheet.Selection",
  Ui: "Base.Ui",
  Menu: "Base.Menu",
  PromptResponse: "Base.PromptResponse",
  Blob: "Base.Blob",
  User: "Base.User",
  Session: "Base.Session",
  Logger: "Base.Logger",
  GmailApp: "Gmail.GmailApp",
  GmailDraft: "Gmail.GmailDraft",
  GmailMessage: "Gmail.GmailMessage",
  GmailThread: "Gmail.GmailThread",
  MailApp: "Mail.MailApp",
  LockService: "Lock.LockService",
  Lock: "Lock.Lock",
  PropertiesService: "Properties.PropertiesService",
  Properties: "Properties.Properties",
  CacheService: "Cache.CacheService",
  Cache: "Cache.Cache",
  ScriptApp: "Script.ScriptApp",
  Service: "Script.Service",
  Trigger: "Script.Trigger",
  TriggerBuilder: "Script.TriggerBuilder",
  ClockTriggerBuilder: "Script.ClockTriggerBuilder",
  SpreadsheetTriggerBuilder: "Script.SpreadsheetTriggerBuilder",
  AuthorizationInfo: "Script.AuthorizationInfo",
  ContentService: "Content.ContentService",
  TextOutput: "Content.TextOutput",
  HtmlService: "HTML.HtmlService",
  HtmlOutput: "HTML.HtmlOutput",
  HtmlOutputMetaTag: "HTML.HtmlOutputMetaTag",
  UrlFetchApp: "URL_Fetch.UrlFetchApp",
  HTTPResponse: "URL_Fetch.HTTPResponse",
  Utilities: "Utilities.Utilities",
};

export interface Members {
  readonly methods: readonly string[];
  readonly properties: readonly string[];
}

export function readGoogleMembers(): Record<string, Members> {
  const declarations = readInterfaces();
  return Object.fromEntries(
    Object.entries(wanted).map(([name, place]) => [name, membersOf(place, declarations)]),
  );
}

/** Services of which Local has nothing: their global name alone exists. */
export function readServiceNames(): string[] {
  return [...allText().matchAll(/^declare var (\w+): GoogleAppsScript\./gm)].map(
    ([, name = ""]) => name,
  );
}

/** The file local/services/google-members.ts as it ought to be. */
export function membersFile(members: Record<string, Members>): string {
  const entries = Object.entries(members).map(
    ([name, { methods, properties }]) =>
      `  ${name}: {\n    methods: \`${wrap(methods)}\`,\n    properties: \`${wrap(properties)}\`,\n  },\n`,
  );
  return `// Members of Google's services, from @types/google-apps-script. Generated: do not edit;
// \`npx vitest run test/local/host/google-members.test.ts -u\` writes it anew.

/** Read through require, at the first miss. @public */
export const members: Readonly<Record<string, { methods: string; properties: string }>> = {
${entries.join("")}};
`;
}

function wrap(names: readonly string[]): string {
  const lines: string[] = [" "];
  for (const name of [...names].sort()) {
    const line = lines[lines.length - 1] ?? "";
    if (line.length + name.length > 90) lines.push(` ${name} `);
    else lines[lines.length - 1] = `${line}${name} `;
  }
  return lines.join("\n");
}

interface Declaration extends Members {
  readonly parents: readonly string[];
}

function readInterfaces(): Map<string, Declaration> {
  const found = new Map<string, Declaration>();
  for (const [, space = "", body = ""] of allText().matchAll(
    /^ {4}namespace (\w+) \{\n([\s\S]*?)\n {4}\}/gm,
  )) {
    for (const [, name = "", parents = "", inside = ""] of body.matchAll(
      /^ {8}interface (\w+)(?: extends ([^{]+))? \{\n([\s\S]*?)^ {8}\}/gm,
    )) {
      const methods = names(inside, /^ {12}(\w+)\(/gm);
      const properties = names(inside, /^ {12}(\w+)\??:/gm);
      const list = parents
        .split(",")
        .map((parent) => parent.trim())
        .filter((parent) => parent !== "");
      found.set(`${space}.${name}`, {
        methods,
        properties,
        parents: list.map((parent) => (parent.includes(".") ? parent : `${space}.${parent}`)),
      });
    }
  }
  return found;
}

function membersOf(place: string, declarations: Map<string, Declaration>): Members {
  const own = declarations.get(place);
  if (!own) throw new Error(`${place} is not declared in ${FOLDER}.`);
  const all = [own, ...own.parents.map((parent) => membersOf(parent, declarations))];
  return {
    methods: [...new Set(all.flatMap((one) => one.methods))],
    properties: [...new Set(all.flatMap((one) => one.properties))],
  };
}

function names(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name = ""]) => name))];
}

function allText(): string {
  return readdirSync(FOLDER)
    .filter((file) => file.startsWith("google-apps-script") && file.endsWith(".d.ts"))
    .map((file) => readFileSync(join(FOLDER, file), "utf8").replace(/\/\*[\s\S]*?\*\//g, ""))
    .join("\n");
}
