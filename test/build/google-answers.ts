// How a stand-in of Google answers: the part of the Apps Script, Drive and sign-in APIs that clasp
// asks when it sets up, pushes and deploys.
import type { Deployment, GoogleState, Script, ScriptFile } from "./google-state.js";

export interface Answer {
  readonly status: number;
  readonly body: object;
}
interface Body {
  readonly parentId?: string;
  readonly files?: readonly ScriptFile[];
  readonly description?: string;
  readonly versionNumber?: number;
  readonly deploymentConfig?: { readonly description?: string; readonly versionNumber?: number };
}

const ok = (body: object): Answer => ({ status: 200, body });
const refused = (status: number, message: string): Answer => ({
  status,
  body: { error: { code: status, message, errors: [{ message }] } },
});
const NOT_FOUND = refused(404, "Requested entity was not found.");
/** Word for word what Google says while the switch is off. */
const API_OFF = refused(
  403,
  "User has not enabled the Apps Script API. Enable it by visiting " +
    "https://script.google.com/home/usersettings then retry. If you enabled this API recently, " +
    "wait a few minutes for the action to propagate to our systems and retry.",
);

/** asked: "GET /v1/projects/ID/content". */
export function googleAnswer(state: GoogleState, asked: string, body: Body): Answer {
  if (asked.startsWith("GET /oauth2/")) return ok({ email: "ling@shop.test", id: "1" });
  if (asked === "POST /drive/v3/files") return ok({ id: state.makeSheet() });
  if (!state.apiOn) return API_OFF;
  if (asked === "POST /v1/projects") return newScript(state, body);
  const [method = "", path = ""] = asked.split(" ");
  const [, , , scriptId = "", part = "", id = ""] = path.split("/");
  const script = state.scripts.get(scriptId);
  if (script === undefined) return NOT_FOUND;
  if (part === "content") return content(script, method, body);
  if (part === "versions")
    return ok({ versionNumber: script.versions.push(body.description ?? "") });
  return deployments(state, script, method, id, body);
}

function newScript(state: GoogleState, { parentId }: Body): Answer {
  if (parentId !== undefined && state.untouchedSheets.has(parentId)) {
    return refused(400, "Request contains an invalid argument.");
  }
  return ok({ scriptId: state.makeScript(parentId), parentId });
}

function content(script: Script, method: string, { files = [] }: Body): Answer {
  if (method === "PUT") script.files = files;
  return ok({ files: script.files });
}

function deployments(
  state: GoogleState,
  script: Script,
  method: string,
  id: string,
  body: Body,
): Answer {
  if (method === "GET") return ok({ deployments: [HEAD, ...script.deployments.map(shown)] });
  const { deploymentConfig = body } = body;
  if (method === "POST") {
    return ok(shown(found(script, state.makeDeployment(script, deploymentConfig))));
  }
  const at = script.deployments.findIndex(({ deploymentId }) => deploymentId === id);
  if (at < 0) return NOT_FOUND;
  const { description = "", versionNumber = 0 } = deploymentConfig;
  script.deployments[at] = { deploymentId: id, description, versionNumber };
  return ok(shown(found(script, id)));
}

function found(script: Script, id: string): Deployment {
  const one = script.deployments.find(({ deploymentId }) => deploymentId === id);
  if (one === undefined) throw new Error(`no deployment ${id}`);
  return one;
}

/** Every script has it: what its editors see, without a version. */
const HEAD = { deploymentId: "AKfycbHead", deploymentConfig: { manifestFileName: "appsscript" } };

const shown = ({ deploymentId, ...deploymentConfig }: Deployment) => ({
  deploymentId,
  deploymentConfig,
});
