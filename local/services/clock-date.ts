// Makes Date tell the host's time: only "now" is replaced, everything else is the engine's own Date.
import { now } from "./door.ts";

export function installClock(): void {
  const Engine = Date;
  Engine.now = now;
  const replaced = new Proxy(Engine, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
    apply: () => new Engine(now()).toString(),
  });
  Object.defineProperty(Engine.prototype, "constructor", { value: replaced, writable: true });
  globalThis.Date = replaced;
  // Few scripts touch Intl, and touching it costs every execution a tenth of its start.
  const engineIntl = Object.getOwnPropertyDescriptor(globalThis, "Intl")?.value as typeof Intl;
  const define = (descriptor: PropertyDescriptor) =>
    Object.defineProperty(globalThis, "Intl", { configurable: true, ...descriptor });
  define({
    get: () => {
      define({ value: engineIntl, writable: true });
      installFormatDefault(engineIntl);
      return engineIntl;
    },
  });
}

/** A formatter asked for no particular moment shows the present one. */
function installFormatDefault(intl: typeof Intl): void {
  const prototype = intl.DateTimeFormat.prototype;
  const getter = Object.getOwnPropertyDescriptor(prototype, "format")?.get;
  if (getter === undefined) return;
  Object.defineProperty(prototype, "format", {
    configurable: true,
    get(this: Intl.DateTimeFormat) {
      const format = getter.call(this) as (date: Date | number) => string;
      return (date?: Date | number) => format(date ?? now());
    },
  });
}
