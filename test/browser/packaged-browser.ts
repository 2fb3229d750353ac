// Unpacks the Linux browser that @sparticuz/chromium carries, once per installation, and where the
// system lacks a library it needs, the library copies from the same package.
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { chmod, mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { extract } from "tar";

const modules = path.resolve(import.meta.dirname, "../../node_modules");
const packageDir = path.join(modules, "@sparticuz/chromium");
// npm ci empties it, so a new version of the package never meets an old browser.
const CACHE_DIR = path.join(modules, ".cache", "dripsheet-browser");

export interface PackagedBrowser {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

export async function packagedBrowser(cacheDir = CACHE_DIR): Promise<PackagedBrowser> {
  const executablePath = await cached(cacheDir, "chromium", unpackProgram);
  const env = definedEnv();
  if (starts(executablePath, env)) return { executablePath, env };
  const libraries = path.join(await cached(cacheDir, "al2023", unpackLibraries), "lib");
  const searched = [libraries, env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return { executablePath, env: { ...env, LD_LIBRARY_PATH: searched } };
}

/** False only when the loader does not find a library; any other trouble shows at the launch. */
function starts(program: string, env: Record<string, string>): boolean {
  const { stderr } = spawnSync(program, ["--version"], { env, encoding: "utf8" });
  return !(stderr ?? "").includes("error while loading shared libraries");
}

type Unpack = (to: string) => Promise<void>;

/** Two workers may unpack at once: each into its own place, and whole before it gets its name. */
async function cached(cacheDir: string, name: string, unpack: Unpack): Promise<string> {
  const place = path.join(cacheDir, name);
  if (existsSync(place)) return place;
  await mkdir(cacheDir, { recursive: true });
  const fresh = `${place}.${randomUUID()}`;
  await unpack(fresh);
  await rename(fresh, place).catch((error) => {
    if (!existsSync(place)) throw error;
  });
  await rm(fresh, { recursive: true, force: true });
  return place;
}

async function unpackProgram(to: string): Promise<void> {
  await pipeline(packed("chromium.br"), createBrotliDecompress(), createWriteStream(to));
  await chmod(to, 0o755);
}

async function unpackLibraries(to: string): Promise<void> {
  await mkdir(to);
  await pipeline(packed("al2023.tar.br"), createBrotliDecompress(), extract({ cwd: to }));
}

const packed = (name: string) => createReadStream(path.join(packageDir, "bin", name));

const definedEnv = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
