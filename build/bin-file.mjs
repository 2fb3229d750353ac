// Where an installed tool's program is, so that node can run it without a shell.
import { readFileSync } from "node:fs";
import path from "node:path";

/** @param {string} root @param {string} packageName @param {string} bin */
export function binFile(root, packageName, bin) {
  const folder = path.join(root, "node_modules", packageName);
  const manifest = readManifest(path.join(folder, "package.json"), packageName);
  const file = typeof manifest.bin === "string" ? manifest.bin : manifest.bin[bin];
  if (file === undefined) throw new Error(`${packageName} has no program ${bin}.`);
  return path.join(folder, file);
}

/** @param {string} file @param {string} packageName @returns {{ bin: string | Record<string, string> }} */
function readManifest(file, packageName) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new Error(`The package ${packageName} is not installed. Run "npm ci" first.`);
  }
}
