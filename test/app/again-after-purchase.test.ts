// What a purchase allows again, and what a rule leaves to whoever has asked by themselves.
import { describe, expect, it } from "vitest";
import { ADA, FounderOffice } from "./founder-office";
import { DAY, HOUR, MINUTE } from "./memory-office";

describe("a purchase that allows GEO again after 30 days (design 4.2)", () => {
  function bought(): FounderOffice {
    const own = new FounderOffice("geo", "lite");
    own.type("Offers", "lite", "allows", "geo 30 d");
    own.geo(ADA);
    own.lite(ADA);
    own.pass(2 * MINUTE);
    own.buys(ADA, "plink_lite");
    own.pass(2 * MINUTE);
    return own;
  }

  it("closes the row that was open, and opens a new one for a later form", () => {
    const own = bought();
    expect(own.inFlow("geo")).toMatchObject([{ status: "PAID" }]);
    own.pass(31 * DAY, 6 * HOUR);
    own.geo(ADA, { name: "Ada again" });
    own.pass(3 * DAY, HOUR);
    expect(own.inFlow("geo").map(({ status }) => status)).toEqual(["PAID", "DONE"]);
    expect(own.steps().filter((step) => step.startsWith("geo_"))).toEqual([
      "geo_1",
      "geo_1",
      "geo_2",
    ]);
  });

  it("sends what was asked for at once also within the rest, and marketing only after it", () => {
    const own = bought();
    own.pass(2 * DAY, HOUR);
    own.geo(ADA, { name: "Ada again" });
    own.pass(20 * DAY, 6 * HOUR);
    expect(own.steps().filter((step) => step.startsWith("geo_"))).toEqual(["geo_1", "geo_1"]);
    expect(own.inFlow("geo")[1]?.why).toContain("a rest after the purchase");
    own.pass(12 * DAY, 6 * HOUR);
    expect(own.steps()).toContain("geo_2");
  });

  it("opens nothing of what it does not allow", () => {
    const own = new FounderOffice("geo", "lite");
    own.geo(ADA);
    own.pass(2 * MINUTE);
    own.buys(ADA, "plink_lite");
    own.pass(40 * DAY, 6 * HOUR);
    own.geo(ADA, { name: "Ada again" });
    own.pass(3 * DAY, HOUR);
    expect(own.inFlow("geo")).toMatchObject([{ status: "PAID" }]);
    expect(own.steps()).toEqual(["geo_1", "lite_delivery"]);
  });
});

describe("the rule that leads from GEO to Lite", () => {
  it("adds nothing for whoever has asked for Lite already", () => {
    const own = new FounderOffice("geo", "lite", "geo_to_lite");
    own.geo(ADA);
    own.lite(ADA);
    own.pass(12 * DAY, HOUR);
    expect(own.inFlow("geo_to_lite")).toEqual([]);
    expect(own.events("done:geo")).toMatchObject([{ outcome: "APPLIED" }]);
    expect(own.steps()).not.toContain("geo_to_lite");
  });

  it("ends when its reader asks for Lite before its mail is due", () => {
    const own = new FounderOffice("geo", "lite", "geo_to_lite");
    own.geo(ADA);
    own.pass(4 * DAY, HOUR);
    expect(own.one("geo_to_lite")).toMatchObject({ status: "ACTIVE" });
    own.lite(ADA);
    own.pass(20 * DAY, HOUR);
    expect(own.one("geo_to_lite")).toMatchObject({ status: "DONE", next_at: null });
    expect(own.steps()).not.toContain("geo_to_lite");
  });
});
