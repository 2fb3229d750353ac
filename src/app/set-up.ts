// Set up: makes or upgrades the tabs, adds what is missing, arms the file, starts the timer. Twice changes nothing.
import { SCHEMA_VERSION, type SettingRow, type Words } from "../../sheets-schema/index";
import { SELDOM, shippedRows, YOURS } from "../flows/index";
import { reason, say } from "../model/reason";
import { readSettings } from "../model/settings";
import type { Language, Ports, StoredRow } from "../ports";
import { SET_UP } from "../words/set-up";
import { forgetHighWater } from "./cursor";
import { noticeMissing } from "./disarmed/disarmed";
import { beginHistory, historyOf } from "./history/history-state";
import { runBatch } from "./run-batch";
import { addShipped } from "./shipped-into";
import { lateness } from "./start-here/start-setup";
import { beginBeat } from "./timer/heartbeat";

interface Done {
  readonly language: Language;
  /** Why nothing was done. */
  readonly refusal: Words | null;
  readonly changes: readonly string[];
  /** The file was a copy of one that was armed. */
  readonly copied: boolean;
}

/** Lines of Start here that an older version wrote and nothing writes any more. */
const RETIRED = ["sender name", "postal address"];

export function setUp(ports: Ports): void {
  const done = setUpNow(ports);
  ports.person.tell("Dripsheet", (done.refusal ?? summary(ports, done))[done.language]);
}

/** In one line, for a cell. */
export function setUpAnswer(ports: Ports): string {
  const { refusal, changes, copied, language } = setUpNow(ports);
  if (refusal !== null) return refusal[language];
  const open = openLines(ports);
  const left = open.length === 0 ? SET_UP.nothingOpen : SET_UP.open(open.length);
  const said = [...(copied ? [SET_UP.copied] : []), madeWords(changes), left];
  return said.map((words) => words[language]).join(" ");
}

function setUpNow(ports: Ports): Done {
  ports.platform.requireAll();
  const kept = ports.properties.all();
  const user = ports.person.effectiveUser();
  const owner = kept.owner ?? user;
  const before = readSettings(standingSettings(ports));
  const { language } = before;
  const refusal = refusalOf(owner, user, before.schemaVersion);
  if (refusal !== null) return { language, refusal, changes: [], copied: false };
  const changes = [
    ...ports.workbook.prepare(language),
    ...makeSecrets(ports, kept, user, language),
  ];
  changes.push(...addSettings(ports, language));
  changes.push(...addShipped(ports, language, before.schemaVersion));
  const copied = armFile(ports, before.armedFile, kept.seen_url ?? "");
  ports.store.flush();
  ports.workbook.fold("Settings", YOURS, SELDOM);
  changes.push(...ports.triggers.install(beatIsLate(ports) ? ["tick", "watch", "edit"] : []));
  beginBeat(ports, ports.clock.now());
  retireLines(ports);
  noticeMissing(ports, kept);
  forgetHighWater(ports);
  startHistory(ports);
  runBatch(ports, "edit");
  return { language, refusal: null, changes, copied };
}

/** A timer that stands but does not beat is made anew, and its beat counts from here. */
function beatIsLate({ store, clock }: Ports): boolean {
  const timer = store.read("Start here").find(({ cells }) => cells.id === "timer");
  if (lateness(timer?.cells.at ?? null, clock.now()) === 0) return false;
  store.update("Start here", [{ id: "timer", cells: { at: clock.now() } }]);
  return true;
}

function retireLines({ store }: Ports): void {
  const standing = store.read("Start here").map(({ cells }) => cells.id);
  const retired = RETIRED.filter((id) => standing.includes(id));
  if (retired.length > 0) store.remove("Start here", retired);
}

/** Where a person has said by a list who has paid, it is read only when they ask for it. */
function startHistory(ports: Ports): void {
  const kept = ports.properties.all();
  if (historyOf(kept).listedAt === null) beginHistory(ports, kept);
}

