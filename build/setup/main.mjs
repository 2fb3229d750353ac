// npm run setup: Dripsheet on the owner's own Sheet, by one command that can be stopped and repeated.
//   node build/setup/main.mjs [--lang en|zh]
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "../../build.mjs";
import { setUpAtGoogle } from "./set-up.mjs";
import { languageOf } from "./words.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
const { values } = parseArgs({ options: { lang: { type: "string" } } });
const language = languageOf(values.lang, process.env);

await setUpAtGoogle({ root, version, language, build });
