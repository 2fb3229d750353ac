// One call of clasp: what it printed, and what its complaint means.
import { spawn } from "node:child_process";
import { binFile } from "../bin-file.mjs";

/** @typedef {{ ok: boolean, stdout: string, stderr: string }} ClaspAnswer */
/** @typedef {"apiOff" | "signedOut" | "offline" | "notFound" | "refused" | "other"} Fault */

/**
 * In a process group of its own, so that Ctrl-C does not cut it off between two of Google's answers.
 * @param {{ root: string, cwd: string, args: readonly string[], trace?: (line: string) => void }} call
 * trace: hears what clasp notes for its developers, as it happens.
 * @returns {Promise<ClaspAnswer>}
 */
export async function claspCall({ root, cwd, args, trace }) {
  const env = { ...process.env, ...(trace ? { DEBUG: "clasp:core", DEBUG_COLORS: "no" } : {}) };
  const child = spawn(process.execPath, [binFile(root, "@google/clasp", "clasp"), ...args], {
    cwd,
    env,
    detached: true,
    windowsHide: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const answer = { stdout: "", stderr: "" };
  for (const name of /** @type {const} */ (["stdout", "stderr"])) {
    child[name].setEncoding("utf8").on("data", (piece) => {
      answer[name] += piece;
      if (name === "stderr") trace?.(answer.stderr);
    });
  }
  const status = await new Promise((done) => child.on("close", done));
  return { ok: status === 0, ...answer };
}

/** With the terminal: clasp itself talks to the person. @param {string} root @param {string} cwd @param {readonly string[]} args */
export async function claspTalk(root, cwd, args) {
  const child = spawn(process.execPath, [binFile(root, "@google/clasp", "clasp"), ...args], {
    cwd,
    stdio: "inherit",
  });
  return (await new Promise((done) => child.on("close", done))) === 0;
}

/** @type {readonly (readonly [RegExp, Fault])[]} */
const FAULTS = [
  [/has not enabled the Apps Script API/i, "apiOff"],
  [
    /No credentials found|invalid_grant|invalid_rapt|invalid_client|NOT_AUTHENTICATED|authentication credential|Login Required/i,
    "signedOut",
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|socket hang up|Premature close|network/i,
    "offline",
  ],
  [/entity was not found|not found|NOT_FOUND/i, "notFound"],
  [/permission|forbidden|NOT_AUTHORIZED/i, "refused"],
];

/** @param {string} complaint @returns {Fault} */
export const faultOf = (complaint) =>
  FAULTS.find(([pattern]) => pattern.test(complaint))?.[1] ?? "other";

/** clasp's last word; what stands before it may be notes for its developers. @param {ClaspAnswer} answer */
export const complaintOf = ({ stdout, stderr }) =>
  (stderr.trim() || stdout.trim()).split("\n").at(-1)?.trim() ?? "";
