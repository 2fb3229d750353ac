// A class that is fetched when it is first used. A library's own start costs a third of a
// millisecond, at every request and every tick; most of them render no mail.

/** @typedef {new (...args: unknown[]) => object} AnyClass */

/** @param {() => Record<string, unknown>} load */
export function lazyClasses(load) {
  return (/** @type {string} */ name) => lazyClass(() => /** @type {AnyClass} */ (load()[name]));
}

/** Works for new, for extends and for instanceof. @param {() => AnyClass} load */
function lazyClass(load) {
  /** @type {AnyClass | undefined} */
  let real;
  const get = () => {
    if (real === undefined) {
      real = load();
      // A class that extends this one finds the methods here.
      Object.setPrototypeOf(Lazy.prototype, real.prototype);
    }
    return real;
  };
  /** @this {object} @param {unknown[]} args */
  function Lazy(...args) {
    const made = new.target === Lazy ? get() : new.target;
    return Reflect.construct(get(), args, made);
  }
  Object.defineProperty(Lazy, Symbol.hasInstance, {
    // Something of a class that was never fetched cannot exist.
    value: (/** @type {unknown} */ it) => it instanceof get(),
  });
  return Lazy;
}
