// What can be wrong with a template, in words for the person who wrote it.
import type { Words } from "../../sheets-schema/index";

export interface Problem {
  /** missing: a value the template needs is not there. broken: the template itself is wrong. */
  readonly problem: "missing" | "broken";
  /** missing: the name of the value. broken: what is wrong, in English. */
  readonly detail: string;
  readonly words: Words;
}

/** Carries a problem out of the depth of a template. */
export class TemplateError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

export function broken(en: string, zh: string): Problem {
  return { problem: "broken", detail: en, words: { en, zh } };
}

export function missing(name: string): Problem {
  return {
    problem: "missing",
    detail: name,
    words: {
      en: `The value {{ ${name} }} is not there. Fill it in, or write {{ ${name} | default: "…" }}.`,
      zh: `缺少变量 {{ ${name} }}。请补上它，或写成 {{ ${name} | default: "…" }}。`,
    },
  };
}
