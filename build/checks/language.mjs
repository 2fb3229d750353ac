// Names that exist wherever the language does, up to ES2020. What is newer, and what belongs to a
// browser or to Node, is not there. BigInt, eval, Function, globalThis and shared memory are left
// out on purpose: the platform does not promise them, or they hide what is used.

export const LANGUAGE = new Set([
  ..."Array ArrayBuffer Boolean DataView Date Error EvalError Float32Array Float64Array".split(" "),
  ..."Infinity Int16Array Int32Array Int8Array Intl JSON Map Math NaN Number Object".split(" "),
  ..."Promise Proxy RangeError ReferenceError Reflect RegExp Set String Symbol".split(" "),
  ..."SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array".split(" "),
  ..."Uint8ClampedArray WeakMap WeakSet arguments console decodeURI decodeURIComponent".split(" "),
  ..."encodeURI encodeURIComponent isFinite isNaN parseFloat parseInt undefined".split(" "),
]);

/** Methods newer than ES2020, by name; a call of one is refused unless a fitting provides it. */
export const NEWER_METHODS = new Set([
  ..."any at findLast findLastIndex fromAsync groupBy hasOwn isWellFormed replaceAll".split(" "),
  ..."toReversed toSorted toSpliced toWellFormed".split(" "),
]);
