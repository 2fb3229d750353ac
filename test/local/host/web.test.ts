// The web app's door: the event object, and what comes of each return value.
import { describe, expect, it } from "vitest";
import type { WebAnswer, WebRequest } from "../../../local/host/contract.ts";
import { EXEC_URL, openBench } from "./bench.ts";

const ECHO = `
function doGet(e) { return HtmlService.createHtmlOutput(JSON.stringify(e)); }
var doPost = doGet;`;

const FORM = "application/x-www-form-urlencoded";

function eventOf(request: WebRequest): Record<string, unknown> {
  const answer = openBench(ECHO).host.request(request);
  if (answer.kind !== "html") throw new Error(JSON.stringify(answer));
  return JSON.parse(answer.html) as Record<string, unknown>;
}

describe("the event object", () => {
  it("has exactly Google's fields on GET (facts 1.1)", () => {
    expect(eventOf({ method: "GET", query: "" })).toEqual({
      parameter: {},
      parameters: {},
      queryString: "",
      contextPath: "",
      contentLength: -1,
    });
  });

  it("gives the first value in parameter and all in parameters (facts 1.1)", () => {
    const event = eventOf({ method: "GET", query: "a=1&a=2&b=x%20y+z&empty=&bare" });
    expect(event).toMatchObject({
      queryString: "a=1&a=2&b=x%20y+z&empty=&bare",
      parameter: { a: "1", b: "x y z", empty: "", bare: "" },
      parameters: { a: ["1", "2"], b: ["x y z"] },
    });
  });

  it("merges an url-encoded body into the parameters (facts 1.2)", () => {
    const event = eventOf({
      method: "POST",
      query: "a=q",
      contentType: FORM,
      body: "a=b&n=%C3%A9",
    });
    expect(event).toEqual({
      parameter: { a: "q", n: "é" },
      parameters: { a: ["q", "b"], n: ["é"] },
      queryString: "a=q",
      contextPath: "",
      contentLength: 12,
      postData: { length: 12, type: FORM, contents: "a=b&n=%C3%A9", name: "postData" },
    });
  });

  it("makes one bogus key of JSON that claims to be a form (facts 1.2)", () => {
    const event = eventOf({ method: "POST", query: "", contentType: FORM, body: '{"a":"1"}' });
    expect(event.parameter).toEqual({ '{"a":"1"}': "" });
  });

  it.each([
    ["text/plain;charset=UTF-8", "text/plain"],
    ["application/json", "application/json"],
    ["multipart/form-data; boundary=x", "multipart/form-data"],
  ])("does not parse a body of type %s (facts 1.3)", (contentType, type) => {
    const event = eventOf({ method: "POST", query: "", contentType, body: "a=1" });
    expect(event).toMatchObject({ parameter: {}, postData: { type, contents: "a=1" } });
  });

  it("counts the length in bytes", () => {
    const event = eventOf({ method: "POST", query: "", contentType: "text/plain", body: "é" });
    expect(event).toMatchObject({ contentLength: 2, postData: { length: 2 } });
  });

  it.each([
    { method: "GET", query: "c=1" },
    { method: "GET", query: "x=1&sid=" },
    { method: "POST", query: "", contentType: FORM, body: "c=1" },
  ] as const)("is refused for a reserved parameter name: %j (facts 1.4)", (request) => {
    expect(openBench(ECHO).host.request(request)).toEqual({
      kind: "error",
      message: "Sorry, the file you have requested does not exist.",
    });
  });

  it("carries no headers and no address of the caller (facts 1.7)", () => {
    const event = eventOf({ method: "POST", query: "", contentType: FORM, body: "a=1" });
    expect(Object.keys(event).sort()).toEqual([
      "contentLength",
      "contextPath",
      "parameter",
      "parameters",
      "postData",
      "queryString",
    ]);
  });
});

describe("what doGet returns", () => {
  const answerTo = (body: string): WebAnswer =>
    openBench(`function doGet() { ${body} }`).host.request({ method: "GET", query: "" });

  it("as HTML is a page with its title, tags and frame mode (facts 2.7, 2.8)", () => {
    const answer = answerTo(`return HtmlService.createHtmlOutput("<b>x</b>").setTitle("T")
      .addMetaTag("viewport", "width=device-width")
      .setXFrameOptionsMode(HtmlService.XFrameOptionsMode.ALLOWALL)`);
    expect(answer).toEqual({
      kind: "html",
      title: "T",
      html: "<b>x</b>",
      metaTags: [{ name: "viewport", content: "width=device-width" }],
      frameAnywhere: true,
    });
  });

  it("as text has one of Google's types (facts 2.5)", () => {
    const answer = answerTo(
      `return ContentService.createTextOutput("{}").setMimeType(ContentService.MimeType.JSON)`,
    );
    expect(answer).toEqual({
      kind: "text",
      mimeType: "application/json",
      content: "{}",
      fileName: "",
    });
  });

  it.each([
    ["", "did not return anything"],
    ["return 'text'", "not a supported return type"],
    ["return 7", "not a supported return type"],
    ["return Promise.resolve(HtmlService.createHtmlOutput('x'))", "not a supported return type"],
    ["throw new Error('broken')", "Error: broken"],
    ["return nowhere()", "nowhere is not defined"],
  ])("is an error page for: %s (facts 1.13, 1.14)", (body, words) => {
    const answer = answerTo(body);
    expect(answer).toMatchObject({ kind: "error", message: expect.stringContaining(words) });
  });

  it("may not carry a meta tag that Google does not allow (facts 2.7)", () => {
    const body = `return HtmlService.createHtmlOutput("").addMetaTag("robots", "noindex")`;
    expect(answerTo(body)).toMatchObject({ kind: "error" });
  });

  it("says so when there is no such function", () => {
    const answer = openBench("").host.request({ method: "POST", query: "" });
    expect(answer).toEqual({ kind: "error", message: "Script function not found: doPost" });
  });
});

describe("a web app that is not open to everyone", () => {
  it("runs nothing for a stranger (facts 7.14)", () => {
    const bench = openBench(ECHO, {}, { webapp: { access: "ANYONE" } });
    expect(bench.host.request({ method: "GET", query: "" })).toMatchObject({ kind: "error" });
    expect(bench.host.executions()).toEqual([]);
  });
});

describe("a script that fetches its own address", () => {
  const bench = openBench(`
    function doGet(e) { return HtmlService.createHtmlOutput("page " + e.parameter.a); }
    function doPost(e) { return ContentService.createTextOutput("text " + e.parameter.a); }
    function ask(method, follow) {
      var answer = UrlFetchApp.fetch("${EXEC_URL}?x=1", {
        method: method, payload: { a: "é" }, muteHttpExceptions: true, followRedirects: follow });
      return [answer.getResponseCode(), answer.getContentText(), answer.getHeaders()["Location"] || ""];
    }`);
  const ask = (...args: unknown[]) => bench.host.run({ function: "ask", args }).result as unknown[];

  it("sees 302 for text, and the text itself when it follows (facts 1.11)", () => {
    const [status, , location] = ask("post", false);
    expect(status).toBe(302);
    expect(location).toContain("script.googleusercontent.com");
    expect(ask("post", true).slice(0, 2)).toEqual([200, "text é"]);
  });

  it("sees 200 for a page, wrapped in Google's own (facts 1.12)", () => {
    const [status, content] = ask("get", false);
    expect(status).toBe(200);
    expect(content).toContain("page undefined");
  });
});
