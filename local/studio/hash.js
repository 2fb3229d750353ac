// The address behind "#", in parts: #/Queue/ROW-ID, #/mail/ID.

/** @returns {string[]} */
export function hashParts() {
  return location.hash.replace(/^#\/?/, "").split("/").map(decoded);
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
