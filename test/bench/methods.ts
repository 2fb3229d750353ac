// Every method of Google's services that a run calls, handles and builders included: what a naive count would show.
import type { Beside } from "./bench-office.ts";

const SERVICES = [
  "SpreadsheetApp",
  "GmailApp",
  "MailApp",
  "LockService",
  "PropertiesService",
  "CacheService",
  "UrlFetchApp",
  "ScriptApp",
  "HtmlService",
  "ContentService",
  "Utilities",
  "Session",
];

/** Each service, and whatever of Google's it hands out, counts how often it is asked. */
const COUNTING = `
var methodsAsked = 0;
var realOf = new WeakMap();
function counting(real) {
  var own = new Proxy(function () {}, {
    get: function (_target, name) {
      var member = real[name];
      if (typeof member !== "function") return handedOut(member);
      return function () {
        methodsAsked += 1;
        var given = Array.prototype.map.call(arguments, function (one) {
          return Array.isArray(one) ? one.map(unwrapped) : unwrapped(one);
        });
        return handedOut(member.apply(real, given));
      };
    },
  });
  realOf.set(own, real);
  return own;
}
function unwrapped(one) {
  return realOf.get(one) || one;
}
function handedOut(value) {
  if (Array.isArray(value)) return value.map(handedOut);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  var kind = Object.getPrototypeOf(value);
  var plain = kind === null || kind === Object.prototype || kind === Number.prototype;
  return plain || /Enum/.test(kind.constructor.name) ? value : counting(value);
}
${SERVICES.map((name) => `${name} = counting(${name});`).join("\n")}
`;

/** Said at the end of each run that is measured. */
const TELLING = `
function telling(run) {
  return function () {
    methodsAsked = 0;
    try {
      return unwrapped(run.apply(this, arguments));
    } finally {
      console.log("methods " + methodsAsked);
    }
  };
}
`;
const OUR_RUNS = `
doPost = telling(doPost);
jobs.tick = telling(jobs.tick);
`;

/** `after`: what else the script holds, and which of its functions tell. */
export const countingMethods = (after: string): Beside => ({
  before: COUNTING,
  after: `${TELLING}${after}`,
});
export const countingOurs = (more: string) => countingMethods(`${more}${OUR_RUNS}`);

export function methodsOf(logs: readonly string[] = []): number {
  const said = logs.map((line) => /^methods (\d+)$/.exec(line)?.[1]).filter(Boolean);
  return Number(said.at(-1) ?? Number.NaN);
}
