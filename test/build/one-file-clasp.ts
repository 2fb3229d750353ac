// The real clasp in one file, which starts in a quarter of the time; what it would ask of Google it
// asks of the server whose address is in GOOGLE_STUB.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, type Plugin } from "esbuild";
import { binFile } from "../../build/bin-file.mjs";
import { projectRoot } from "./scratch.js";

const NAME = "@google/clasp";

/** Of Google's some three hundred clients clasp needs three here. Each request says which process asks. */
const THREE_CLIENTS = `
import { drive } from "googleapis/build/src/apis/drive/index.js";
import { oauth2 } from "googleapis/build/src/apis/oauth2/index.js";
import { script } from "googleapis/build/src/apis/script/index.js";
const here = { rootUrl: process.env.GOOGLE_STUB, headers: { "x-pid": String(process.pid) } };
const client = (real) => (asked) =>
  real({ ...(typeof asked === "string" ? { version: asked } : asked), ...here });
export const google = { drive: client(drive), oauth2: client(oauth2), script: client(script) };
`;

const threeClients: Plugin = {
  name: "three-clients",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^googleapis$/ }, () => ({ path: "google", namespace: "three" }));
    onLoad({ filter: /./, namespace: "three" }, () => ({
      contents: THREE_CLIENTS,
      resolveDir: projectRoot,
    }));
  },
};

let made: Promise<string> | undefined;

async function make(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: projectRoot,
    entryPoints: [binFile(projectRoot, NAME, "clasp")],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20",
    // What it has of the older kind of modules asks for Node's own by "require".
    banner: {
      js: 'import * as nodeModule from "node:module"; const require = nodeModule.createRequire(import.meta.url);',
    },
    plugins: [threeClients],
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

/** Puts it where a project has its packages. */
export async function installClasp(root: string): Promise<void> {
  made ??= make();
  const folder = path.join(root, "node_modules", NAME);
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "clasp.mjs"), await made);
  const manifest = { name: NAME, type: "module", bin: { clasp: "clasp.mjs" } };
  writeFileSync(path.join(folder, "package.json"), JSON.stringify(manifest));
}
