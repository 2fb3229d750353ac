// Names columns the way sheets do.

/**
 * @param {number} index
 * @returns {string} A, B, … Z, AA
 */
export function letterOf(index) {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letterOf(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}
