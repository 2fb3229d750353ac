// The doors of the bundle itself: what a press, a form and an offer page cost, and what a reader meets there.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WebAnswer } from "../../local/host/contract.ts";
import { offerToken, offerUrl } from "../../src/app/offers/offer-link.ts";
import { memoryPorts } from "../memory/memory-ports.ts";
import { Founder } from "./founder.ts";
import { EXEC_URL, HOUR } from "./office.ts";

const ADA = "ada@post.test";
const LONG_QUEUE = 60;
let founder: Founder;

beforeAll(() => {
  founder = Founder.open();
  founder.form("geo", ADA, { timezone: "Asia/Shanghai", locale: "zh" });
  founder.ticks(2);
});
afterAll(() => founder.close());

const callsOf = (act: () => unknown): readonly string[] => {
  act();
  return founder.host.executions().at(-1)?.calls ?? [];
};
const htmlOf = (answer: WebAnswer): string => (answer.kind === "html" ? answer.html : "");
const words = (html: string) =>
  html.replace(/<(style|script)>[\s\S]*?<\/\1>/g, "").replace(/<[^>]*>/g, " ");
/** The offer page as a mail to that person links to it. */
function linkTo(offer: string, email: string): string {
  const contact = String(founder.contact(email)?.id);
  const secret = founder.host.property("token_secret") ?? "";
  const token = offerToken(contact, offer, founder.host.now(), secret, memoryPorts().secrets);
  const url = offerUrl(EXEC_URL, offer, token, String(founder.contact(email)?.locale));
  return url.slice(url.indexOf("?") + 1);
}
/** The fields that a page's one button posts. */
function hiddenOf(html: string): Record<string, string> {
  const fields = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name, value]) => [name ?? "", value ?? ""]));
}

describe("somebody who reads about Lite and presses", () => {
  it("meets the page in their language, presses once, and gets the receipt with the same date", () => {
    const query = linkTo("lite", ADA);
    const page = htmlOf(founder.get(query));
    expect(page).toContain('<main lang="zh">');
    expect(words(page)).toMatch(/€49.*72 小时.*€79/s);
    const fields = hiddenOf(page);
    const pressed = htmlOf(founder.post(fields));
    const date = /\d+年\d+月\d+日 \d\d:\d\d（Asia\/Shanghai）/.exec(words(pressed))?.[0] ?? "none";
    expect(pressed).toContain("https://buy.test/lite?client_reference_id=c_");
    expect(pressed).toContain("prefilled_email=ada%40post.test");
    founder.ticks(2);
    expect(founder.row(ADA, "lite")).toMatchObject({ status: "UNPAID", price: "€49" });
    const receipt = founder.mails(ADA).find(({ step }) => step === "lite_receipt");
    expect(receipt?.text).toContain(date);
    expect(words(htmlOf(founder.get(query)))).toContain(date);
    founder.pass(HOUR);
    founder.post(fields);
    founder.ticks(2);
    expect(founder.queue(ADA, "lite")).toHaveLength(1);
    expect(founder.steps(ADA).filter((step) => step === "lite_receipt")).toHaveLength(1);
    expect(words(htmlOf(founder.get(query)))).toContain(date);
  });
});

describe("service calls", () => {
  const fresh = { form: "lite", name: "Cem", consent: "yes", url: "https://cem.test" };

  it("are at most 10 for the Lite form", () => {
    const calls = callsOf(() => founder.post({ ...fresh, email: "cem@post.test" }));
    expect(calls.length).toBeLessThanOrEqual(10);
  });

  it("are at most 10 for a press, the first and a later one, and 8 for its page, in a long queue", () => {
    for (let n = 0; n < LONG_QUEUE; n += 1) founder.form("geo", `lead${n}@post.test`);
    founder.ticks(3);
    const query = linkTo("lite", "lead7@post.test");
    expect(callsOf(() => founder.get(query)).length).toBeLessThanOrEqual(8);
    const fields = hiddenOf(htmlOf(founder.get(query)));
    expect(Object.keys(fields)).toContain("t");
    expect(callsOf(() => founder.post(fields)).length).toBeLessThanOrEqual(10);
    founder.ticks(2);
    expect(founder.row("lead7@post.test", "lite").status).toBe("UNPAID");
    expect(callsOf(() => founder.post(fields)).length).toBeLessThanOrEqual(10);
    expect(callsOf(() => founder.get(query)).length).toBeLessThanOrEqual(8);
  });

  it("are one for a page without a token", () => {
    expect(callsOf(() => founder.get("p=lite"))).toHaveLength(1);
    expect(callsOf(() => founder.get("p=course"))).toHaveLength(1);
  });

  it("are at most 8 for a keyed post, and none is a fetch", () => {
    const result = { email: ADA, result_url: "https://files.test/r" };
    const calls = callsOf(() => founder.keyed("free_check.result", result));
    expect(calls.length).toBeLessThanOrEqual(8);
    expect(calls.filter((name) => name.startsWith("UrlFetch"))).toEqual([]);
  });
});
