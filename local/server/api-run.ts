// Runs a function as a person who clicks would, and shows a hosted page without its frame.
import type { Dialog, RunCall, Selected } from "../host/contract.ts";
import { type Input, readInput, readText, refuse } from "./api-input.ts";
import { type Call, HttpError, html, json, type Reply } from "./http.ts";
import type { Local } from "./local.ts";
import type { VisitorContent } from "./visitor-content.ts";

const FIELDS = ["function", "args", "selection", "answers", "as", "from"];
/** Understood, but the script failed: what a person would see in the red box. */
const SCRIPT_FAILED = 422;

export async function callFunction(local: Local, call: Call): Promise<Reply> {
  const run = readRunCall(readInput(call, FIELDS));
  if (run.from === "dialog" && !local.visibleFunctions.includes(run.function)) {
    throw new HttpError(SCRIPT_FAILED, `Script function not found: ${run.function}`);
  }
  try {
    const { result, dialogs, cursor } = local.host.run(run);
    await local.outbox.settled();
    return json({
      result: result ?? null,
      dialogs: dialogs.map((one) => withWindow(local.content, one)),
      ...(cursor === undefined ? {} : { cursor }),
    });
  } catch (error) {
    throw new HttpError(SCRIPT_FAILED, error instanceof Error ? error.message : String(error));
  }
}

/** A page of the script's gets an address of its own, on the visitors' origin, and a word that proves it is that page. */
function withWindow(content: VisitorContent, dialog: Dialog): object {
  return dialog.html === undefined ? dialog : { ...dialog, ...content.keepWindow(dialog.html) };
}

function readRunCall(input: Input): RunCall {
  const name = readText(input, "function");
  if (!name) throw refuse("function", name, "a name such as menu.runBatch, jobs.tick or onOpen");
  const as = readText(input, "as");
  const { args, answers, from } = input;
  if (from !== undefined && from !== "dialog") {
    throw refuse("from", from, '"dialog", for a call by a page over the sheet');
  }
  if (args !== undefined && !Array.isArray(args)) throw refuse("args", args, "a list");
  return {
    function: name,
    ...(args === undefined ? {} : { args }),
    ...(answers === undefined ? {} : { answers: readAnswers(answers) }),
    ...(input.selection === undefined ? {} : { selection: readSelection(input.selection) }),
    ...(as === undefined ? {} : { as }),
    ...(from === undefined ? {} : { from }),
  };
}

function readAnswers(answers: unknown): readonly string[] {
  const isList = Array.isArray(answers) && answers.every((answer) => typeof answer === "string");
  if (isList) return answers;
  throw refuse("answers", answers, "a list of texts: what is typed, or the name of a button");
}

function readSelection(selection: unknown): Selected {
  const { sheet, row, rows } = (selection ?? {}) as Record<string, unknown>;
  if (typeof sheet === "string" && isRow(row)) {
    if (rows === undefined) return { sheet, row };
    if (Array.isArray(rows) && rows.length > 0 && rows.every(isRow)) return { sheet, row, rows };
  }
  const allowed = '{"sheet": a tab, "row": its number}, with "rows" where several are selected';
  throw refuse("selection", selection, allowed);
}

function isRow(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > 0;
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
