import { afterEach, describe, expect, it, vi } from "vitest";
import { checkoutOf, linksOf, readForm } from "../../../local/tour/pages.ts";
import { runTour } from "../../../local/tour/run-tour.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A Local in which nothing ever happens: every tab is empty and no mail goes. */
function stubIdleLocal(): void {
  const answers: Record<string, unknown> = {
    status: { now: "2026-03-02T09:00:00.000Z", triggers: [] },
    sheets: [],
    outbox: [],
    stripe: { status: 200 },
    clock: { now: "2026-03-02T09:00:00.000Z", ran: 0 },
  };
  vi.stubGlobal("fetch", async (url: string) => {
    const name = /\/local\/api\/(\w+)$/.exec(url)?.[1] ?? "";
    return new Response(JSON.stringify(answers[name] ?? { headers: [], rows: [], formulas: {} }));
  });
}

describe("the tour in the terminal", () => {
  it("fails, and marks what did not hold, where nothing happens", async () => {
    stubIdleLocal();
    const lines: string[] = [];
    const print = (line: string) => lines.push(line);
    expect(await runTour("http://local.test", { lang: "en", print })).toBe(false);
    const broken = lines.filter((line) => line.includes("✗"));
    expect(broken.join("\n")).toContain("Mail 1 went, with the download link.");
    expect(broken.join("\n")).toContain("Her row is PAID, and next_at is empty.");
    expect(lines.at(-1)).toMatch(/^\d+ of \d+ expectations did not hold\.$/);
  });

  it("goes on after a step that broke off, and fails", async () => {
    stubIdleLocal();
    const idle = globalThis.fetch;
    vi.stubGlobal("fetch", (url: string) =>
      url.endsWith("/stripe") ? new Response("no such key", { status: 500 }) : idle(url),
    );
    const lines: string[] = [];
    const print = (line: string) => lines.push(line);
    expect(await runTour("http://local.test", { lang: "zh", print })).toBe(false);
    expect(lines.join("\n")).toContain("no such key");
    expect(lines.join("\n")).toContain("12/12");
  });
});

describe("a mail as the tour reads it", () => {
  it("gives the links to a page, those of the first mail first", () => {
    const first = "Stop: http://localhost:8787/exec?p=stop&t=abc-_1.x\nNext line";
    const second = "[Lite](http://localhost:8787/exec?p=offer&o=lite&t=q) (…/exec?p=stop&t=2)";
    const mails = [{ text: first }, { text: second }];
    expect(linksOf(mails, "stop")).toEqual(["p=stop&t=abc-_1.x", "p=stop&t=2"]);
    expect(linksOf(mails, "offer", "lite")).toEqual(["p=offer&o=lite&t=q"]);
    expect(linksOf(mails, "offer", "course")).toEqual([]);
  });
});

describe("a page as the tour reads it", () => {
  it("tells its buttons, its fields and where it posts", () => {
    const html = `<form method="post" action="http://x/exec?p=stop&amp;t=1">
      <input type="hidden" name="t" value="a&quot;b"><button type="submit">Stop</button></form>`;
    expect(readForm(html)).toEqual({ buttons: 1, query: "p=stop&t=1", fields: { t: 'a"b' } });
    expect(readForm("<p>Sorry</p>").buttons).toBe(0);
  });

  it("tells which checkout it leads to, and for whom", () => {
    const html = `<a href="http://l/exec?p=lite">Back</a>
      <a class="go" href="http://l/local/link/lite_after?client_reference_id=c_1&amp;x=2">Buy</a>`;
    expect(checkoutOf(html)).toEqual({
      url: "http://l/local/link/lite_after?client_reference_id=c_1&x=2",
      name: "lite_after",
      reference: "c_1",
    });
    expect(() => checkoutOf("<p>Not for sale</p>")).toThrow("no checkout link");
  });
});
