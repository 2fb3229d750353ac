// A release: what a person without a terminal gets, and that it says one version everywhere.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkVersion, writeRelease } from "../../build/release.mjs";
import { builtBundle } from "../built-bundle.js";
import { projectRoot, scratchFolder } from "./scratch.js";

const { version } = JSON.parse(readFileSync(path.join(projectRoot, "package.json"), "utf8"));

function release(): { names: readonly string[]; text: (name: string) => string } {
  const folder = path.join(scratchFolder(), "release");
  writeRelease({ ...builtBundle(), version }, folder);
  const text = (name: string) => readFileSync(path.join(folder, name), "utf8");
  return { names: readdirSync(folder).sort(), text };
}

describe("a release", () => {
  it("holds the two files as they were built and tested", () => {
    const { names, text } = release();
    expect(names).toEqual([
      "Code.js",
      "PASTE.md",
      "PASTE.zh-CN.md",
      "SHA256SUMS",
      "appsscript.json",
    ]);
    expect(text("Code.js")).toBe(readFileSync(builtBundle().codeFile, "utf8"));
    expect(text("Code.js").split("\n")[0]).toContain(`Dripsheet ${version}.`);
    for (const line of text("SHA256SUMS").trim().split("\n")) {
      const [sum = "", name = ""] = line.split("  ");
      expect(createHash("sha256").update(text(name)).digest("hex")).toBe(sum);
    }
  });

  it.each([
    ["PASTE.md", "appsscript.json", "Start here", "Advanced"],
    ["PASTE.zh-CN.md", "appsscript.json", "Start here", "高级"],
  ])(
    "%s leads from the two files to the first mail, and no link in it leads nowhere",
    (name, ...words) => {
      const text = release().text(name);
      expect(text).toContain(version);
      for (const word of words) expect(text).toContain(word);
      expect(text.match(/\]\((?!https?:|#)[^)]*\)/g) ?? []).toEqual([]);
      const anchors = [...text.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor]) => anchor);
      const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
        anchorOf(heading),
      );
      expect(anchors.filter((anchor) => !headings.includes(anchor ?? ""))).toEqual([]);
    },
  );
});

/** As GitHub makes it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");

describe("the version", () => {
  it("is the same in package.json and at the top of the CHANGELOG", () => {
    expect(() => checkVersion(version, `v${version}`)).not.toThrow();
  });

  it("is refused where the tag or the CHANGELOG says another", () => {
    expect(() => checkVersion(version, "v9.9.9")).toThrow(/Tag it v/);
    expect(() => checkVersion("9.9.9", undefined)).toThrow(/CHANGELOG.md: ## /);
  });
});
