// One plain question to an address: in bounded time, of its beginning only, and nothing followed.
import { afterEach, expect, it } from "vitest";
import { webLinks } from "../../src/apps-script/links";
import { stubServices, withoutStubs } from "./stub-globals";

afterEach(withoutStubs);

function answering(status: number, headers: object): { asked: object[] } {
  const asked: object[] = [];
  const fetch = (url: string, options: object) => {
    asked.push({ url, ...options });
    return { getResponseCode: () => status, getHeaders: () => headers };
  };
  stubServices({ UrlFetchApp: { fetch } });
  return { asked };
}

it("asks for the beginning, in bounded time, and tells the status", () => {
  const { asked } = answering(206, { "Content-Type": "application/pdf" });
  expect(webLinks.answer("https://a.test/x.pdf")).toEqual({ status: 206, leadsTo: "" });
  expect(asked).toEqual([
    {
      url: "https://a.test/x.pdf",
      method: "get",
      headers: { Range: "bytes=0-1023" },
      muteHttpExceptions: true,
      followRedirects: false,
      timeoutSeconds: 10,
    },
  ]);
});

it.each(["Location", "location"])("tells where a redirect leads, said as %s", (name) => {
  answering(302, { [name]: "/elsewhere" });
  expect(webLinks.answer("https://a.test/")).toEqual({ status: 302, leadsTo: "/elsewhere" });
});

it("tells shortly and without the address why there was no answer", () => {
  const fetch = () => {
    throw new Error(`Exception: DNS error: https://a.test/ ${"x".repeat(500)}`);
  };
  stubServices({ UrlFetchApp: { fetch } });
  const answer = webLinks.answer("https://a.test/");
  expect(answer).toMatchObject({ problem: expect.stringMatching(/^DNS error x{80,110}$/) });
});
