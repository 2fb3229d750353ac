// What can be wrong with a template, in words for the person who wrote it.
import type { Words } from "../../sheets-schema/index";
import { TEMPLATE_FAULTS } from "../words/template-faults";

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

export function broken(words: Words): Problem {
  return { problem: "broken", detail: words.en, words };
}

export function missing(name: string): Problem {
  return { problem: "missing", detail: name, words: TEMPLATE_FAULTS.missing(name) };
}
