// Every port in memory: a clock that moves only when told, a scripted Stripe, and doors to look behind.
import { createHash, createHmac } from "node:crypto";
import type { TabName } from "../../sheets-schema/index";
import type {
  Clock,
  Dialog,
  LinkAnswer,
  Links,
  Locks,
  Log,
  Person,
  Ports,
  Properties,
  Secrets,
  Selection,
  Stripe,
  StripeAnswer,
  TriggerName,
  Triggers,
} from "../../src/ports";
import { MemoryArchive } from "./memory-archive";
import { MemoryMailbox } from "./memory-mailbox";
import { MemoryMailer } from "./memory-mailer";
import { MemoryStore } from "./memory-store";
import { MemoryTabs } from "./memory-tabs";
import { MemoryWorkbook } from "./memory-workbook";
import { memoryZones } from "./memory-zones";
import { ScriptedPlatform } from "./scripted-platform";
import { eventsListed } from "./stripe-events";

export interface MemoryOptions {
  /** Epoch milliseconds, or ISO. */
  readonly now?: number | string;
  readonly owner?: string;
  readonly fileId?: string;
  readonly properties?: Readonly<Record<string, string>>;
}

/** Ports, with what a test needs to arrange and to look at. */
export interface MemoryPorts extends Ports {
  readonly store: MemoryStore;
  readonly otherTabs: MemoryTabs;
  readonly workbook: MemoryWorkbook;
  readonly archive: MemoryArchive;
  readonly mailer: MemoryMailer;
  readonly mailbox: MemoryMailbox;
  readonly locks: MemoryLocks;
  readonly properties: MemoryProperties;
  readonly clock: ManualClock;
  readonly stripe: ScriptedStripe;
  readonly links: ScriptedLinks;
  readonly triggers: MemoryTriggers;
  readonly platform: ScriptedPlatform;
  readonly person: ScriptedPerson;
  readonly log: MemoryLog;
}

export function memoryPorts(options: MemoryOptions = {}): MemoryPorts {
  const clock = new ManualClock(options.now ?? "2026-03-02T09:00:00Z");
  const store = new MemoryStore(options.fileId);
  return {
    store,
    clock,
    zones: memoryZones,
    otherTabs: new MemoryTabs(),
    workbook: new MemoryWorkbook(),
    archive: new MemoryArchive(),
    mailer: new MemoryMailer(clock),
    mailbox: new MemoryMailbox(clock),
    locks: new MemoryLocks(store),
    properties: new MemoryProperties(options.properties ?? {}),
    secrets: countedSecrets(),
    stripe: new ScriptedStripe(),
    links: new ScriptedLinks(),
    triggers: new MemoryTriggers(),
    platform: new ScriptedPlatform(),
    person: new ScriptedPerson(options.owner ?? "owner@shop.test"),
    log: new MemoryLog(),
  };
}

export class ManualClock implements Clock {
  #now: number;
  constructor(now: number | string) {
    this.#now = typeof now === "number" ? now : Date.parse(now);
  }
  now(): number {
    return this.#now;
  }
  advance(byMs: number): void {
    this.#now += byMs;
  }
  set(now: number | string): void {
    this.#now = typeof now === "number" ? now : Date.parse(now);
  }
}

export class MemoryLocks implements Locks {
  /** Another execution holds the script lock. */
  intakeBusy = false;
  /** Another execution holds the batch mutex. */
  batchBusy = false;
  /** Waits asked for, in order. */
  readonly waitsMs: number[] = [];
  intakeHeld = false;
  readonly #store: { flush(): void };
  constructor(store: { flush(): void }) {
    this.#store = store;
  }
  intake<T>(waitMs: number, work: () => T): { held: true; value: T } | { held: false } {
    this.waitsMs.push(waitMs);
    if (this.intakeBusy) return { held: false };
    this.intakeHeld = true;
    try {
      const value = work();
      this.#store.flush();
      return { held: true, value };
    } finally {
      this.intakeHeld = false;
    }
  }
  takeBatch(): boolean {
    return !this.batchBusy;
  }
}

