// UrlFetchApp. The script's own address is the web app itself; all else goes to the host's stand-in.
import type { FetchAnswer, FetchRequest } from "../contract.ts";
import { ServiceError } from "../errors.ts";
import { type Call, type OpTable, plain } from "../op.ts";
import { fetchOwnUrl, isOwnUrl } from "../own-url.ts";
import { quotaLeft, useQuota } from "../quota.ts";

const URL_BYTES_MAX = 2 * 1024;
const POST_BYTES_MAX = 50 * 1024 * 1024;
const SHOWN_CHARACTERS = 200;

interface Request extends FetchRequest {
  readonly muteHttpExceptions: boolean;
  readonly followRedirects: boolean;
}

function fetchOne(call: Call, request: Request): FetchAnswer {
  checkRequest(call, request);
  const answer = reach(call, request);
  if (answer.status >= 400 && !request.muteHttpExceptions) {
    const host = /^https?:\/\/[^/?#]+/i.exec(request.url)?.[0] ?? request.url;
    throw new ServiceError(
      `Request failed for ${host} returned code ${answer.status}. Truncated server response: ` +
        `${answer.body.slice(0, SHOWN_CHARACTERS)} (use muteHttpExceptions option to examine full response)`,
    );
  }
  return answer;
}

function checkRequest(call: Call, request: Request): void {
  const { platform } = call;
  if (!/^https?:\/\/[^\s/]/i.test(request.url)) {
    throw new ServiceError(`Attribute provided with invalid value: url`);
  }
  if (Buffer.byteLength(request.url) > URL_BYTES_MAX) {
    throw new ServiceError("Limit Exceeded: URLFetch URL Length.");
  }
  if (Buffer.byteLength(request.payload) > POST_BYTES_MAX) {
    throw new ServiceError("Limit Exceeded: URLFetch POST Size.");
  }
  const user = call.execution.effectiveUser;
  if (quotaLeft(platform, user, "urlfetch") < 1) {
    throw new ServiceError("Service invoked too many times for one day: urlfetch.");
  }
  useQuota(platform, user, "urlfetch", platform.clock.now(), 1);
}

function reach(call: Call, request: Request): FetchAnswer {
  const { platform } = call;
  if (isOwnUrl(platform, request.url)) {
    return fetchOwnUrl(platform, request, request.followRedirects);
  }
  try {
    if (platform.fetch === null) throw new Error("no network");
    const { url, method, headers, payload } = request;
    return platform.fetch({ url, method, headers, payload });
  } catch {
    throw new ServiceError(`DNS error: ${request.url}`);
  }
}

export const fetchOps: OpTable = {
  "UrlFetchApp.fetch": plain(fetchOne),
  "UrlFetchApp.fetchAll": plain((call: Call, requests: readonly Request[]) => {
    return requests.map((request) => fetchOne(call, request));
  }),
};
