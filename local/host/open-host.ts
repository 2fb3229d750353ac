// Opens one simulated account on a data folder: the parts are made here and tied together.

import { workbookXlsx } from "../xlsx/workbook.ts";
import { account } from "./account.ts";
import { CacheStore } from "./cache-store.ts";
import { Clock } from "./clock.ts";
import {
  type Host,
  type HostOptions,
  type MenuLine,
  type RunCall,
  type RunOutcome,
  ScriptFailure,
  type Selected,
  type WebAnswer,
  type WebRequest,
} from "./contract.ts";
import { Execution, type Selection } from "./execution.ts";
import type { Rect } from "./grid/rect.ts";
import { Locks } from "./locks.ts";
import { dumpSheet, listSheets, lookAtSheet, sheetOrFail } from "./look.ts";
import { lookPage } from "./look-page.ts";
import { everyMailbox } from "./mail/mailbox.ts";
import { readManifest } from "./manifest.ts";
import { actAsPerson } from "./person-act.ts";
import { editAsPerson } from "./person-edit.ts";
import type { Platform } from "./platform.ts";
import { Runner } from "./runner.ts";
import { periodMinutes } from "./schedule.ts";
import { ScriptProgram } from "./script-context.ts";
import { silenceScriptRejections } from "./silent-rejections.ts";
import { fireDue, fireUntil } from "./timers.ts";
import { webEvent } from "./web-event.ts";
import { addSheet } from "./workbook.ts";
import { World } from "./world.ts";
import type { Message } from "./world-state.ts";

const EXECUTIONS_SHOWN = 2000;

export function openHost(options: HostOptions): Host {
  silenceScriptRejections();
  const world = new World(options.dataDir);
  const clock = new Clock(options.now, world.latest, world.movedMs);
  world.attach(clock);
  const program = new ScriptProgram(options.codeFile);
  const platform: Platform = {
    world,
    clock,
    manifest: readManifest(options.manifestFile),
    owner: options.owner ?? account.owner,
    execUrl: options.execUrl,
    locks: new Locks(),
    cache: new CacheStore(),
    fetch: options.fetch ?? null,
    sent: options.onSent ?? (() => undefined),
    copied: options.onCopied ?? (() => undefined),
    request: (request) => answerRequest(runner, request),
  };
  const runner = new Runner(platform, program);
  if (world.isNew) addSheet(world, "Sheet1", 0);
  world.commitClock();
  return hostOver(runner);
}

function hostOver(runner: Runner): Host {
  const { platform } = runner;
  const { world, clock } = platform;
  return {
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
    drafts: () => listDrafts(platform),
    menu: () => readMenu(runner),
    keep: (key, value) => {
      world.apply(["set", ["kept", key], structuredClone(value)]);
      world.commit();
    },
    kept: (key) =>
      Object.hasOwn(world.state.kept, key) ? structuredClone(world.state.kept[key]) : undefined,
    copies: () => world.copies().map((copy) => ({ ...copy, at: new Date(copy.at).toISOString() })),
    property: (key) => {
      const { script } = world.state.properties;
      return Object.hasOwn(script, key) ? (script[key] ?? null) : null;
    },
    setProperty: (key, value) => {
      world.apply(["set", ["properties", "script", key], value]);
      world.commit();
    },
    inject: (fault) => runner.inject(fault),
    executions: () => runner.records.slice(-EXECUTIONS_SHOWN),
    close: () => world.close(),
  };
}

/** A visitor's request: nobody is signed in, and the script runs as its owner. */
function answerRequest(runner: Runner, request: WebRequest): WebAnswer {
  const { platform } = runner;
  if (!platform.manifest.anonymousAccess) {
    return {
      kind: "error",
      message: "Sign in to continue: the manifest does not let everyone in.",
    };
  }
  const fields = webEvent(request);
  if (fields === null) {
    return { kind: "error", message: "Sorry, the file you have requested does not exist." };
  }
  const path = request.method === "GET" ? "doGet" : "doPost";
  const execution = new Execution(path, "web", "", platform.owner, platform.clock.now());
  const event = { kind: "web", fields };
  const finished = runner.run(execution, { path, event, args: [], wants: "page" });
  if (finished.outcome === "ok") return finished.value as WebAnswer;
  return { kind: "error", message: finished.error };
}

function runAsPerson(runner: Runner, call: RunCall): RunOutcome {
  const { platform } = runner;
  const execution = personsExecution(platform, call);
  execution.answers = [...(call.answers ?? [])];
  if (call.selection) execution.selection = selectionOf(platform, call.selection);
  const isOpen = execution.cause === "open";
  const event = isOpen ? { kind: "open", user: execution.activeUser } : null;
  const args = call.args ?? [];
  const wants = call.from === undefined ? "value" : "data";
  const finished = runner.run(execution, { path: call.function, event, args, wants });
  if (finished.outcome !== "ok") throw new ScriptFailure(finished.error);
  return { result: finished.value, dialogs: execution.dialogs };
}

/** Neighbouring rows are one area, as after a drag; the others were added one by one. */
function selectionOf({ world }: Platform, { sheet, row, rows = [row] }: Selected): Selection {
  const grid = sheetOrFail(world, sheet);
  const areas: Rect[] = [];
  for (const next of rows) {
    const last = areas[areas.length - 1];
    if (last !== undefined && last.row + last.rows === next) {
      areas[areas.length - 1] = { ...last, rows: last.rows + 1 };
    } else {
      areas.push({ row: next, col: 1, rows: 1, cols: 1 });
    }
  }
  return { sheetId: grid.props.id, row, col: 1, areas };
}

/** A click acts as who clicks; a call from a page as the owner, by nobody (facts 3.7, 3.8). */
function personsExecution(platform: Platform, call: RunCall): Execution {
  const { clock, owner } = platform;
  if (call.from === "page") return new Execution(call.function, "web", "", owner, clock.now());
  const person = call.as ?? owner;
  const cause = call.function === "onOpen" && call.from === undefined ? "open" : "menu";
  return new Execution(call.function, cause, person, person, clock.now());
}

/** Opens the file in the mind's eye: onOpen builds the menu, nothing else comes of it. */
function readMenu(runner: Runner): readonly MenuLine[] {
  const { owner, clock } = runner.platform;
  const execution = new Execution("onOpen", "open", owner, owner, clock.now());
  const event = { kind: "open", user: owner };
  runner.run(execution, { path: "onOpen", event, args: [], wants: "value" }, true);
  return execution.menu;
}

function listTriggers({ world }: Platform): ReturnType<Host["triggers"]> {
  return Object.values(world.state.triggers).map((trigger) => ({
    id: trigger.id,
    handler: trigger.handler,
    kind: trigger.kind,
    everyMinutes: periodMinutes(trigger.schedule),
    nextAt: trigger.nextAt === null ? null : new Date(trigger.nextAt).toISOString(),
  }));
}

function listSent({ world }: Platform): ReturnType<Host["outbox"]> {
  const sent = everyMailbox(world).flatMap((box) => Object.values(box.messages));
  return sent.filter((message) => message.place === "sent").map(asSentMail);
}

function asSentMail({ at, place: _place, ...mail }: Message): ReturnType<Host["outbox"]>[number] {
  return { ...mail, sentAt: at };
}

function listDrafts({ world }: Platform): ReturnType<Host["drafts"]> {
  const drafts = everyMailbox(world).flatMap((box) => Object.values(box.drafts));
  return drafts.map(({ id, message }) => ({ id, to: message.to, subject: message.subject }));
}
