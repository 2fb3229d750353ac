// One text of a file of the project and all it needs: for code that runs elsewhere than in this process' modules.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, buildSync } from "esbuild";

/** `entry` from the project's root. */
export function bundleText(entry: string, options: BuildOptions): string {
  const result = buildSync({
    entryPoints: [findEntry(entry)],
    bundle: true,
    write: false,
    target: "es2022",
    charset: "utf8",
    ...options,
  });
  return result.outputFiles?.[0]?.text ?? "";
}

/** This file may itself have been bundled to another folder of the project, so look upwards. */
function findEntry(entry: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const path = join(folder, entry);
    if (existsSync(path)) return path;
    const parent = dirname(folder);
    if (parent === folder) {
      throw new Error(`${entry} was not found above the host; the copy is incomplete.`);
    }
    folder = parent;
  }
}