/** Keys of links and of the webhook: made once, never shown in a cell. */
function makeSecrets(
  ports: Ports,
  kept: Readonly<Record<string, string>>,
  user: string,
  language: Language,
): string[] {
  const made: string[] = [];
  const make = (key: string, value: string) => {
    if ((kept[key] ?? "") !== "") return;
    ports.properties.set(key, value);
    made.push(SET_UP.key(key)[language]);
  };
  make("owner", user);
  make("token_secret", ports.secrets.uuid() + ports.secrets.uuid());
  make("hook_key", ports.secrets.uuid().replace(/-/g, ""));
  return made;
}

function addSettings(ports: Ports, language: Language): string[] {
  const known = new Map(ports.store.read("Settings").map(({ cells }) => [cells.key, cells]));
  const shipped = shippedRows(language).Settings;
  const fresh = shipped.filter(({ key }) => !known.has(key));
  if (fresh.length > 0) ports.store.append("Settings", fresh);
  const reworded = shipped.filter(
    ({ key, meaning }) => (known.get(key)?.meaning ?? meaning) !== meaning,
  );
  const changes = reworded.map(({ key, meaning }) => ({ id: key, cells: { meaning } }));
  if (changes.length > 0) ports.store.update("Settings", changes);
  return fresh.map(({ key }) => SET_UP.setting(key)[language]);
}

/** True: the file is a copy of an armed one. It is armed anew, but sending waits for the owner (facts 9.12). */
function armFile(ports: Ports, armed: string, seenUrl: string): boolean {
  const fileId = ports.store.fileId();
  const copied = armed !== "" && armed !== fileId;
  const wanted: Partial<Record<string, string>> = {
    armed_file: fileId,
    schema_version: String(SCHEMA_VERSION),
    ...(copied ? { sending: "OFF" } : {}),
  };
  const changes = ports.store.read("Settings").flatMap(({ cells }) => {
    const value =
      wanted[cells.key] ?? (cells.key === "web_app_url" && cells.value === "" ? seenUrl : "");
    const change: { id: string; cells: Partial<SettingRow> } = { id: cells.key, cells: { value } };
    return value === "" || value === cells.value ? [] : [change];
  });
  if (changes.length > 0) ports.store.update("Settings", changes);
  return copied;
}

function summary(ports: Ports, { changes, copied, language }: Done): Words {
  const list = openLines(ports).join("\n") || SET_UP.nothingOpen[language];
  const said = [...(copied ? [SET_UP.copied] : []), madeWords(changes)];
  const text = [...said.map((words) => words[language]), list].join("\n\n");
  return { en: text, zh: text };
}

function openLines({ store }: Ports): readonly string[] {
  const open = store.read("Start here").filter(({ cells }) => cells.state === "✗");
  return open.map(({ cells }) => `✗ ${cells.check}: ${cells.what_to_do}`);
}

/** More than this nobody reads; a new sheet has everything. */
const NAMED_MAX = 20;

function madeWords(changes: readonly string[]): Words {
  if (changes.length === 0) return SET_UP.inPlace;
  return changes.length > NAMED_MAX ? SET_UP.madeAll : SET_UP.made(changes);
}

/** A tab that is missing or lacks a column is what Set up is there to mend. */
function standingSettings({ store }: Ports): readonly StoredRow<"Settings">[] {
  try {
    return store.read("Settings");
  } catch {
    return [];
  }
}

/** Why set-up stops before it touches anything; null: it may go on. */
function refusalOf(owner: string, user: string, schemaSeen: number): Words | null {
  if (owner !== user) return SET_UP.notOwner(owner);
  if (schemaSeen <= SCHEMA_VERSION) return null;
  const newer = reason("newerSchema", { seen: String(schemaSeen), known: String(SCHEMA_VERSION) });
  return { en: say(newer, "en"), zh: say(newer, "zh") };
}
