// Runs a function as a person who clicks would, and shows a hosted page without its frame.
import type { RunCall } from "../host/contract.ts";
import { type Input, readInput, readText, refuse } from "./api-input.ts";
import { type Call, HttpError, html, json, type Reply } from "./http.ts";
import type { Local } from "./local.ts";

/** Understood, but the script failed: what a person would see in the red box. */
const SCRIPT_FAILED = 422;

export async function callFunction(local: Local, call: Call): Promise<Reply> {
  const run = readRunCall(readInput(call, ["function", "args", "selection", "answers", "as"]));
  try {
    const { result, dialogs } = local.host.run(run);
    await local.outbox.settled();
    return json({ result: result ?? null, dialogs });
  } catch (error) {
    throw new HttpError(SCRIPT_FAILED, error instanceof Error ? error.message : String(error));
  }
}

function readRunCall(input: Input): RunCall {
  const name = readText(input, "function");
  if (!name) throw refuse("function", name, "a name such as menu.runBatch, jobs.tick or onOpen");
  const as = readText(input, "as");
  const { args, answers } = input;
  if (args !== undefined && !Array.isArray(args)) throw refuse("args", args, "a list");
  return {
    function: name,
    ...(args === undefined ? {} : { args }),
    ...(answers === undefined ? {} : { answers: readAnswers(answers) }),
    ...(input.selection === undefined ? {} : { selection: readSelection(input.selection) }),
    ...(as === undefined ? {} : { as }),
  };
}

function readAnswers(answers: unknown): readonly string[] {
  const isList = Array.isArray(answers) && answers.every((answer) => typeof answer === "string");
  if (isList) return answers;
  throw refuse("answers", answers, "a list of texts: what is typed, or the name of a button");
}

function readSelection(selection: unknown): { sheet: string; row: number } {
  const { sheet, row } = (selection ?? {}) as { sheet?: unknown; row?: unknown };
  if (typeof sheet === "string" && typeof row === "number" && Number.isInteger(row) && row > 0) {
    return { sheet, row };
  }
  throw refuse("selection", selection, '{"sheet": a tab, "row": its number}');
}

/** The page is the script's, so it gets no rights on this origin when a browser opens it. */
export async function showPage(local: Local, call: Call): Promise<Reply> {
  const answer = local.host.request({ method: "GET", query: call.query });
  await local.outbox.settled();
  if (answer.kind === "error") throw new HttpError(500, answer.message);
  const text = answer.kind === "html" ? answer.html : answer.content;
  const type = answer.kind === "html" ? "text/html" : "text/plain";
  return html(text, 200, {
    "content-type": `${type}; charset=utf-8`,
    "content-security-policy": "sandbox",
  });
}
