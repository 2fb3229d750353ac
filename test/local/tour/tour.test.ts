import { afterEach, describe, expect, it, vi } from "vitest";
import { runTour } from "../../../local/tour/run-tour.ts";
import { readStopPage, stopLinkOf } from "../../../local/tour/stop-page.ts";
import { paidCheckout } from "../../../local/tour/stripe-event.ts";

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
    expect(lines.join("\n")).toContain("9/9");
  });
});

describe("the unsubscribe page as the tour reads it", () => {
  it("is found by the link in the mail's text", () => {
    const text = "Stop: http://localhost:8787/exec?p=stop&t=abc-_1.x\nNext line";
    expect(stopLinkOf(text)).toBe("p=stop&t=abc-_1.x");
    expect(stopLinkOf("http://localhost:8787/exec?p=geo")).toBe("");
  });

  it("tells its buttons, its fields and where it posts", () => {
    const html = `<form method="post" action="http://x/exec?p=stop&amp;t=1">
      <input type="hidden" name="t" value="a&quot;b"><button type="submit">Stop</button></form>`;
    expect(readStopPage(html)).toEqual({ buttons: 1, query: "p=stop&t=1", fields: { t: 'a"b' } });
    expect(readStopPage("<p>Sorry</p>").buttons).toBe(0);
  });
});

describe("a payment of the tour", () => {
  it("is live, paid, and its ids are its own", () => {
    const payment = { email: "a@b.test", cents: 4_900, now: 1_772_442_000_000 };
    const one = JSON.stringify(paidCheckout({ ...payment, seed: "one" }));
    expect(one).toContain('"livemode":true');
    expect(one).toContain('"payment_status":"paid"');
    expect(one).toContain('"created":1772442000');
    const ids = (text: string): readonly string[] => text.match(/"(?:evt|cs|pi|cus)_[^"]+"/g) ?? [];
    const two = JSON.stringify(paidCheckout({ ...payment, seed: "two" }));
    expect(ids(one)).toHaveLength(4);
    expect(ids(one).filter((id) => ids(two).includes(id))).toEqual([]);
  });
});
