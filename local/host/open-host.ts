// Opens one simulated account, on a data folder or in memory: the parts are made here and tied together.

import { workbookXlsx } from "../xlsx/workbook.ts";
import { account } from "./account.ts";
import { CacheStore } from "./cache-store.ts";
import { Clock } from "./clock.ts";
import type { ForkChange, Host, HostOptions, MemoryOptions } from "./contract.ts";
import { Costs } from "./costs.ts";
import { answerRequest, readMenu, runAsPerson } from "./entrances.ts";
import { Faults } from "./faults.ts";
import { listDrafts, listSent, listTriggers } from "./listings.ts";
import { loadProgram } from "./load-program.ts";
import { Locks } from "./locks.ts";
import { dumpSheet, listSheets, lookAtSheet } from "./look.ts";
import { lookPage } from "./look-page.ts";
import { receiveMail } from "./mail/receive.ts";
import { readManifest } from "./manifest.ts";
import { actAsPerson } from "./person-act.ts";
import { actOnDraft } from "./person-draft.ts";
import { editAsPerson } from "./person-edit.ts";
import type { Platform } from "./platform.ts";
import { Random } from "./random.ts";
import { Runner } from "./runner.ts";
import { noteRunner, runnerOf } from "./runner-of.ts";
import { silenceScriptRejections } from "./silent-rejections.ts";
import { fireDue, fireUntil, stopTrigger } from "./timers.ts";
import { Weather } from "./trouble.ts";
import { addSheet } from "./workbook.ts";
import { World } from "./world.ts";

const EXECUTIONS_SHOWN = 2000;

type Options = HostOptions | MemoryOptions;

export function openHost(options: Options): Host {
  silenceScriptRejections();
  const random = new Random(options.seed);
  const world = "dataDir" in options ? World.open(options.dataDir, random) : World.inMemory(random);
  return openOn(world, options);
}

function openOn(world: World, options: Options): Host {
  const clock = new Clock(options.now, world.latest, world.movedMs);
  const platform: Platform = {
    world,
    clock,
    manifest: readManifest(options.manifestFile),
    owner: options.owner ?? account.owner,
    execUrl: options.execUrl,
    locks: new Locks(),
    cache: new CacheStore(),
    costs: Costs.from(options.costs),
    faults: new Faults(),
    weather: new Weather(),
    workspace: options.workspace ?? false,
    warm: options.warm ?? false,
    fetch: options.fetch ?? null,
    sent: options.onSent ?? (() => undefined),
    copied: options.onCopied ?? (() => undefined),
    request: (request) => answerRequest(runner, request),
  };
  const runner = new Runner(platform, loadProgram(options.codeFile));
  world.attach(clock);
  if (world.isNew) addSheet(world, "Sheet1", 0);
  world.commitClock();
  return hostOver(runner, options);
}

/** What runs at this moment is not in the copy: there it ended as if killed. */
function fork(from: Runner, options: Options, change: ForkChange): Host {
  const parts = from.platform;
  const world = parts.world.fork();
  const platform: Platform = {
    ...parts,
    world,
    clock: parts.clock.fork(),
    locks: new Locks(),
    cache: parts.cache.fork(),
    faults: new Faults(),
    weather: parts.weather.fork(),
    warm: change.warm ?? parts.warm,
    fetch: change.fetch ?? parts.fetch,
    sent: change.onSent ?? parts.sent,
    request: (request) => answerRequest(runner, request),
  };
  const runner = new Runner(platform, from.program, from.records);
  world.attach(platform.clock);
  return hostOver(runner, { ...options, ...change });
}

function openCopy({ platform }: Runner, options: Options, id: string): Host {
  const { world } = platform;
  const copy = world.copies().find((one) => one.id === id);
  if (copy === undefined) throw new Error(`There is no copy ${id}; see copies().`);
  const now = new Date(platform.clock.now()).toISOString();
  const twin = world.copyInMemory(id);
  if (twin) return openOn(twin, { ...options, now });
  return openHost({ ...options, now, dataDir: copy.folder });
}

function hostOver(runner: Runner, options: Options): Host {
  const { platform } = runner;
  const { world, clock } = platform;
  const host: Host = {
    now: () => clock.now(),
    request: (request) => answerRequest(runner, request),
    run: (call) => runAsPerson(runner, call),
    edit: (sheet, row, column, value, as) => {
      editAsPerson(runner, { sheet, row, column, value, person: as ?? platform.owner });
    },
    act: (act, as) => actAsPerson(runner, act, as ?? platform.owner),
    sheets: () => listSheets(world),
    sheet: (name, only) => dumpSheet(world, name, only),
    look: (name) => lookAtSheet(world, name, clock.now()),
    xlsx: () => workbookXlsx(world, clock.now()),
    lookPage: (name, since) => lookPage(world, name, clock.now(), since),
    triggers: () => listTriggers(platform),
    advance: (to, everyMs) => ({ ran: fireUntil(runner, to, everyMs) }),
    runDue: () => ({ ran: fireDue(runner) }),
    outbox: () => listSent(platform),
    receive: (raw) => receiveMail(platform, platform.owner, raw),
    drafts: () => listDrafts(platform),
    menu: () => readMenu(runner),
    keep: (key, value) => {
      world.apply(["set", ["kept", key], structuredClone(value)]);
      world.commit();
    },
    kept: (key) =>
      Object.hasOwn(world.state.kept, key) ? structuredClone(world.state.kept[key]) : undefined,
    copies: () => world.copies().map((copy) => ({ ...copy, at: new Date(copy.at).toISOString() })),
    openCopy: (id) => openCopy(runner, options, id),
    restore: (version) => world.restore(runnerOf(version).platform.world),
    property: (key) => {
      const { script } = world.state.properties;
      return Object.hasOwn(script, key) ? (script[key] ?? null) : null;
    },
    setProperty: (key, value) => {
      world.apply(["set", ["properties", "script", key], value]);
      world.commit();
    },
    inject: (fault) => platform.faults.inject(fault),
    trouble: (trouble) => platform.weather.change(trouble),
    stopTrigger: (id) => stopTrigger(platform, id),
    actOnDraft: (id, act, as) => actOnDraft(platform, as ?? platform.owner, id, act),
    onCall: (hook) => {
      platform.faults.hook = hook;
    },
    fork: (change = {}) => fork(runner, options, change),
    executions: () => runner.records.slice(-EXECUTIONS_SHOWN),
    close: () => world.close(),
  };
  noteRunner(host, runner);
  return host;
}
