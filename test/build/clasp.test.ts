// The real clasp, signed in with nobody's token, against a stand-in of Google on this computer.
import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { type GoogleStub, googleStub } from "./google-stub.js";
import { installClasp } from "./one-file-clasp.js";
import { emptyFolder, projectRoot } from "./scratch.js";

const SCRIPT_ID = "1scriptIdOfTheOwnersOwnSheet";
const DEPLOYMENT_ID = "AKfycbDeploymentOfTheOwner";
const FILES = {
  "Code.js": "function doGet() {}\n",
  "appsscript.json": '{ "runtimeVersion": "V8" }',
};

/** A project as it lies there after a build. */
function builtProject(local: string | null): string {
  const root = emptyFolder();
  mkdirSync(path.join(root, "dist/local"), { recursive: true });
  for (const [name, text] of Object.entries(FILES))
    writeFileSync(path.join(root, "dist", name), text);
  writeFileSync(path.join(root, "dist/local/main.mjs"), "process.exit(1);\n");
  copyFileSync(path.join(projectRoot, ".claspignore"), path.join(root, ".claspignore"));
  copyFileSync(path.join(projectRoot, ".clasp.json"), path.join(root, ".clasp.json"));
  if (local !== null) writeFileSync(path.join(root, ".clasp.local.json"), local);
  const token = { access_token: "nobody", refresh_token: "nobody", expiry_date: 4102444800000 };
  const tokens = {
    default: { type: "authorized_user", client_id: "x", client_secret: "x", ...token },
  };
  writeFileSync(path.join(root, ".clasprc.json"), JSON.stringify({ tokens }));
  return root;
}

/** Pushes in a process of its own, so that the stand-in here can answer. */
async function push(root: string, deploy: boolean, stub?: GoogleStub): Promise<string> {
  const clasp = pathToFileURL(path.join(projectRoot, "build/clasp.mjs")).href;
  await installClasp(root);
  const what = { root, outDir: path.join(root, "dist"), version: "1.2.3", deploy };
  const code = `import { pushWithClasp } from "${clasp}"; pushWithClasp(${JSON.stringify(what)});`;
  const env = { ...process.env, HOME: root, USERPROFILE: root, GOOGLE_STUB: stub?.url ?? "" };
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
    env,
  });
  let output = "";
  child.stdout.on("data", (piece) => (output += piece));
  child.stderr.on("data", (piece) => (output += piece));
  const status = await new Promise((done) => child.on("close", done));
  return `${output}\nended with ${status}`;
}

const ids = JSON.stringify({ scriptId: SCRIPT_ID, deploymentId: DEPLOYMENT_ID });

/** Google, with the owner's script and its deployment already there. */
async function googleOfTheOwner(): Promise<GoogleStub> {
  const stub = await googleStub();
  const deployment = { deploymentId: DEPLOYMENT_ID, description: "", versionNumber: 1 };
  const script = { parentId: "sheet", files: [], versions: ["1"], deployments: [deployment] };
  stub.scripts.set(SCRIPT_ID, script);
  return stub;
}

describe("npm run push", () => {
  it("gives Google exactly the two built files", async () => {
    const stub = await googleOfTheOwner();
    const root = builtProject(ids);
    expect(await push(root, false, stub)).toContain("ended with 0");
    const pushed = Object.fromEntries(
      (stub.scripts.get(SCRIPT_ID)?.files ?? []).map(({ name, type, source }) => [
        `${name} ${type}`,
        source,
      ]),
    );
    expect(pushed).toEqual({
      "Code SERVER_JS": FILES["Code.js"],
      "appsscript JSON": FILES["appsscript.json"],
    });
    expect(stub.requests.at(-1)).toBe(`PUT /v1/projects/${SCRIPT_ID}/content`);
    expect(existsSync(path.join(root, "dist/.clasp.json"))).toBe(false);
  });

  it.each([
    ["no file", null, /\.clasp\.local\.json: the file is missing/],
    ["no id in it", "{}", /scriptId: ""/],
    ["a placeholder in it", '{ "scriptId": "<your script id>" }', /scriptId: "<your/],
    ["a broken file", "{", /\.clasp\.local\.json: SyntaxError/],
  ])("with %s says how to make it", async (_what, local, seen) => {
    const output = await push(builtProject(local), false);
    expect(output).toMatch(seen);
    expect(output).toMatch(/Project Settings ▸ Script ID/);
    expect(output).toContain("ended with 1");
  });
});

describe("npm run deploy", () => {
  it("makes a version and moves the one deployment to it", async () => {
    const stub = await googleOfTheOwner();
    expect(await push(builtProject(ids), true, stub)).toContain("ended with 0");
    expect(stub.requests.slice(-2)).toEqual([
      `POST /v1/projects/${SCRIPT_ID}/versions`,
      `PUT /v1/projects/${SCRIPT_ID}/deployments/${DEPLOYMENT_ID}`,
    ]);
  });

  it("asks for the deployment's id before it pushes anything", async () => {
    const output = await push(builtProject(JSON.stringify({ scriptId: SCRIPT_ID })), true);
    expect(output).toMatch(/deploymentId: ""/);
  });
});

it("the committed project file names nobody's script", () => {
  const file = JSON.parse(readFileSync(path.join(projectRoot, ".clasp.json"), "utf8"));
  expect(file.scriptId).toBe("");
});
