// A wrong row of rules says so where people look, before anything is due.
import { describe, expect, it } from "vitest";
import { FounderOffice } from "./founder-office";
import { MINUTE } from "./memory-office";

describe("a fault in the rows of a flow", () => {
  it("stands in why before a mail is due, and is taken back when it is mended", () => {
    const own = new FounderOffice("lite", "geo");
    own.lite();
    own.geo("ben@example.org");
    own.pass(2 * MINUTE);
    own.type("Cadence", "lite-1", "wait", "-7 d");
    own.pass(2 * MINUTE);
    expect(own.one("lite").why).toContain("Cadence row 7, wait is");
    expect(own.one("geo", "ben@example.org").why).toBe("geo_2 goes at next_at");
    own.type("Cadence", "lite-1", "wait", "7 d");
    own.pass(2 * MINUTE);
    expect(own.one("lite").why).toBe("lite_1 goes at next_at");
  });
});
