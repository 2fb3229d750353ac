// How addresses of the owner answer: one plain question each, nothing followed, the beginning of the answer at most.
import type { LinkAnswer, Links } from "../ports";

/** A site that is slower than this loses readers, too. */
const TIMEOUT_SECONDS = 10;
const WHY_LENGTH_MAX = 120;
/** A download may be large, and whether it is there its beginning tells. */
const BEGINNING = { Range: "bytes=0-1023" };

/** The types of the platform do not know `timeoutSeconds` yet. */
type FetchOptions = GoogleAppsScript.URL_Fetch.URLFetchRequestOptions & { timeoutSeconds: number };

export const webLinks: Links = {
  answer(url) {
    const options: FetchOptions = {
      method: "get",
      headers: BEGINNING,
      muteHttpExceptions: true,
      followRedirects: false,
      timeoutSeconds: TIMEOUT_SECONDS,
    };
    try {
      return readAnswer(UrlFetchApp.fetch(url, options));
    } catch (error) {
      const said = String(error instanceof Error ? error.message : error);
      const short = said.replace(/^(Exception|Error): /, "").replace(/[:,]? ?https?:\/\/\S+/, "");
      return { problem: short.slice(0, WHY_LENGTH_MAX) };
    }
  },
};

function readAnswer(response: GoogleAppsScript.URL_Fetch.HTTPResponse): LinkAnswer {
  const headers = Object.entries(response.getHeaders());
  const location = headers.find(([name]) => name.toLowerCase() === "location")?.[1];
  return { status: response.getResponseCode(), leadsTo: String(location ?? "") };
}
