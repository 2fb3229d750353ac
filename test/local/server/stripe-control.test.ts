import { describe, expect, it } from "vitest";
import { startServer } from "./start-server.ts";

const OBJECT = { id: "pi_1", object: "payment_intent", status: "succeeded" };

describe("what Stripe has without telling (POST /local/api/stripe)", () => {
  it("is put as objects, and nothing is delivered", async () => {
    const { api, host } = await startServer();
    const answer = await api("stripe", { objects: [OBJECT, { ...OBJECT, id: "pi_2" }] });
    expect(answer.json).toEqual({ status: null, location: null });
    expect(host.requests).toEqual([]);
    const kept = [...host.documents].filter(([key]) => key.startsWith("stripe:"));
    expect(JSON.stringify(kept)).toContain("pi_2");
  });

  it.each([
    [{ objects: OBJECT }],
    [{ objects: ["pi_1"] }],
    [{ objects: [{ id: "pi_1" }] }],
    [{ reachable: "no" }],
    [{ silent: true }],
  ])("refuses %j", async (body) => {
    const { api } = await startServer();
    expect((await api("stripe", body)).status).toBe(400);
  });
});
