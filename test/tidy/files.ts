// The files of the project, as git knows them; without git, as they lie there.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export const projectRoot = path.resolve(import.meta.dirname, "../..");

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const NOT_OURS = ["node_modules", "dist", ".git", ".local", "coverage"];

export function projectPaths(): readonly string[] {
  const git = spawnSync("git", ["ls-files", "-z"], { cwd: projectRoot, encoding: "utf8" });
  const listed = git.status === 0 ? git.stdout.split("\0").filter(Boolean) : [];
  const found = listed.length > 0 ? listed : walk("");
  return found.filter((file) => existsSync(path.join(projectRoot, file)));
}

function walk(folder: string): readonly string[] {
  return readdirSync(path.join(projectRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (NOT_OURS.includes(entry.name)) return [];
    return entry.isDirectory() ? walk(name) : [name];
  });
}

export const read = (file: string): SourceFile => ({
  path: file,
  text: readFileSync(path.join(projectRoot, file), "utf8"),
});

const CODE_FOLDERS = ["src", "sheets-schema", "local", "build", "test"];

/** Everything we write as code, the scripts at the root included. */
export function sourceFiles(): readonly SourceFile[] {
  return projectPaths()
    .filter((file) => /\.(?:ts|mjs|js)$/.test(file))
    .filter((file) => !file.includes("/") || CODE_FOLDERS.includes(file.split("/")[0] ?? ""))
    .map(read);
}

export const inFolder = (files: readonly SourceFile[], ...folders: string[]) =>
  files.filter((file) => folders.some((folder) => file.path.startsWith(`${folder}/`)));
