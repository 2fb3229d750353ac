// Builds the bundle once before all tests. A test that needs it asks built-bundle.ts, so that the
// others still run, and say their part, while the bundle does not build.
import type { TestProject } from "vitest/node";
import { build } from "../build.mjs";

export interface Built {
  readonly codeFile: string;
  readonly manifestFile: string;
  /** Why there is no bundle; empty when there is one. */
  readonly error: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    built: Built;
  }
}

export default async function setup(project: TestProject): Promise<void> {
  project.provide("built", await buildOrSay());
}

async function buildOrSay(): Promise<Built> {
  try {
    const { codeFile, manifestFile } = await build();
    return { codeFile, manifestFile, error: "" };
  } catch (error) {
    return { codeFile: "", manifestFile: "", error: String(error) };
  }
}
