import { describe, expect, it } from "vitest";
import { htmlAnswer } from "./fake-host.ts";
import { askUrl, startServer } from "./start-server.ts";

describe("the control API and foreign pages", () => {
  const paths = [
    "/local/api/status",
    "/local/api/sheets",
    "/local/files/geo-sample.pdf",
    "/exec",
    "/",
  ];

  it.each(paths)("refuses a name that was made to resolve to this computer at %s", async (path) => {
    const { ask, host } = await startServer();
    const answer = await ask(path, { headers: { host: "evil.test" } });
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.text).error).toContain('saw "evil.test"');
    expect(host.requests).toEqual([]);
  });

  it.each(["localhost:1", "127.0.0.1", "localhost.evil.test", "evil.test:80", "0.0.0.0"])(
    "refuses the Host %s, which is not this server's own",
    async (name) => {
      const { ask } = await startServer();
      expect((await ask("/local/api/status", { headers: { host: name } })).status).toBe(403);
    },
  );

  it("answers by both loopback names with its own port", async () => {
    const { ask, running } = await startServer();
    for (const name of ["localhost", "127.0.0.1", "LOCALHOST"]) {
      const headers = { host: `${name}:${running.port}` };
      expect((await ask("/local/api/status", { headers })).status).toBe(200);
    }
  });

  it.each(["https://evil.test", "null", "http://localhost:1", "https://localhost"])(
    "refuses a call on behalf of the origin %s",
    async (origin) => {
      const { ask, host } = await startServer();
      const body = JSON.stringify({ function: "menu.runBatch" });
      const answer = await ask("/local/api/run", { method: "POST", headers: { origin }, body });
      expect(answer.status).toBe(403);
      expect(host.runs.filter((run) => run.function === "menu.runBatch")).toEqual([]);
    },
  );

  it("refuses what a browser sends for another site even without an Origin", async () => {
    const { ask } = await startServer();
    for (const site of ["cross-site", "same-site"]) {
      const answer = await ask("/local/api/outbox", { headers: { "sec-fetch-site": site } });
      expect(answer.status).toBe(403);
    }
  });

  it("answers the Studio, which is of the same origin", async () => {
    const { ask, running } = await startServer();
    const headers = { origin: running.url, "sec-fetch-site": "same-origin" };
    expect((await ask("/local/api/status", { headers })).status).toBe(200);
  });

  it("keeps hosted pages on an origin that has no control API", async () => {
    const { ask, host, running } = await startServer();
    host.answer = () => htmlAnswer("<p>hosted</p>");
    const outer = await ask("/exec?p=geo");
    const frame = /<iframe[^>]* src="([^"]+)"/.exec(outer.text)?.[1] ?? "";
    const inner = new URL(frame);
    expect(inner.port).not.toBe(String(running.port));
    expect((await askUrl(`${inner.origin}/local/api/status`, {})).status).toBe(404);
    const origin = inner.origin;
    expect((await ask("/local/api/status", { headers: { origin } })).status).toBe(403);
  });
});
