import { describe, expect, it } from "vitest";
import { startServer } from "./start-server.ts";

describe("files", () => {
  it.each([
    ["/", "text/html; charset=utf-8"],
    ["/studio/main.js", "text/javascript; charset=utf-8"],
    ["/vendor/tabulator/js/tabulator_esm.min.mjs", "text/javascript; charset=utf-8"],
    ["/vendor/tabulator/css/tabulator.min.css", "text/css; charset=utf-8"],
    ["/local/files/geo-sample.pdf", "application/pdf"],
    ["/favicon.ico", "image/svg+xml"],
  ])("serves %s as %s", async (path, type) => {
    const { ask } = await startServer();
    const answer = await ask(path);
    expect([answer.status, answer.headers["content-type"]]).toEqual([200, type]);
    expect(answer.headers["cache-control"]).toBe("no-cache");
  });

  it("ships a real PDF of one page", async () => {
    const { ask } = await startServer();
    const pdf = (await ask("/local/files/geo-sample.pdf")).text;
    expect(pdf.startsWith("%PDF-1.")).toBe(true);
    expect(pdf.trimEnd().endsWith("%%EOF")).toBe(true);
    expect(pdf).toContain("/Count 1");
  });

  it.each([
    "/studio/../../package.json",
    "/studio/..%2f..%2fpackage.json",
    "/studio/%2e%2e/%2e%2e/package.json",
    "/vendor/tabulator/..%2f..%2fopen%2fpackage.json",
    "/local/files/%00.pdf",
    "/local/files/",
    "/package.json",
  ])("serves nothing at %s", async (path) => {
    const { ask } = await startServer();
    expect((await ask(path)).status).toBe(404);
  });

  it("shows a local page where a real install links elsewhere", async () => {
    const { ask } = await startServer();
    const answer = await ask("/local/link/course%3Cscript%3E");
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain("<script>");
  });
});
