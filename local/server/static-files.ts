// Files served as they are: the Studio, its grid library, and what a walk needs to link to.
import { readFile } from "node:fs/promises";
import { extname, join, resolve, sep } from "node:path";
import { HttpError, type Reply } from "./http.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".pdf": "application/pdf",
};

/** Path in the address → folder or file in the project; the first prefix that fits is taken. */
const PLACES: readonly (readonly [prefix: string, place: string])[] = [
  ["/studio/tour.js", "dist/local/tour.js"],
  ["/favicon.ico", "local/studio/icon.svg"],
  ["/studio/", "local/studio"],
  ["/vendor/tabulator/", "node_modules/tabulator-tables/dist"],
  ["/local/files/", "local/assets"],
];

/** null when the path is not one of ours. */
export function locateFile(root: string, path: string): string | null {
  if (path === "/") return join(root, "local/studio/index.html");
  const found = PLACES.find(([prefix]) => path.startsWith(prefix));
  if (!found) return null;
  const [prefix, place] = found;
  const folder = resolve(root, place);
  const file = resolve(folder, `./${decodePath(path.slice(prefix.length))}`);
  return file === folder || file.startsWith(folder + sep) ? file : null;
}

export async function fileReply(file: string): Promise<Reply> {
  const type = TYPES[extname(file)];
  const body = type === undefined ? null : await readFile(file).catch(() => null);
  if (type === undefined || body === null) throw new HttpError(404, "There is no such file.");
  return {
    status: 200,
    headers: {
      "content-type": type,
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
      "x-frame-options": "SAMEORIGIN",
    },
    body,
  };
}

function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new HttpError(400, `Path: saw "${text}", which is not a well-formed address.`);
  }
}
