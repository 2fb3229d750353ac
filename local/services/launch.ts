// Calls one function of the script as the platform would, and turns what it returns into JSON.
import { outputWire } from "./answers.ts";
import { call } from "./door.ts";
import { plainData } from "./plain-data.ts";
import { AuthMode } from "./script-enums.ts";
import { sheetFor } from "./sheet-registry.ts";
import { activeSpreadsheet } from "./spreadsheet-registry.ts";
import { User } from "./user.ts";

interface Launch {
  readonly path: string;
  readonly event: EventWire | null;
  readonly args: readonly unknown[];
  readonly wants: "page" | "value" | "data";
}
type EventWire =
  | { readonly kind: "web" | "clock"; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly kind: "open"; readonly user: string }
  | EditWire;
interface EditWire {
  readonly kind: "edit";
  readonly sheetId: number;
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
  readonly user: string;
  readonly simple: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
}

export function launch(json: string): string {
  const { path, event, args, wants } = JSON.parse(json) as Launch;
  try {
    const found = find(path);
    if (found === null) return failed(`Script function not found: ${path}`);
    const given = event === null ? args : [eventObject(event)];
    const result: unknown = Reflect.apply(found.run, found.owner, [...given]);
    return JSON.stringify({ ok: true, value: SHAPES[wants](result) });
  } catch (error) {
    noteStack(error);
    return failed(describe(error));
  }
}

/** The person sees the message; whoever looks for the cause finds the lines in the log. */
function noteStack(error: unknown): void {
  if (!(error instanceof Error) || error.stack === undefined) return;
  try {
    call("Logger.log", error.stack);
  } catch {
    // The execution was killed: nobody is told anything any more.
  }
}

/** A top-level function, or a method of a global object; nothing deeper. */
function find(path: string): { run: () => unknown; owner: unknown } | null {
  if (!/^[\w$]+(\.[\w$]+)?$/.test(path)) return null;
  const [first = "", second] = path.split(".");
  const root = globalNamed(first);
  if (second === undefined)
    return typeof root === "function" ? { run: root as () => unknown, owner: undefined } : null;
  if ((typeof root !== "object" && typeof root !== "function") || root === null) return null;
  const method = (root as Record<string, unknown>)[second];
  return typeof method === "function" ? { run: method as () => unknown, owner: root } : null;
}

/** Also what was declared with let or const, which is no property of the global object. */
function globalNamed(name: string): unknown {
  // biome-ignore lint/security/noGlobalEval: only an indirect eval sees global lexical names
  const evaluate = globalThis.eval;
  return evaluate(`typeof ${name} === "undefined" ? undefined : ${name}`) as unknown;
}

function eventObject(event: EventWire): object {
  switch (event.kind) {
    case "web":
      return { ...event.fields };
    case "clock":
      return { ...event.fields, authMode: AuthMode.FULL };
    case "open":
      return {
        authMode: AuthMode.LIMITED,
        source: activeSpreadsheet(),
        user: new User(event.user),
      };
    default:
      return editEvent(event);
  }
}

function editEvent(event: EditWire): object {
  return {
    ...event.fields,
    authMode: event.simple ? AuthMode.LIMITED : AuthMode.FULL,
    range: sheetFor(event.sheetId).getRange(event.row, event.col, event.rows, event.cols),
    source: activeSpreadsheet(),
    user: new User(event.user),
  };
}

function page(result: unknown): object {
  const output = outputWire(result);
  if (output !== null) return output;
  const message =
    result === undefined || result === null
      ? "The script completed but did not return anything."
      : "The script completed but the returned value is not a supported return type.";
  return { kind: "error", message };
}

const SHAPES = { page, value: plain, data: plainData } as const;

/** What JSON can carry; a promise or a service object says only what it is. */
function plain(result: unknown): unknown {
  return JSON.parse(JSON.stringify(result) ?? "null");
}

function failed(error: string): string {
  return JSON.stringify({ ok: false, error });
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
