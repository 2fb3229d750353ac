// Makes the folder of a release: the two files to paste, how to paste them, and their checksums.
//   node build/release.mjs [--tag v1.2.3]        (refuses a tag that is not this version)
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "../build.mjs";
import { BuildError, refuse } from "./build-error.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** Which parts of the README a person needs who has the two files and no terminal. */
const GUIDES = [
  {
    from: "README.md",
    to: "PASTE.md",
    title: "Dripsheet {version}: paste it into your own Sheet",
    parts: [
      "Without a terminal",
      "First steps in the sheet",
      "What Google asks",
      "Pages, forms and links",
      "From your phone",
      "Stripe",
      "When something is wrong",
    ],
  },
  {
    from: "README.zh-CN.md",
    to: "PASTE.zh-CN.md",
    title: "Dripsheet {version}：贴进你自己的表格",
    parts: [
      "不用终端",
      "表格里的第一步",
      "Google 会问什么",
      "网页、表单和链接",
      "用手机",
      "Stripe",
      "出了问题看哪里",
    ],
  },
];

/** @param {string} markdown @param {string} heading The part under it, up to the next heading of its level or above. */
function partOf(markdown, heading) {
  const lines = markdown.split("\n");
  const at = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, "") === heading);
  if (at < 0)
    refuse([{ place: heading, seen: "no such heading", todo: "Name it in release.mjs." }]);
  const level = lines[at]?.indexOf(" ") ?? 0;
  const next = lines.findIndex(
    (line, index) => index > at && /^#+ /.test(line) && line.indexOf(" ") <= level,
  );
  const body = lines.slice(at + 1, next < 0 ? undefined : next);
  return [`## ${heading}`, ...body.map((line) => line.replace(/^#+ /, "### "))].join("\n").trim();
}

/** A line that is one, and the empty line after it. @param {string} text */
const withoutPictures = (text) => text.replace(/^ *(!\[|<img )[^\n]*\n\n?/gm, "");

/** Links into the project lead nowhere from two files on a desktop. @param {string} text */
const withoutInnerLinks = (text) =>
  withoutPictures(text).replace(/\[([^\]]+)\]\((?!https?:|#)[^)]+\)/g, "$1");

/** @param {(typeof GUIDES)[number]} guide @param {string} version */
function guideText({ from, title, parts }, version) {
  const markdown = readFileSync(path.join(root, from), "utf8");
  const texts = parts.map((heading) => partOf(markdown, heading));
  return `# ${title.replace("{version}", version)}\n\n${withoutInnerLinks(texts.join("\n\n"))}\n`;
}

/** @param {string} version @param {string | undefined} tag */
export function checkVersion(version, tag) {
  const told = /^## (\S+)/m.exec(readFileSync(path.join(root, "CHANGELOG.md"), "utf8"))?.[1];
  const place = "CHANGELOG.md";
  const todo = `package.json says ${version}: write its changes under "## ${version}".`;
  refuse(told === version ? [] : [{ place, seen: `## ${told}`, todo }]);
  const wanted = `v${version}`;
  const wrongTag = { place: "the tag", seen: String(tag), todo: `Tag it ${wanted}.` };
  refuse(tag === undefined || tag === wanted ? [] : [wrongTag]);
}

/** @param {{ codeFile: string, manifestFile: string, version: string }} built @param {string} folder */
export function writeRelease({ codeFile, manifestFile, version }, folder) {
  /** @type {Record<string, string>} */
  const files = {
    "Code.js": readFileSync(codeFile, "utf8"),
    "appsscript.json": readFileSync(manifestFile, "utf8"),
  };
  for (const guide of GUIDES) files[guide.to] = guideText(guide, version);
  /** @param {string} text */
  const digest = (text) => createHash("sha256").update(text).digest("hex");
  files.SHA256SUMS = Object.entries(files)
    .map(([name, text]) => `${digest(text)}  ${name}\n`)
    .join("");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
}

async function main() {
  const { values } = parseArgs({ options: { tag: { type: "string" } } });
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  checkVersion(version, values.tag);
  const folder = path.join(root, "release", `dripsheet-${version}`);
  writeRelease(await build(), folder);
  console.log(`${path.relative(process.cwd(), folder)}: Code.js, appsscript.json, PASTE.md, …`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  main().catch((error) => {
    console.error(error instanceof BuildError ? `Stopped.\n${error.message}` : error);
    process.exitCode = 1;
  });
}
