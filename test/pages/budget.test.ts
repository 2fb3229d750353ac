// What a page costs (design 5), counted in the bundle: a visitor waits for every service call.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BundleOffice, HOUR, MINUTE } from "../bundle/office.ts";

let office: BundleOffice;
let mail = "";
beforeAll(() => {
  office = BundleOffice.open();
  office.type("Flows", "flow", "lite", "on", "YES");
  office.post({ form: "lite", email: "ada@example.org", consent: "yes", locale: "en" });
  for (let n = 0; n < 40; n += 1) office.geo(`lead${n}@example.org`);
  office.pass(2 * HOUR, MINUTE);
  office.geo();
  office.pass(2 * MINUTE, MINUTE);
  mail = office.host.outbox().find(({ to }) => to === "ada@example.org")?.text ?? "";
});
afterAll(() => office.close());

/** The query of a link of that kind, as the mail carries it. */
const link = (name: string) => new RegExp(`exec\\?(p=${name}&\\S+)`).exec(mail)?.[1] ?? "";

function htmlOf(query: string): string {
  const answer = office.get(query);
  if (answer.kind !== "html") throw new Error(`${query}: no page but ${answer.kind}`);
  return answer.html;
}

describe("a page", () => {
  it.each(["p=geo", "p=free_audit", "p=lite_form", "p=lite", "p=back", "p=back&t=x", "p=stop&t=x"])(
    "%s costs one service call",
    (query) => {
      htmlOf(query);
      expect(office.lastCalls()).toHaveLength(1);
    },
  );

  it("of one person's costs at most 8, and what it shows is theirs", () => {
    expect(link("back")).not.toBe("");
    expect(htmlOf(link("back"))).toContain("The GEO resource pack");
    expect(office.lastCalls().length).toBeLessThanOrEqual(8);
  });

  it("weighs at most 30 kB, also one person's", () => {
    for (const query of ["p=geo", "p=lite_form", link("back"), link("stop")]) {
      expect(Buffer.byteLength(htmlOf(query)), query).toBeLessThanOrEqual(30 * 1024);
    }
  });
});

describe("a press on the way back", () => {
  it("costs at most 10 service calls, as a form does", () => {
    const t = new URLSearchParams(link("back")).get("t") ?? "";
    expect(office.post({ p: "back", t, w: "pause" })).toMatchObject({ kind: "html" });
    expect(office.lastCalls().length).toBeLessThanOrEqual(10);
  });
});

describe("a form that asks for data", () => {
  it("gets JSON by way of a redirect, which every origin may read", () => {
    const answer = office.geo("data@example.org", { as: "json" });
    expect(answer).toMatchObject({ kind: "text", mimeType: "application/json" });
    expect(office.lastCalls().length).toBeLessThanOrEqual(10);
  });
});
