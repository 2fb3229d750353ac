// How a trigger or a menu item names the function it calls: one switch in the build.

export type HandlerOwner = "jobs" | "menu";
type Form = typeof __HANDLERS__;

export function handlerName(
  owner: HandlerOwner,
  method: string,
  form: Form = __HANDLERS__,
): string {
  return form === "dot" ? `${owner}.${method}` : `${owner}_${method}_`;
}
