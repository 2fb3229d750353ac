// How the libraries in the bundle are fitted to Apps Script. Each fitting touches one file of one
// library, so the same names stay forbidden everywhere else.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { trimmedLiquid, trimmedMarked } from "./trim-libraries.mjs";

// The Node file opens streams and modules; the browser file only asks for a few globals.
const liquidFile = path.join(
  path.dirname(createRequire(import.meta.url).resolve("liquidjs")),
  "liquid.browser.mjs",
);
const aliasDir = fileURLToPath(new URL("./aliases/", import.meta.url));

const LIQUID_LACKS = ["document", "crypto", "XMLHttpRequest", "global", "window", "toString"];

/** Methods newer than ES2020 that a fitting provides where they are missing. */
export const PROVIDED_METHODS = ["at", "hasOwn"];

/** @param {string} name */
const alias = (name) => JSON.stringify(path.join(aliasDir, name));

/**
 * A library with short inner names: its owner reads our part of the script, not this one, and Google loads all of it
 * at every request.
 * @param {string} file @param {string} firstLine @param {(code: string) => string} trimmed
 */
async function shortened(file, firstLine, trimmed) {
  const { code } = await transform(trimmed(readFileSync(file, "utf8")), {
    minifyIdentifiers: true,
    minifySyntax: true,
    legalComments: "none",
    charset: "utf8",
    target: "es2019",
  });
  return { contents: `${firstLine}\n${code}`, resolveDir: path.dirname(file) };
}

/** @type {import("esbuild").Plugin} */
export const fitLibraries = {
  name: "fit-libraries",
  setup(build) {
    build.onResolve({ filter: /^(?:liquidjs|marked)$/ }, ({ path: name, importer }) => {
      const lazy = path.join(aliasDir, `${name}.mjs`);
      const classes = path.join(aliasDir, `${name}-classes.mjs`);
      if (path.normalize(importer) !== classes) return { path: lazy };
      return name === "liquidjs" ? { path: liquidFile } : undefined;
    });
    build.onLoad({ filter: /liquid\.browser\.mjs$/ }, (args) =>
      shortened(
        args.path,
        `import { ${LIQUID_LACKS.join(", ")} } from ${alias("liquidjs-lacks.mjs")};`,
        trimmedLiquid,
      ),
    );
    build.onLoad({ filter: /marked[\\/]lib[\\/]marked\.esm\.js$/ }, (args) =>
      shortened(args.path, `import ${alias("marked-lacks.mjs")};`, trimmedMarked),
    );
  },
};

/**
 * The licences that must travel with the libraries, as one closing comment.
 * @param {import("esbuild").Metafile} metafile @param {string} root
 */
export function licences(metafile, root) {
  const packages = new Set();
  for (const [input, { bytesInOutput }] of Object.entries(
    Object.values(metafile.outputs)[0]?.inputs ?? {},
  )) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (name !== undefined && bytesInOutput > 0) packages.add(name);
  }
  return [...packages]
    .sort()
    .map((name) => licence(name, root))
    .join("");
}

/** @param {string} name @param {string} root */
function licence(name, root) {
  const folder = path.join(root, "node_modules", name);
  const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const text = readFileSync(path.join(folder, "LICENSE"), "utf8").replaceAll("*/", "* /").trim();
  return `\n/*\n${name} ${version}\n\n${text}\n*/\n`;
}
