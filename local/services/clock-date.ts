// Makes Date tell the host's time: only "now" is replaced, everything else is the engine's own Date.
import { now } from "./door.ts";

export function installClock(): void {
  const Engine = Date;
  Engine.now = now;
  const replaced = clockDate(Engine);
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

/** A function, not a Proxy: a run over a long tab makes tens of thousands of dates. */
function clockDate(Engine: DateConstructor): DateConstructor {
  function ClockDate(...given: unknown[]): Date | string {
    if (new.target === undefined) return new Engine(now()).toString();
    const args = given.length === 0 ? [now()] : given;
    // A class of the script's own that extends Date makes its own kind.
    if (new.target !== ClockDate || args.length > 1) {
      const kind = new.target === ClockDate ? Engine : new.target;
      return Reflect.construct(Engine, args, kind) as Date;
    }
    return new Engine(args[0] as number);
  }
  Object.defineProperties(ClockDate, Object.getOwnPropertyDescriptors(Engine));
  return ClockDate as unknown as DateConstructor;
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
