// Builds, looks at what lies in the script, and sends the two files there. Foreign code is never
// replaced unasked, and never without a copy.
import { copyFileSync, cpSync, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { BuildError } from "../build-error.mjs";
import { askGoogle, inFolder, nameScript } from "./google.mjs";
import { MEMORY_FILE } from "./memory.mjs";

const COPIES = ".script-before";
const OURS = /^\/\/ Dripsheet /;
const EMPTY = /^\s*(?:function myFunction\(\)\s*\{\s*\}\s*)?$/;

/** @typedef {{ codeFile: string, manifestFile: string, version: string, bytes: number }} Built */

/** @param {import("./google.mjs").SetUp} setUp @param {Built} built */
export async function send(setUp, built) {
  const { terminal, say, memory } = setUp;
  const { scriptId = "" } = memory.now;
  terminal.step("·", "push", say("looking"));
  await inFolder((folder) => guardForeignCode(setUp, folder, scriptId));
  terminal.step("·", "push", say("sending"));
  const changed = await inFolder((folder) => push(setUp, folder, scriptId, built));
  const size = String(Math.round(built.bytes / 1024));
  terminal.step("✓", "push", changed ? say("pushed", { size }) : say("upToDate"));
}

/** @param {import("./google.mjs").SetUp} setUp @param {string} folder @param {string} scriptId @param {Built} built */
async function push(setUp, folder, scriptId, { codeFile, manifestFile }) {
  nameScript(folder, scriptId);
  copyFileSync(codeFile, path.join(folder, "Code.js"));
  copyFileSync(manifestFile, path.join(folder, "appsscript.json"));
  const sent = await askGoogle(setUp, { step: "push", args: ["push", "--force"], folder });
  return sent.length > 0;
}

/** @param {import("./google.mjs").SetUp} setUp @param {string} folder @param {string} scriptId */
async function guardForeignCode(setUp, folder, scriptId) {
  const { root, terminal, say } = setUp;
  const args = ["clone-script", scriptId, "--rootDir", "."];
  const { files } = await askGoogle(setUp, { step: "push", args, folder });
  const foreign = files.filter((/** @type {string} */ file) => isForeign(folder, file));
  if (foreign.length === 0) return;
  const moment = new Date().toISOString().slice(0, 19).replaceAll(":", "-");
  const copy = path.join(COPIES, moment);
  cpSync(folder, path.join(root, copy), { recursive: true });
  if (await terminal.agrees("foreign", { files: foreign.join(", "), folder: copy })) return;
  const [place, seen] = [say("push"), say("foreignKept")];
  throw new BuildError([{ place, seen, todo: say("foreignTodo", { memory: MEMORY_FILE }) }]);
}

/** @param {string} folder @param {string} file */
function isForeign(folder, file) {
  if (file === "appsscript.json") return false;
  // clasp does not write an empty file.
  const place = path.join(folder, file);
  const text = existsSync(place) ? readFileSync(place, "utf8") : "";
  return !EMPTY.test(text) && !(OURS.test(text) && /^Code\.\w+$/.test(file));
}