export class MemoryProperties implements Properties {
  readonly values: Map<string, string>;
  /** Every call by name and key, for budgets. */
  readonly calls: string[] = [];
  constructor(values: Readonly<Record<string, string>>) {
    this.values = new Map(Object.entries(values));
  }
  all(): Readonly<Record<string, string>> {
    this.calls.push("all");
    return Object.fromEntries(this.values);
  }
  set(key: string, value: string): void {
    this.calls.push(`set ${key}`);
    this.values.set(key, value);
  }
  remove(key: string): void {
    this.calls.push(`remove ${key}`);
    this.values.delete(key);
  }
}

/** Ids follow a count, so that a test that fails can be run again. */
function countedSecrets(): Secrets {
  let count = 0;
  const digest = (message: string) => createHash("sha256").update(message, "utf8").digest("hex");
  return {
    digest,
    uuid() {
      count += 1;
      const hex = digest(`uuid ${count}`);
      const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`];
      return [...parts, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
    },
    hmac: (message, key) => createHmac("sha256", key).update(message, "utf8").digest("hex"),
  };
}

export class ScriptedStripe implements Stripe {
  /** Set: nothing is reached, and this is why. */
  unreachable: string | null = null;
  readonly asked: { readonly path: string; readonly apiKey: string }[] = [];
  readonly #bodies = new Map<string, unknown>();
  /** The answer to GET /v1/<path>. */
  put(path: string, body: unknown): void {
    this.#bodies.set(path, body);
  }
  get(path: string, apiKey: string): StripeAnswer {
    this.asked.push({ path, apiKey });
    if (this.unreachable !== null) return { kind: "unreachable", why: this.unreachable };
    const body = this.#bodies.get(path) ?? this.#listed(path);
    return body === undefined ? { kind: "unknown" } : { kind: "found", body };
  }
  /** The events put so far, as Stripe lists them. */
  #listed(path: string): object | undefined {
    return path.startsWith("events?") ? eventsListed(this.#bodies, path) : undefined;
  }
}

/** Every address is there, but for those that a test says otherwise of. */
export class ScriptedLinks implements Links {
  readonly asked: string[] = [];
  readonly #answers = new Map<string, LinkAnswer>();
  put(url: string, answer: LinkAnswer): void {
    this.#answers.set(url, answer);
  }
  answer(url: string): LinkAnswer {
    this.asked.push(url);
    return this.#answers.get(url) ?? { status: 200, leadsTo: "" };
  }
}

const TRIGGERS: readonly TriggerName[] = ["tick", "watch", "edit"];

export class MemoryTriggers implements Triggers {
  readonly standing = new Set<TriggerName>();
  install(afresh: readonly TriggerName[]): readonly TriggerName[] {
    for (const name of afresh) this.standing.delete(name);
    const made = this.missing();
    for (const name of made) this.standing.add(name);
    return made;
  }
  /** Whether they answer to their other names. */
  otherwise = false;
  installOtherwise(): void {
    this.otherwise = !this.otherwise;
    this.install(TRIGGERS);
  }
  missing(): readonly TriggerName[] {
    return TRIGGERS.filter((name) => !this.standing.has(name));
  }
}

export class ScriptedPerson implements Person {
  readonly told: { readonly title: string; readonly text: string }[] = [];
  readonly asked: { readonly title: string; readonly text: string }[] = [];
  /** Given to questions in order; then the person cancels. */
  readonly answers: (string | null)[] = [];
  user: string;
  constructor(user: string) {
    this.user = user;
  }
  effectiveUser(): string {
    return this.user;
  }
  /** Windows opened, in order. */
  readonly shown: Dialog[] = [];
  selected: Selection = { tab: "", ids: [] };
  show(dialog: Dialog): void {
    this.shown.push(dialog);
  }
  selection(): Selection {
    return this.selected;
  }
  goTo(tab: TabName, id: string): boolean {
    this.selected = { tab, ids: [id] };
    return true;
  }
  tell(title: string, text: string): void {
    this.told.push({ title, text });
  }
  notice(title: string, text: string): void {
    this.told.push({ title, text });
  }
  ask(title: string, text: string): string | null {
    this.asked.push({ title, text });
    return this.answers.shift() ?? null;
  }
}

export class MemoryLog implements Log {
  readonly warnings: string[] = [];
  warn(message: string): void {
    this.warnings.push(message);
  }
}
