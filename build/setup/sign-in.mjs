// The first two steps: who is signed in, and whether their account lets scripts be sent to it.
import { BuildError } from "../build-error.mjs";
import { askGoogle, inFolder, Refusal, signInByClasp } from "./google.mjs";

/** No script has this id; whether Google answers "off" or "not found" tells of the switch. */
const NOBODYS_SCRIPT = "1".padEnd(57, "0");

/** @param {import("./google.mjs").SetUp} setUp */
export async function signIn(setUp) {
  const { terminal, say } = setUp;
  if (!(await whoIs(setUp)).loggedIn) await signInByClasp(setUp);
  const { loggedIn, email } = await whoIs(setUp);
  if (!loggedIn) {
    const [seen, todo] = [say("notSignedIn"), say("signInAgain")];
    throw new BuildError([{ place: say("signIn"), seen, todo }]);
  }
  terminal.step("✓", "signIn", email ? say("signedIn", { email }) : say("signedInUnknown"));
}

/** @param {import("./google.mjs").SetUp} setUp @returns {Promise<{ loggedIn: boolean, email?: string }>} */
const whoIs = (setUp) =>
  inFolder((folder) =>
    askGoogle(setUp, { step: "signIn", args: ["show-authorized-user"], folder }),
  );

/** Asked before anything is made: with the switch off Google makes the Sheet and then refuses the script. @param {import("./google.mjs").SetUp} setUp */
export async function apiSwitch(setUp) {
  const { terminal, say } = setUp;
  const args = ["list-deployments", NOBODYS_SCRIPT];
  try {
    await inFolder((folder) => askGoogle(setUp, { step: "api", args, folder }));
  } catch (error) {
    const { fault } = /** @type {Refusal} */ (error);
    const isAboutTheScript = fault === "notFound" || fault === "refused" || fault === "other";
    if (!(error instanceof Refusal) || !isAboutTheScript) throw error;
  }
  terminal.step("✓", "api", say("apiOn"));
}
