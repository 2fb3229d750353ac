// Sets Dripsheet up on the owner's own Sheet, step by step. Run again, it goes on where it stopped;
// when all is done, it brings the newest version there.

import { BuildError } from "../build-error.mjs";
import { execAddress, scriptAddress, sheetAddress } from "./addresses.mjs";
import { Memory } from "./memory.mjs";
import { project } from "./project.mjs";
import { publish } from "./publish.mjs";
import { send } from "./send.mjs";
import { apiSwitch, signIn } from "./sign-in.mjs";
import { Interrupted, Terminal } from "./terminal.mjs";
import { speak } from "./words.mjs";

/**
 * @param {object} what
 * @param {string} what.root
 * @param {string} what.version
 * @param {import("./words.mjs").Language} what.language
 * @param {() => Promise<import("./send.mjs").Built>} what.build
 */
export async function setUpAtGoogle({ root, version, language, build }) {
  const say = speak(language);
  const terminal = new Terminal(say);
  try {
    terminal.tell(`${say("hello", { version })}\n`);
    await allSteps({ root, memory: remembered(root, say), terminal, say }, build);
  } catch (error) {
    process.exitCode = error instanceof Interrupted ? 130 : 1;
    terminal.tell(farewell(error, say));
  } finally {
    terminal.close();
  }
}

/** @param {import("./google.mjs").SetUp} setUp @param {() => Promise<import("./send.mjs").Built>} build */
async function allSteps(setUp, build) {
  const { memory, terminal, say } = setUp;
  if (memory.now.scriptId === undefined) {
    await signIn(setUp);
    await apiSwitch(setUp);
  }
  await project(setUp);
  const built = await build();
  terminal.step("✓", "build", built.version);
  await send(setUp, built);
  const isNew = await publish(setUp, built);
  const { scriptId = "", sheetId, deploymentId = "" } = memory.now;
  const script = scriptAddress(scriptId);
  const sheet = sheetId === undefined ? say("sheetUnknown", { script }) : sheetAddress(sheetId);
  terminal.tell(say("summary", { sheet, exec: execAddress(deploymentId) }));
  terminal.tell(say(isNew ? "next" : "nextUpdate"));
}

/** @param {string} root @param {import("./words.mjs").Say} say */
function remembered(root, say) {
  try {
    return new Memory(root);
  } catch (error) {
    const seen = String(error);
    throw new BuildError([{ place: ".clasp.local.json", seen, todo: say("brokenMemory") }]);
  }
}

/** @param {unknown} error @param {import("./words.mjs").Say} say */
function farewell(error, say) {
  const known = error instanceof BuildError || error instanceof Interrupted;
  const { message, stack } = /** @type {Error} */ (error);
  const what = known ? message : (stack ?? message);
  return [`\n${say("stopped")}`, what, say("goesOn")].filter(Boolean).join("\n");
}
