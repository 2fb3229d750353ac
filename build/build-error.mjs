// What stops a build. Every problem names its place, what was seen and what to do.

/** @typedef {{ place: string, seen: string, todo: string }} Problem */

export class BuildError extends Error {
  /** @param {readonly Problem[]} problems */
  constructor(problems) {
    super(problems.map((p) => `${p.place}: ${p.seen}\n  → ${p.todo}`).join("\n"));
    this.name = "BuildError";
    this.problems = problems;
  }
}

/** @param {readonly Problem[]} problems */
export function refuse(problems) {
  if (problems.length > 0) throw new BuildError(problems);
}
