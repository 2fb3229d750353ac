// Keyed posts that come once more: a repeat counts once, a new meaning of the same words counts (R8).
import { beforeEach, describe, expect, it } from "vitest";
import { ADA, FounderOffice } from "./founder-office";
import { DAY, HOUR, MINUTE } from "./memory-office";

const RESULT = "free_check.result";
const URL = "https://files.test/result";
let office: FounderOffice;
beforeEach(() => {
  office = new FounderOffice("free_check", "lite");
});

const form = () =>
  office.post({ form: "free_audit", email: ADA, consent: "yes", url: "https://ada.test" });
function posts(fields: Readonly<Record<string, string>>): void {
  const key = office.ports.properties.values.get("hook_key") ?? "";
  expect(office.post({ key, email: ADA, ...fields })).toMatchObject({ title: "OK" });
}
const result = () => posts({ event: RESULT, result_url: URL });
const outcomes = (type: string) => office.events(type).map(({ outcome }) => outcome);

describe("a result posted before its form", () => {
  it("is ignored and says what to do; the same post counts once the row is there", () => {
    result();
    office.tick();
    expect(office.lastEvent()).toMatchObject({ outcome: "IGNORED" });
    expect(office.lastEvent()?.reason).toContain("post it again");
    form();
    result();
    office.pass(2 * MINUTE);
    expect(outcomes(RESULT)).toEqual(["IGNORED", "APPLIED"]);
    expect(office.one("free_check").result_url).toBe(URL);
    expect(office.steps()).toContain("free_check_result");
  });
});

describe("a result posted twice", () => {
  it("by a tool that tries again counts once", () => {
    form();
    office.tick();
    result();
    result();
    office.pass(2 * MINUTE);
    expect(outcomes(RESULT)).toEqual(["APPLIED", "REPEAT"]);
    expect(office.steps().filter((step) => step === "free_check_result")).toHaveLength(1);
  });

  it("with the same link for a second check, forty days later, is that check's result", () => {
    for (const _ of [1, 2]) {
      form();
      office.tick();
      result();
      office.pass(40 * DAY, HOUR);
    }
    expect(office.inFlow("free_check").map(({ result_url }) => result_url)).toEqual([URL, URL]);
    expect(office.steps().filter((step) => step === "free_check_result")).toHaveLength(2);
  });
});

describe("a conclusion posted, changed and changed back", () => {
  it("is what was posted last (R64)", () => {
    office.lite();
    office.tick();
    for (const conclusion of ["structure", "content", "structure"]) {
      posts({ event: "lite.conclusion", conclusion });
      office.pass(2 * MINUTE);
    }
    expect(outcomes("lite.conclusion")).toEqual(["APPLIED", "APPLIED", "APPLIED"]);
    expect(office.one("lite").conclusion).toBe("structure");
  });
});
