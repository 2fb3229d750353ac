// Stands in for what liquidjs' browser file touches and Apps Script lacks. Only that file sees
// these names; whatever is called says so, because a template must not fail without a word.

/** @param {string} what @returns {never} */
function absent(what) {
  throw new Error(`${what} does not work in a template here. Use another filter or tag.`);
}

class Absent {
  constructor() {
    absent("A file to include");
  }
}

const absentMember = {
  /** @param {object} _target @param {string | symbol} name */
  get: (_target, name) => absent(`Including another file (${String(name)})`),
};

export const document = new Proxy({}, absentMember);
export const crypto = new Proxy({}, absentMember);
export const XMLHttpRequest = Absent;
// liquidjs asks for these with typeof and does without them.
export const global = undefined;
export const window = undefined;
// It means the one of Object, and finds it only where the global object happens to inherit it.
const objectToString = Object.prototype.toString;

export { objectToString as toString };
