// Somebody who left and was erased: known again by a hash alone, and by nothing that could be read.
import { beforeEach, describe, expect, it } from "vitest";
import { suppress, suppressedAs } from "../../src/app/suppressed";
import { DAY, HOUR, MemoryOffice, START } from "./memory-office";

const ADA = "ada@example.org";
const LEFT = { why: "bounced", since: START - 3 * DAY } as const;

describe("an address that gets no mail for good", () => {
  let office: MemoryOffice;
  beforeEach(() => {
    office = new MemoryOffice();
    suppress(office.ports, ADA, LEFT);
  });
  const known = (address: string) =>
    suppressedAs(office.ports, office.ports.properties.all(), address);

  it("is known again, however it is written", () => {
    const since = Math.floor(LEFT.since / DAY) * DAY;
    expect(known(" Ada@Example.ORG ")).toEqual({ why: "bounced", since });
    expect(known("bo@example.org")).toBeNull();
    expect(known("no address")).toBeNull();
  });

  it("cannot be read anywhere", () => {
    const all = JSON.stringify([...office.ports.properties.values]);
    expect(all).not.toContain("ada");
    expect(all).not.toContain(office.ports.secrets.digest(ADA).slice(0, 16));
  });

  it("is kept once, and leaves room for thousands", () => {
    const size = () => JSON.stringify(office.ports.properties.all()).length;
    const before = size();
    suppress(office.ports, ADA, LEFT);
    expect(size()).toBe(before);
    for (let at = 0; at < 900; at += 1) suppress(office.ports, `p${at}@example.org`, LEFT);
    expect(known("p0@example.org")).not.toBeNull();
    expect(known("p899@example.org")).not.toBeNull();
    const longest = Math.max(...[...office.ports.properties.values.values()].map((v) => v.length));
    expect(longest).toBeLessThan(9_000);
  });

  it("that posts a form is recorded and gets no mail", () => {
    office.geo();
    office.pass(3 * DAY, HOUR);
    expect(office.subjects()).toEqual([]);
    expect(office.contact()).toMatchObject({ suppressed: "bounced", source: "GEO", name: "Ada" });
    expect(office.row()).toMatchObject({ status: "STOPPED", stop_reason: "bounced" });
  });

  it("changes nothing for anybody else", () => {
    office.geo("bo@example.org");
    office.pass(HOUR);
    expect(office.subjects()).toHaveLength(1);
  });
});
