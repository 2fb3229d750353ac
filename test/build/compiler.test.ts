// The compiler itself refuses in src/ what the platform lacks.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { binFile } from "../../build/bin-file.mjs";
import { projectRoot, scratchFolder } from "./scratch.js";

/** Compiles one file by the settings of a folder. */
function compile(settings: string, source: string): string {
  const folder = scratchFolder();
  const config = { extends: path.join(projectRoot, settings), include: ["*.ts"] };
  writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify(config));
  writeFileSync(path.join(folder, "sample.ts"), source);
  const tsc = binFile(projectRoot, "typescript", "tsc");
  return spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" }).stdout;
}

const ABSENT = ["setTimeout", "URL", "fetch", "Buffer", "process", "TextEncoder", "crypto"];

it.each([
  ["src/tsconfig.json", 'import "liquidjs";\nimport "marked";\n'],
  ["local/services/tsconfig.json", ""],
])("%s knows no Node and no browser, whatever is imported", (settings, imports) => {
  const errors = compile(settings, `${imports}export const seen = [${ABSENT.join(", ")}];\n`);
  for (const name of ABSENT) expect(errors).toContain(`Cannot find name '${name}'`);
});

it("src knows the language up to ES2020 and the services", () => {
  const source = (body: string) => `export const seen = ${body};\n`;
  expect(compile("src/tsconfig.json", source("SpreadsheetApp.getActive().getId()"))).toBe("");
  expect(compile("src/tsconfig.json", source("[...'a'.matchAll(/a/g)].flat()"))).toBe("");
  expect(compile("src/tsconfig.json", source("[1].at(0)"))).toMatch(/'at' does not exist/);
  expect(compile("src/tsconfig.json", source("'a'.replaceAll('a', 'b')"))).toMatch(/'replaceAll'/);
});

it("src is checked strictly", () => {
  const source = "export const first = (list: string[]): string => list[0];\n";
  expect(compile("src/tsconfig.json", source)).toMatch(/'string \| undefined'/);
});
