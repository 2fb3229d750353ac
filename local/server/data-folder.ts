// The data folder: ours by its marker, open in one process at a time, emptied only when ours.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const MARKER = "dripsheet-local.txt";
const OPEN_FILE = "open.json";
const MARKER_TEXT =
  "This folder belongs to Dripsheet Local: workbook, mail and clock of one practice account.\n" +
  "npm start -- --fresh empties it. Delete it whenever you like.\n";
const PROBE_MS = 2000;

export class FolderError extends Error {
  override readonly name = "FolderError";
}

/** Answers true when the folder holds no workbook yet. */
export async function openFolder(dir: string, fresh: boolean): Promise<boolean> {
  const names = existsSync(dir) ? readdirSync(dir) : [];
  const isOurs = names.includes(MARKER);
  if (names.length > 0 && !isOurs) {
    throw new FolderError(
      `--data: ${dir} holds files that are not Dripsheet Local's (no ${MARKER} in it), ` +
        "so nothing was touched. Name a new or an empty folder.",
    );
  }
  await refuseWhenOpen(dir);
  if (fresh) for (const name of names) rmSync(join(dir, name), { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  markAsOurs(dir);
  return fresh || names.length === 0;
}

/** A folder without it is never touched. */
export function markAsOurs(dir: string): void {
  writeFileSync(join(dir, MARKER), MARKER_TEXT);
}

/** Two processes would overwrite each other's workbook; the note says where the first one is. */
export function noteOpen(dir: string, url: string): void {
  writeFileSync(join(dir, OPEN_FILE), JSON.stringify({ pid: process.pid, url }));
}

export function noteClosed(dir: string): void {
  rmSync(join(dir, OPEN_FILE), { force: true });
}

async function refuseWhenOpen(dir: string): Promise<void> {
  const note = readNote(dir);
  if (!note || note.pid === process.pid || !isRunning(note.pid)) return;
  if (!(await answersFor(note.url, dir))) return;
  throw new FolderError(
    `--data: ${dir} is already open at ${note.url}. Use that one, stop it, or name another folder.`,
  );
}

function readNote(dir: string): { pid: number; url: string } | null {
  try {
    const note = JSON.parse(readFileSync(join(dir, OPEN_FILE), "utf8"));
    return typeof note.pid === "number" && typeof note.url === "string" ? note : null;
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: unknown }).code === "EPERM";
  }
}

/** A process number may have been given to somebody else since; only the answer is proof. */
async function answersFor(url: string, dir: string): Promise<boolean> {
  try {
    const reply = await fetch(`${url}/local/api/status`, { signal: AbortSignal.timeout(PROBE_MS) });
    const status = (await reply.json()) as { dataDir?: unknown };
    return status.dataDir === dir;
  } catch (error) {
    // Silence after connecting is a server in the middle of a long move.
    return (error as { name?: unknown }).name === "TimeoutError";
  }
}
