// What this browser remembers between visits. Everything works without it.

const prefix = "dripsheet.";

/**
 * @param {string} key
 * @returns {string | null}
 */
export function recall(key) {
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null;
  }
}

/**
 * @param {string} key
 * @param {string} value
 */
export function remember(key, value) {
  try {
    localStorage.setItem(prefix + key, value);
  } catch {
    // A browser that forbids storage loses comfort, nothing else.
  }
}
