// The web address: one deployment, made once and moved to each new version, so that links in mails
// already sent keep working.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { BuildError } from "../build-error.mjs";
import { execAddress } from "./addresses.mjs";
import { askGoogle, inFolder, nameScript, Refusal } from "./google.mjs";
import { MEMORY_FILE } from "./memory.mjs";

/** @typedef {{ deploymentId: string, versionNumber?: number, description?: string }} Deployment */
/** @typedef {import("./google.mjs").SetUp} SetUp */
/** @typedef {import("./send.mjs").Built} Built */

/** Whether the address is a new one. @param {SetUp} setUp @param {Built} built */
export async function publish(setUp, built) {
  const { terminal, say, memory } = setUp;
  const { version } = built;
  const digest = digestOf(built);
  const isNew = memory.now.deploymentId === undefined;
  if (!isNew && memory.now.deployed === digest) {
    terminal.step("✓", "deploy", say("deployedAlready", { version }));
    return false;
  }
  terminal.step("·", "deploy", say("deploying"));
  const known = memory.now.deploymentId ?? (await chosenAmongThere(setUp));
  const deploymentId = await deploy(setUp, known, version);
  memory.keep({ deploymentId, deployed: digest });
  terminal.step("✓", "deploy", say("deployed", { version }));
  return isNew;
}

/** @param {Built} built */
function digestOf({ codeFile, manifestFile }) {
  const hash = createHash("sha256");
  for (const file of [codeFile, manifestFile]) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

/** @param {SetUp} setUp @param {string | null} known @param {string} version @returns {Promise<string>} */
async function deploy(setUp, known, version) {
  const description = ["--description", `Dripsheet ${version}`];
  if (known === null) return clasp(setUp, ["create-deployment", ...description]);
  try {
    return await clasp(setUp, ["update-deployment", known, ...description]);
  } catch (error) {
    if (!(error instanceof Refusal) || error.fault !== "notFound") throw error;
    const { terminal, say } = setUp;
    if (await terminal.agrees("deploymentGone", { memory: MEMORY_FILE })) {
      return clasp(setUp, ["create-deployment", ...description]);
    }
    const [place, seen] = [say("deploy"), say("deploymentGoneSeen")];
    throw new BuildError([{ place, seen, todo: say("foreignTodo", { memory: MEMORY_FILE }) }]);
  }
}

/** @param {SetUp} setUp @param {readonly string[]} args @returns {Promise<string>} */
async function clasp(setUp, args) {
  const { deploymentId } = await inScript(setUp, args);
  return deploymentId;
}

/** @param {SetUp} setUp @param {readonly string[]} args */
const inScript = (setUp, args) =>
  inFolder((folder) => {
    nameScript(folder, setUp.memory.now.scriptId ?? "");
    return askGoogle(setUp, { step: "deploy", args, folder });
  });

/**
 * One that a cut run made, or that was made by hand before: its address may stand in mails.
 * @param {SetUp} setUp @returns {Promise<string | null>}
 */
async function chosenAmongThere(setUp) {
  /** @type {readonly Deployment[]} */
  const all = await inScript(setUp, ["list-deployments"]);
  const published = all.filter(({ versionNumber }) => versionNumber !== undefined);
  const ours = published.filter(({ description = "" }) => description.startsWith("Dripsheet "));
  if (ours.length === 1 && published.length === 1) return ours[0]?.deploymentId ?? null;
  return published.length === 0 ? null : choose(setUp, published);
}

/** @param {SetUp} setUp @param {readonly Deployment[]} published @returns {Promise<string | null>} */
async function choose(setUp, published) {
  const last = published.length + 1;
  const list = published
    .map((one, at) => `  ${at + 1}  ${one.description ?? ""}  ${execAddress(one.deploymentId)}`)
    .join("\n");
  const answer = Number(await setUp.terminal.ask("whichDeployment", { list, last: String(last) }));
  if (answer === last) return null;
  return published[answer - 1]?.deploymentId ?? choose(setUp, published);
}
