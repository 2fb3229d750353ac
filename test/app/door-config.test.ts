// What the doors know without reading a tab, and that it always fits its property.
import { describe, expect, it } from "vitest";
import { mirrorDoor, readDoorConfig } from "../../src/app/doors/door-config";
import type { Flow, Step, Wait } from "../../src/model/flow";
import type { Offer } from "../../src/model/offer";
import { readSettings } from "../../src/model/settings";
import { memoryPorts } from "../memory/memory-ports";

const STEP: Step = {
  ...{ step: "s", sentOn: "stage", stage: 0, stageTo: 0, templates: ["t"] },
  ...{ class: "service", lateMaxMs: null },
};
const WAIT: Wait = { stageFrom: 0, stageTo: 0, waitMs: 0, until: "", from: "entry" };
const FLOW: Flow = {
  ...{ flow: "f", on: true, entries: [], opensAs: "ACTIVE", reentry: null, steps: [STEP] },
  ...{ waits: [WAIT], confirms: false, names: { en: "", zh: "" }, fault: null },
};
const OFFER: Offer = {
  ...{ offer: "lite", name: "Lite", flow: "lite", windowMs: 259_200_000, windowEnds: null },
  ...{ before: { price: "€49", link: "https://a.test" }, after: { price: "€79", link: "" } },
  ...{ stripeIds: ["price_1"], stripeIdsAfter: [], deliveryLink: "", freeCounts: false },
  allows: new Map(),
};
const SETTINGS = readSettings([]);

function mirrored(flows: readonly Flow[], offers: readonly Offer[]) {
  const ports = memoryPorts();
  const rules = new Map(flows.map((flow) => [flow.flow, flow]));
  const byName = new Map(offers.map((offer) => [offer.offer, offer]));
  mirrorDoor(ports, ports.properties.all(), SETTINGS, rules, byName);
  const door = ports.properties.values.get("door") ?? "";
  return { ports, door, config: readDoorConfig({ door }), rules, byName };
}

describe("the door's mirror", () => {
  const lite: Flow = {
    ...FLOW,
    ...{ flow: "lite", entries: ["form:lite", "press:lite"] },
    steps: [STEP, { ...STEP, sentOn: "conclusion" }],
  };

  it("holds the forms and the events that rows may wait for, each once", () => {
    const check: Flow = {
      ...FLOW,
      ...{ flow: "free_check", entries: ["form:free_audit", "form:site"] },
      waits: [WAIT, { ...WAIT, until: "free_check.result" }, { ...WAIT, until: "site.done" }],
    };
    const { config } = mirrored([lite, check], []);
    expect(config.forms).toEqual(["geo", "free_audit", "lite", "site"]);
    expect(config.events).toEqual(["lite.conclusion", "free_check.result", "site.done"]);
  });

  it("holds of an offer what its page shows, and no Stripe id", () => {
    const { config, door } = mirrored([lite], [OFFER]);
    expect(config.offers).toMatchObject([
      { offer: "lite", name: "Lite", before: OFFER.before, form: true, press: true },
    ]);
    expect(door).not.toContain("price_1");
  });

  it("knows a press only where the flow sends something after it", () => {
    const course: Flow = { ...lite, steps: [{ ...STEP, sentOn: "paid" }] };
    expect(mirrored([course], [OFFER]).config.offers[0]).toMatchObject({ press: false });
    expect(mirrored([], [OFFER]).config.offers[0]).toMatchObject({ press: false, form: false });
  });

  it("is written when it differs and not again", () => {
    const { ports, rules, byName } = mirrored([lite], [OFFER]);
    mirrorDoor(ports, ports.properties.all(), SETTINGS, rules, byName);
    expect(ports.properties.calls.filter((call) => call.startsWith("set"))).toHaveLength(1);
  });

  it("always fits its property: what does not is left out and said", () => {
    const long = `https://a.test/${"龙".repeat(500)}`;
    const many = Array.from({ length: 30 }, (_, at) => ({
      ...OFFER,
      ...{ offer: `offer_${at}`, before: { price: "€1", link: long } },
    }));
    const { door, config, ports } = mirrored([lite], many);
    expect(Buffer.byteLength(`door${door}`)).toBeLessThanOrEqual(9 * 1_024);
    expect(config.offers.length).toBeGreaterThan(2);
    expect(ports.log.warnings.join()).toContain("offer_29");
  });

  it.each(["", "{", "null", "[]", '{"forms":["x"]}'])("reads %j without failing", (door) => {
    expect(readDoorConfig({ door })).toMatchObject({ offers: [], events: [], language: "en" });
  });
});
