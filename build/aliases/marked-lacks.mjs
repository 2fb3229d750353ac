// marked calls two methods newer than ES2020, which Apps Script does not promise. They are added
// only where they are missing, in the way the language itself defines them.

/** @param {string} name @param {object} owner @param {Function} value */
function provide(owner, name, value) {
  if (name in owner) return;
  Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}

/** @this {readonly unknown[]} @param {number} index */
function at(index) {
  const from = Math.trunc(index) || 0;
  return this[from < 0 ? this.length + from : from];
}

provide(Array.prototype, "at", at);
provide(Object, "hasOwn", (/** @type {object} */ owner, /** @type {PropertyKey} */ key) =>
  Object.hasOwn(owner, key),
);
