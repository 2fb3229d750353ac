// Programs are compiled once per process, whoever runs them.
import { readFileSync } from "node:fs";
import { ScriptProgram } from "./script-context.ts";
import { servicesSource } from "./services-source.ts";

const PROGRAMS_KEPT = 4;
const programs = new Map<string, ScriptProgram>();

export function loadProgram(codeFile: string): ScriptProgram {
  const code = readFileSync(codeFile, "utf8");
  const key = `${codeFile}\n${code}`;
  const program = programs.get(key) ?? new ScriptProgram(codeFile, code, servicesSource());
  programs.delete(key);
  programs.set(key, program);
  for (const oldest of [...programs.keys()].slice(0, -PROGRAMS_KEPT)) programs.delete(oldest);
  return program;
}
