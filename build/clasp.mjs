// Sends dist/ to the owner's own Apps Script project by clasp, and moves the one deployment to it,
// so that the web app keeps its address. Whose project it is stands in a file git ignores.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { binFile } from "./bin-file.mjs";
import { BuildError } from "./build-error.mjs";

const LOCAL_FILE = ".clasp.local.json";
const PLACEHOLDER = /[<>…\s]/;

/** @typedef {{ scriptId: string, deploymentId: string }} Target */

/** @param {{ root: string, outDir: string, version: string, deploy: boolean }} what */
export function pushWithClasp({ root, outDir, version, deploy }) {
  const target = readTarget(root, deploy);
  // Beside the files it names: clasp looks for them from its project file.
  const projectFile = path.join(outDir, ".clasp.json");
  writeFileSync(projectFile, JSON.stringify({ scriptId: target.scriptId, rootDir: "." }));
  try {
    clasp(root, projectFile, ["push", "--force"]);
    if (!deploy) return;
    clasp(root, projectFile, [
      "update-deployment",
      target.deploymentId,
      "-d",
      `Dripsheet ${version}`,
    ]);
  } finally {
    rmSync(projectFile, { force: true });
  }
}

/** @param {string} root @param {string} projectFile @param {readonly string[]} command */
function clasp(root, projectFile, command) {
  const files = ["--project", projectFile, "--ignore", path.join(root, ".claspignore")];
  const args = [binFile(root, "@google/clasp", "clasp"), ...files, ...command];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (status === 0) return;
  stop(`clasp ${command[0]}`, `ended with ${status}, see above`, CLASP_ADVICE);
}

const CLASP_ADVICE =
  'Signed out: run "npx clasp login". Refused: switch on the Apps Script API at ' +
  "https://script.google.com/home/usersettings and check the ids in .clasp.local.json.";

/** @param {string} root @param {boolean} deploy @returns {Target} */
function readTarget(root, deploy) {
  const file = path.join(root, LOCAL_FILE);
  if (!existsSync(file)) stop(LOCAL_FILE, "the file is missing", HOW_TO_MAKE_IT);
  const { scriptId = "", deploymentId = "" } = parse(readFileSync(file, "utf8"));
  if (!isId(scriptId)) stop(`${LOCAL_FILE}, scriptId`, JSON.stringify(scriptId), HOW_TO_MAKE_IT);
  if (deploy && !isId(deploymentId)) {
    stop(`${LOCAL_FILE}, deploymentId`, JSON.stringify(deploymentId), HOW_TO_MAKE_IT);
  }
  return { scriptId, deploymentId };
}

/** @param {unknown} id */
const isId = (id) => typeof id === "string" && id.length > 10 && !PLACEHOLDER.test(id);

/** @param {string} text @returns {Partial<Target>} */
function parse(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch (error) {
    return stop(LOCAL_FILE, String(error), HOW_TO_MAKE_IT);
  }
}

const HOW_TO_MAKE_IT = `"npm run setup" makes it and asks for what it needs. By hand: ${LOCAL_FILE} (git
    ignores it) with two ids of your own sheet's script:
      { "scriptId": "…", "deploymentId": "…" }
    In the sheet: Extensions ▸ Apps Script. scriptId: Project Settings ▸ Script ID.
    deploymentId: Deploy ▸ Manage deployments ▸ Deployment ID (only "npm run deploy" needs it).`;

/** @param {string} place @param {string} seen @param {string} todo @returns {never} */
function stop(place, seen, todo) {
  throw new BuildError([{ place, seen, todo }]);
}
