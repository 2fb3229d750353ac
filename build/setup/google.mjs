// Asks Google something through clasp, in a folder of its own, and turns a refusal into what a
// person can do about it.
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { BuildError } from "../build-error.mjs";
import { claspCall, claspTalk, complaintOf, faultOf } from "./clasp-call.mjs";
import { MEMORY_FILE } from "./memory.mjs";

/**
 * @typedef {object} SetUp
 * @property {string} root
 * @property {import("./memory.mjs").Memory} memory
 * @property {import("./terminal.mjs").Terminal} terminal
 * @property {import("./words.mjs").Say} say
 */
/** @typedef {import("./words.mjs").Saying} Saying */
/** @typedef {{ step: Saying, args: readonly string[], folder: string, trace?: (line: string) => void }} Question */

/** @param {import("./clasp-call.mjs").Fault} fault @returns {Saying} */
const todoFor = (fault) =>
  /** @type {const} */ ({
    apiOff: "apiOffTodo",
    signedOut: "signedOutTodo",
    offline: "offlineTodo",
    notFound: "notFoundTodo",
    refused: "refusedTodo",
    other: "otherTodo",
  })[fault];

/** A folder for one question, gone with its answer. @template T @param {(folder: string) => Promise<T>} work @returns {Promise<T>} */
export async function inFolder(work) {
  // Its real name: clasp refuses a folder reached by a link, as the temporary one is on a Mac.
  const folder = mkdtempSync(path.join(realpathSync(os.tmpdir()), "dripsheet-setup-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder @param {string} scriptId */
export function nameScript(folder, scriptId) {
  writeFileSync(path.join(folder, ".clasp.json"), JSON.stringify({ scriptId, rootDir: "." }));
}

/** The answer, or the complaint as it came. @param {SetUp} setUp @param {Question} question */
async function tryGoogle({ root, terminal }, { args, folder, trace }) {
  const all = ["--project", folder, "--json", ...args];
  const call = { root, cwd: folder, args: all, ...(trace ? { trace } : {}) };
  const answer = await terminal.whole(() => claspCall(call));
  const value = answer.ok ? parsed(answer.stdout) : undefined;
  if (value !== undefined) return { value, complaint: "" };
  return { value, complaint: complaintOf(answer) };
}

/** @param {SetUp} setUp @param {Question} question @returns {Promise<any>} */
export async function askGoogle(setUp, question) {
  const first = await tryGoogle(setUp, question);
  if (first.value !== undefined) return first.value;
  if (faultOf(first.complaint) !== "signedOut") throw refusal(setUp, question, first.complaint);
  await signInByClasp(setUp);
  const { value, complaint } = await tryGoogle(setUp, question);
  if (value === undefined) throw refusal(setUp, question, complaint);
  return value;
}

/** Google said no, and why is known. */
export class Refusal extends BuildError {
  /** @param {import("../build-error.mjs").Problem} problem @param {import("./clasp-call.mjs").Fault} fault */
  constructor(problem, fault) {
    super([problem]);
    this.fault = fault;
  }
}

/** @param {SetUp} setUp @param {Question} question @param {string} complaint */
function refusal({ say }, { step }, complaint) {
  const fault = faultOf(complaint);
  const seen =
    fault === "apiOff" ? say("apiOff") : fault === "offline" ? say("offline") : complaint;
  const todo = say(todoFor(fault), { memory: MEMORY_FILE });
  return new Refusal({ place: say(step), seen: seen || "clasp", todo }, fault);
}

/** @param {SetUp} setUp */
export async function signInByClasp({ root, terminal, say }) {
  const byHand =
    process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  terminal.tell(say(byHand ? "signInByHand" : "signInNow"));
  terminal.release();
  await inFolder((folder) =>
    claspTalk(root, folder, ["--project", folder, "login", ...(byHand ? ["--no-localhost"] : [])]),
  );
}

/** @param {string} text @returns {unknown} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
