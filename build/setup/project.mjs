// Which Sheet and script are the owner's: made new, put into a Sheet, or linked. Each of Google's
// answers is written down as it comes, so that no cut makes a second Sheet.
import { BuildError } from "../build-error.mjs";
import { readAddress, sheetAddress } from "./addresses.mjs";
import { askGoogle, inFolder, Refusal } from "./google.mjs";

const TITLE = "Dripsheet";

/** @param {import("./google.mjs").SetUp} setUp */
export async function project(setUp) {
  const { memory, terminal, say } = setUp;
  if (memory.now.scriptId === undefined) await findOne(setUp);
  const { scriptId = "", sheetId } = memory.now;
  const where = sheetId === undefined ? "linked" : "bound";
  const sheet = sheetId === undefined ? "" : sheetAddress(sheetId);
  terminal.step("✓", "project", say(where, { script: scriptId, sheet }));
}

/** @param {import("./google.mjs").SetUp} setUp */
async function findOne(setUp) {
  const { memory, terminal } = setUp;
  const { making = false, sheetId } = memory.now;
  if (making && sheetId !== undefined) {
    return useAddress(
      setUp,
      await terminal.ask("cutWhileBinding", { sheet: sheetAddress(sheetId) }),
    );
  }
  if (sheetId !== undefined) return bind(setUp, sheetId);
  if (making) {
    const address = await terminal.ask("cutWhileMaking", { title: TITLE });
    return address === "" ? makeNew(setUp) : useAddress(setUp, address);
  }
  if ((await terminal.ask("whichSheet")) !== "2") return makeNew(setUp);
  return useAddress(setUp, await terminal.ask("pasteId"));
}

/** @param {import("./google.mjs").SetUp} setUp @param {string} text @returns {Promise<void>} */
async function useAddress(setUp, text) {
  const { memory, terminal, say } = setUp;
  const place = readAddress(text);
  if (place === null) {
    terminal.tell(say("notAnId"));
    return useAddress(setUp, await terminal.ask("pasteId"));
  }
  if ("scriptId" in place) return memory.keep({ scriptId: place.scriptId, making: false });
  if (await terminal.agrees("bindToSheet")) return bind(setUp, place.sheetId);
  return useAddress(setUp, await terminal.ask("pasteId"));
}

/** @param {import("./google.mjs").SetUp} setUp */
function makeNew(setUp) {
  setUp.terminal.step("·", "project", setUp.say("making"));
  return create(setUp, ["--type", "sheets"]);
}

/** @param {import("./google.mjs").SetUp} setUp @param {string} sheetId */
async function bind(setUp, sheetId) {
  setUp.memory.keep({ sheetId });
  setUp.terminal.step("·", "project", setUp.say("binding"));
  try {
    await create(setUp, ["--type", "standalone", "--parentId", sheetId]);
  } catch (error) {
    if (!(error instanceof Refusal) || !/invalid argument/i.test(error.message)) throw error;
    // A Sheet that nobody has typed into yet: Google knows its address and cannot bind to it.
    const [place, seen] = [setUp.say("project"), sheetAddress(sheetId)];
    throw new BuildError([{ place, seen, todo: setUp.say("sheetTooFresh") }]);
  }
}

/** @param {import("./google.mjs").SetUp} setUp @param {readonly string[]} kind */
async function create(setUp, kind) {
  const { memory } = setUp;
  memory.keep({ making: true });
  const args = ["create-script", "--title", TITLE, ...kind];
  /** @param {string} notes */
  const trace = (notes) => noteDown(memory, notes);
  try {
    const made = await inFolder((folder) =>
      askGoogle(setUp, { step: "project", args, folder, trace }),
    );
    memory.keep({ scriptId: made.scriptId, making: false });
  } catch (error) {
    // Refused is an answer, too: whatever was made before it is known.
    if (error instanceof Refusal) memory.keep({ making: false });
    throw error;
  }
}

/** @param {import("./memory.mjs").Memory} memory @param {string} notes */
function noteDown(memory, notes) {
  const sheetId = /Created container ([\w-]+)/.exec(notes)?.[1];
  const scriptId = /Created script ([\w-]+)/.exec(notes)?.[1];
  if (sheetId !== undefined && memory.now.sheetId !== sheetId) memory.keep({ sheetId });
  if (scriptId === undefined || memory.now.scriptId === scriptId) return;
  memory.keep({ scriptId, making: false });
}
