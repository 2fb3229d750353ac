// Set up: makes or upgrades the tabs, adds what is missing, arms the file, starts the timer. Twice changes nothing.
import { SCHEMA_VERSION, type SettingRow } from "../../sheets-schema/index";
import { shippedRows } from "../flows/index";
import { reason, say } from "../model/reason";
import { readSettings } from "../model/settings";
import type { Language, Ports, StoredRow } from "../ports";
import { forgetHighWater } from "./cursor";
import { beginHistory, historyOf } from "./history-state";
import { runBatch } from "./run-batch";
import { addShipped } from "./shipped-into";

export function setUp(ports: Ports): void {
  const kept = ports.properties.all();
  const user = ports.person.effectiveUser();
  const owner = kept.owner ?? user;
  const before = readSettings(standingSettings(ports));
  const { language } = before;
  const refusal = refusalOf(owner, user, before.schemaVersion);
  if (refusal !== null) {
    tell(ports, language, refusal);
    return;
  }
  const changes = [...ports.workbook.prepare(language), ...makeSecrets(ports, kept, user)];
  changes.push(...addSettings(ports, language));
  changes.push(...addShipped(ports, language, before.schemaVersion));
  const copied = armFile(ports, before.armedFile, kept.seen_url ?? "");
  ports.store.flush();
  changes.push(...ports.triggers.install());
  forgetHighWater(ports);
  startHistory(ports);
  runBatch(ports, "edit");
  tell(ports, language, summary(ports, changes, copied));
}

/** Where a person has said by a list who has paid, it is read only when they ask for it. */
function startHistory(ports: Ports): void {
  const kept = ports.properties.all();
  if (historyOf(kept).listedAt === null) beginHistory(ports, kept);
}

/** Keys of links and of the webhook: made once, never shown in a cell. */
function makeSecrets(ports: Ports, kept: Readonly<Record<string, string>>, user: string): string[] {
  const made: string[] = [];
  const make = (key: string, value: string) => {
    if ((kept[key] ?? "") !== "") return;
    ports.properties.set(key, value);
    made.push(`key ${key}`);
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
  return fresh.map(({ key }) => `setting ${key}`);
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

interface Said {
  readonly en: string;
  readonly zh: string;
}

function summary(ports: Ports, changes: readonly string[], copied: boolean): Said {
  const open = ports.store.read("Start here").filter(({ cells }) => cells.state === "✗");
  const list = open.map(({ cells }) => `✗ ${cells.check}: ${cells.what_to_do}`).join("\n");
  const copy = {
    en: "This file is a copy of one that was already running. Sending is OFF here, so that nobody is mailed twice. Set sending to ON in Settings only when the other file is out of use.\n\n",
    zh: "此文件是另一个已运行文件的副本。为避免重复发信，这里已关闭发送。确认另一个文件停用后，再在 Settings 把 sending 设为 ON。\n\n",
  };
  const made = madeWords(changes);
  return {
    en: `${copied ? copy.en : ""}${made.en}\n\n${list || "Nothing is open."}`,
    zh: `${copied ? copy.zh : ""}${made.zh}\n\n${list || "没有待办事项。"}`,
  };
}

/** More than this nobody reads; a new sheet has everything. */
const NAMED_MAX = 20;

function madeWords(changes: readonly string[]): Said {
  const count = changes.length;
  if (count === 0) return { en: "Everything was in place.", zh: "一切就绪，无需改动。" };
  if (count > NAMED_MAX) {
    return {
      en: "The tabs, their rules and words, and the timers are in place.",
      zh: "标签页、规则、文字和定时器都已就绪。",
    };
  }
  return { en: `Made: ${changes.join(", ")}.`, zh: `已建立：${changes.join("、")}。` };
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
function refusalOf(owner: string, user: string, schemaSeen: number): Said | null {
  if (owner !== user) return notOwner(owner);
  if (schemaSeen <= SCHEMA_VERSION) return null;
  const newer = reason("newerSchema", { seen: String(schemaSeen), known: String(SCHEMA_VERSION) });
  return { en: say(newer, "en"), zh: say(newer, "zh") };
}

function notOwner(owner: string): Said {
  return {
    en: `This sheet runs as ${owner}. Only that account sets it up, so that mails never go from another mailbox.`,
    zh: `此表以 ${owner} 的身份运行。只能由该账号初始化，以免从其他邮箱发信。`,
  };
}

function tell(ports: Ports, language: Language, said: Said): void {
  ports.person.tell("Dripsheet", said[language]);
}
