// The ways in from outside: a visitor's request, a person's click, the menu as onOpen builds it.
import {
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
import { sheetOrFail } from "./look.ts";
import type { Platform } from "./platform.ts";
import type { Finished, Runner } from "./runner.ts";
import type { Launch } from "./script-room.ts";
import { webEvent } from "./web-event.ts";

/** A run that could begin, and what whoever asked for it makes of its end. */
export interface Entrance<Answer> {
  readonly execution: Execution;
  readonly launch: Launch;
  readonly leave: (finished: Finished) => Answer;
}

export function answerRequest(runner: Runner, request: WebRequest): WebAnswer {
  const entrance = enterByWeb(runner.platform, request);
  if ("kind" in entrance) return entrance;
  return entrance.leave(runner.run(entrance.execution, entrance.launch));
}

export function runAsPerson(runner: Runner, call: RunCall): RunOutcome {
  const { execution, launch, leave } = enterAsPerson(runner.platform, call);
  return leave(runner.run(execution, launch));
}

/** A visitor's request: nobody is signed in, and the script runs as its owner. Some are answered without a run. */
export function enterByWeb(
  platform: Platform,
  request: WebRequest,
): Entrance<WebAnswer> | WebAnswer {
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
  const launch: Launch = { path, event: { kind: "web", fields }, args: [], wants: "page" };
  return {
    execution,
    launch,
    leave: ({ outcome, value, error }) =>
      outcome === "ok" ? (value as WebAnswer) : { kind: "error", message: error },
  };
}

export function enterAsPerson(platform: Platform, call: RunCall): Entrance<RunOutcome> {
  const execution = personsExecution(platform, call);
  execution.answers = [...(call.answers ?? [])];
  if (call.selection) execution.selection = selectionOf(platform, call.selection);
  const isOpen = execution.cause === "open";
  const event = isOpen ? { kind: "open", user: execution.activeUser } : null;
  const args = call.args ?? [];
  const wants = call.from === undefined ? "value" : "data";
  return {
    execution,
    launch: { path: call.function, event, args, wants },
    leave: ({ outcome, value, error }) => {
      if (outcome !== "ok") throw new ScriptFailure(error);
      const { dialogs, moved } = execution;
      return { result: value, dialogs, ...(moved === null ? {} : { cursor: moved }) };
    },
  };
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
export function readMenu(runner: Runner): readonly MenuLine[] {
  const { owner, clock } = runner.platform;
  const execution = new Execution("onOpen", "open", owner, owner, clock.now());
  execution.quiet = true;
  const event = { kind: "open", user: owner };
  runner.run(execution, { path: "onOpen", event, args: [], wants: "value" });
  return execution.menu;
}
