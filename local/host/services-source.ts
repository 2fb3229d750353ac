// Bundles the services that run inside a script's context into one text, once per process.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

let built: string | null = null;

/** A function expression: called with the door, it sets the context up and returns the launcher. */
export function servicesSource(): string {
  built ??= build();
  return built;
}

function build(): string {
  const result = buildSync({
    entryPoints: [findEntry()],
    bundle: true,
    write: false,
    format: "cjs",
    platform: "neutral",
    target: "es2022",
    charset: "utf8",
    banner: { js: "(function (openedDoor) { const module = { exports: {} };" },
    footer: { js: "return module.exports.start(openedDoor); })" },
  });
  return result.outputFiles[0]?.text ?? "";
}

/** This file may itself have been bundled to another folder of the project, so look upwards. */
function findEntry(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const entry = join(folder, "local", "services", "main.ts");
    if (existsSync(entry)) return entry;
    const parent = dirname(folder);
    if (parent === folder) {
      throw new Error(
        "local/services/main.ts was not found above the host; the copy is incomplete.",
      );
    }
    folder = parent;
  }
}
