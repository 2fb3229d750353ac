// Who may speak to this server. A page somewhere on the web must not reach the control API: not by
// a form, not by fetch, and not by a name of its own that it lets resolve to 127.0.0.1.
import { type Call, HttpError } from "./http.ts";

export const LOOPBACK_NAMES = ["localhost", "127.0.0.1"] as const;

/** Refuses a Host that is not this computer's own name for itself. */
export function admitHost(call: Call, port: number): void {
  const allowed = LOOPBACK_NAMES.map((name) => `${name}:${port}`);
  const seen = (call.headers.host ?? "").toLowerCase();
  if (allowed.includes(seen)) return;
  throw new HttpError(
    403,
    `Host: saw "${seen}", allowed are ${allowed.join(" and ")}. ` +
      "Dripsheet Local answers only to this computer.",
  );
}

/** Refuses what a browser sends on behalf of another origin. */
export function admitOrigin(call: Call): void {
  const own = `http://${call.headers.host ?? ""}`.toLowerCase();
  const origin = call.headers.origin;
  if (origin !== undefined && origin.toLowerCase() !== own) {
    throw new HttpError(403, `Origin: saw "${origin}", allowed is ${own} or none.`);
  }
  const site = call.headers["sec-fetch-site"];
  if (site === "cross-site" || site === "same-site") {
    throw new HttpError(403, `Sec-Fetch-Site: saw "${site}", allowed are same-origin and none.`);
  }
}
