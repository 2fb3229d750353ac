// How a trigger or a menu item names the function it calls: one switch in the build.

export type HandlerOwner = "jobs" | "menu";
export type HandlerForm = typeof __HANDLERS__;
export const HANDLER_FORMS: readonly HandlerForm[] = ["dot", "underscore"];

export function handlerName(
  owner: HandlerOwner,
  method: string,
  form: HandlerForm = __HANDLERS__,
): string {
  return form === "dot" ? `${owner}.${method}` : `${owner}_${method}_`;
}
