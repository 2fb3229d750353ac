import { describe, expect, it } from "vitest";
import { htmlAnswer, textAnswer } from "./fake-host.ts";
import { askUrl, startServer } from "./start-server.ts";

const FORM = { "content-type": "application/x-www-form-urlencoded" };

describe("/exec, as Google answers it", () => {
  it("shows a page in a frame with exactly Google's flags (facts 2.2)", async () => {
    const { ask, host } = await startServer();
    host.answer = () => htmlAnswer("<!doctype html><head></head><b>inner</b>");
    const outer = await ask("/exec?p=geo&x=1%202");
    expect(outer.status).toBe(200);
    expect(outer.text).toContain("Google Apps Script user");
    expect(outer.text).not.toContain("<b>inner</b>");
    expect(/sandbox="([^"]+)"/.exec(outer.text)?.[1]?.split(" ").sort()).toEqual([
      "allow-downloads",
      "allow-forms",
      "allow-modals",
      "allow-popups",
      "allow-popups-to-escape-sandbox",
      "allow-same-origin",
      "allow-scripts",
    ]);
    const inner = await askUrl(/ src="([^"]+)"/.exec(outer.text)?.[1] ?? "", {});
    expect(inner.text).toContain("<b>inner</b>");
    expect(host.requests).toEqual([{ method: "GET", query: "p=geo&x=1%202" }]);
  });

  it("forbids framing by others unless the script allowed it", async () => {
    const { ask, host } = await startServer();
    expect((await ask("/exec")).headers["x-frame-options"]).toBe("SAMEORIGIN");
    host.answer = () => htmlAnswer("", true);
    expect((await ask("/exec")).headers["x-frame-options"]).toBeUndefined();
  });

  it("escapes the title and the meta tags", async () => {
    const { ask, host } = await startServer();
    const tag = { name: "viewport", content: '"><script>' };
    host.answer = () => ({
      kind: "html",
      title: "</title><script>",
      html: "",
      metaTags: [tag],
      frameAnywhere: false,
    });
    expect((await ask("/exec")).text).not.toContain("<script>");
  });

  it("sends text by way of a one-time address that only GET may follow (facts 1.11)", async () => {
    const { ask, host } = await startServer();
    host.answer = () => textAnswer('{"a":1}');
    const moved = await ask("/exec?hook=x", { method: "POST", body: "{}" });
    expect(moved.status).toBe(302);
    const location = String(moved.headers.location);
    expect(location).toContain("/local/content/");
    expect((await askUrl(location, { method: "POST" })).status).toBe(405);
    const content = await askUrl(location, {});
    expect(content.text).toBe('{"a":1}');
    expect(content.headers["content-type"]).toContain("application/json");
    expect((await askUrl(location, {})).status).toBe(404);
  });

  it("shows an uncaught error as a page with status 200 (facts 1.14)", async () => {
    const { ask, host } = await startServer();
    host.answer = () => ({ kind: "error", message: "TypeError: <x> is not a function" });
    const answer = await ask("/exec");
    expect(answer.status).toBe(200);
    expect(answer.text).toContain("Error");
    expect(answer.text).toContain("TypeError: &lt;x&gt; is not a function");
  });

  it.each([
    ["HEAD", 403],
    ["OPTIONS", 405],
    ["PUT", 405],
  ])("answers %s with %i and runs nothing (facts 1.9, 1.10)", async (method, status) => {
    const { ask, host } = await startServer();
    const answer = await ask("/exec", { method, headers: { origin: "https://shop.test" } });
    expect(answer.status).toBe(status);
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
    expect(host.requests).toEqual([]);
  });

  it("asks for a sign-in at any path behind /exec (facts 1.5)", async () => {
    const { ask, host } = await startServer();
    const answer = await ask("/exec/anything");
    expect(answer.text).toContain("Sign in");
    expect(host.requests).toEqual([]);
  });

  it.each([
    ["GET", "/exec?c=1", ""],
    ["POST", "/exec", "form=geo&sid=1"],
  ])("keeps the reserved names to itself: %s %s %s (facts 1.4)", async (method, path, body) => {
    const { ask, host } = await startServer();
    const asked = method === "POST" ? { method, headers: FORM, body } : { method };
    expect((await ask(path, asked)).status).toBe(405);
    expect(host.requests).toEqual([]);
  });

  it("passes a form's body on as it came, of whatever kind and from whatever site", async () => {
    const { ask, host } = await startServer();
    const type = "multipart/form-data; boundary=x";
    const headers = { "content-type": type, origin: "https://shop.test" };
    const body = '--x\r\nContent-Disposition: form-data; name="c"\r\n\r\n你好\r\n--x--\r\n';
    expect((await ask("/exec?a=b", { method: "POST", headers, body })).status).toBe(200);
    expect(host.requests).toEqual([{ method: "POST", query: "a=b", contentType: type, body }]);
  });
});

describe("google.script.run", () => {
  async function openPage() {
    const server = await startServer();
    const outer = await server.ask("/exec");
    const frame = new URL(/ src="([^"]+)"/.exec(outer.text)?.[1] ?? "");
    const run = (call: unknown, headers = {}) =>
      askUrl(`${frame.origin}/local/gsr`, { method: "POST", headers, body: JSON.stringify(call) });
    return { ...server, frame, run };
  }

  it("is offered to every hosted page", async () => {
    const { frame } = await openPage();
    const page = (await askUrl(frame.href, {})).text;
    const script = /<script src="([^"]+)">/.exec(page)?.[1] ?? "";
    const client = (await askUrl(frame.origin + script, {})).text;
    expect(client).toContain("withSuccessHandler");
    expect(client).toContain('["doGet","doPost"]');
  });

  it("lets a visitor call a top-level function with any arguments", async () => {
    const { run, host } = await openPage();
    host.runResult = () => 7;
    const answer = await run({ function: "doPost", args: [{ parameter: { form: "geo" } }] });
    expect(JSON.parse(answer.text)).toEqual({ result: 7 });
    expect(host.runs.at(-1)).toEqual({
      function: "doPost",
      args: [{ parameter: { form: "geo" } }],
      from: "page",
    });
  });

  it.each(["jobs.tick", "tick_", "jobs_tick_", "", "a b", "eval(1)"])(
    "does not know a function named %j (facts 3.1)",
    async (name) => {
      const { run, host } = await openPage();
      const before = host.runs.length;
      expect(JSON.parse((await run({ function: name })).text).error).toContain("not found");
      expect(host.runs).toHaveLength(before);
    },
  );

  it("answers only pages of its own origin", async () => {
    const { run } = await openPage();
    expect((await run({ function: "doGet" }, { origin: "https://evil.test" })).status).toBe(403);
  });
});
