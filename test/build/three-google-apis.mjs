// Google's own clients of the three APIs that clasp uses here, pointed at the server whose address
// is in GOOGLE_STUB. Each request says which process asks.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** @param {string} name */
const client = (name) => {
  const real = require(`googleapis/build/src/apis/${name}/index.js`)[name];
  const here = { rootUrl: process.env.GOOGLE_STUB, headers: { "x-pid": String(process.pid) } };
  return (asked) => real({ ...(typeof asked === "string" ? { version: asked } : asked), ...here });
};

export const google = Object.fromEntries(
  ["script", "drive", "oauth2"].map((name) => [name, client(name)]),
);
