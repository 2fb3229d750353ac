// A base class for services: any member the real interface has and ours does not throws by its name.
// Members that Google does not have either stay undefined.
import { call } from "./door.ts";

/** Run at the first miss only: most executions never need the long lists. */
declare const require: (path: string) => unknown;
type Lists = typeof import("./google-members.ts");

export function lacking<Interface extends object>(name: string): new () => Interface {
  const base = function Service(): void {} as unknown as new () => Interface;
  const fallback = {
    toString: () => name,
    constructor: base,
  };
  base.prototype = new Proxy(fallback, {
    get(target, key, receiver) {
      if (typeof key === "symbol" || key in target) return Reflect.get(target, key, receiver);
      const wanted = ` ${key} `;
      const known = (require("./google-members.ts") as Lists).members[name];
      if (known?.methods.includes(wanted)) return refuse(name, key);
      if (known?.properties.includes(wanted)) return refuse(name, key)();
      return undefined;
    },
  });
  return base;
}

function refuse(name: string, member: string): () => never {
  return () => {
    const message = `Dripsheet Local does not have ${name}.${member} yet`;
    // A script may catch the error and go on; the log keeps the gap visible.
    call("Logger.log", message);
    throw new Error(message);
  };
}

/** A whole service we have nothing of: any use of a member throws. */
export function absentService(name: string): object {
  return new Proxy(
    {},
    {
      get(target, key) {
        if (typeof key === "symbol" || key in target) return Reflect.get(target, key);
        return refuse(name, key)();
      },
    },
  );
}
