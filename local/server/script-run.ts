// google.script.run: any visitor of any page may call every top-level function, with arguments of
// their own making (facts 3.1 to 3.3). Kept honest here, since the bundle's safety rests on it.
import type { Host } from "../host/contract.ts";

type ScriptRunAnswer = { readonly result: unknown } | { readonly error: string };

export function runForVisitor(host: Host, body: string): ScriptRunAnswer {
  const call = parseCall(body);
  if (!call) return { error: "The call could not be read: {function, args} is expected." };
  if (!isCallable(call.name)) return { error: `Script function not found: ${call.name}` };
  try {
    const outcome = host.run({ function: call.name, args: call.args, visitor: true });
    return { result: outcome.result ?? null };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** Methods of objects and names ending in _ are invisible to visitors. */
function isCallable(name: string): boolean {
  return /^[A-Za-z$_][\w$]*$/.test(name) && !name.endsWith("_");
}

function parseCall(body: string): { name: string; args: readonly unknown[] } | null {
  let call: unknown;
  try {
    call = JSON.parse(body);
  } catch {
    return null;
  }
  if (typeof call !== "object" || call === null) return null;
  const { function: name, args } = call as { function?: unknown; args?: unknown };
  if (typeof name !== "string") return null;
  return { name, args: Array.isArray(args) ? args : [] };
}

/** Runs in the hosted page. */
export const SCRIPT_RUN_CLIENT = `(() => {
  const runner = (state) => new Proxy({}, {
    get(_, name) {
      if (typeof name !== "string" || name === "then") return undefined;
      if (name === "withSuccessHandler") return (success) => runner({ ...state, success });
      if (name === "withFailureHandler") return (failure) => runner({ ...state, failure });
      if (name === "withUserObject") return (user) => runner({ ...state, user });
      if (name.endsWith("_")) return undefined;
      return (...args) => { call(name, args, state); };
    },
  });
  const call = async (name, args, state) => {
    const reply = await fetch("/local/gsr", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ function: name, args }),
    });
    const answer = await reply.json();
    if (!("error" in answer)) state.success?.(answer.result, state.user);
    else if (state.failure) state.failure(new Error(answer.error), state.user);
    else console.error(answer.error);
  };
  window.google = { script: { run: runner({}) } };
})();
`;
