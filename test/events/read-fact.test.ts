import { describe, expect, it } from "vitest";
import type { EventRow } from "../../sheets-schema/index";
import { readFact } from "../../src/events/read-fact";

function row(type: string, payload: unknown): EventRow {
  const text = typeof payload === "string" ? payload : JSON.stringify(payload);
  const at = Date.parse("2026-03-02T09:00:00Z");
  const cells = { received_at: at, occurred_at: at, source: "form", key: "k", who: "" };
  return { id: "e_1", type, payload: text, outcome: "", reason: "", ...cells };
}

describe("an Events row", () => {
  it("of a form reads back as what was said", () => {
    const fact = readFact(
      row("form:geo", { email: "Ada@Example.org", name: "Ada", consent: true }),
    );
    expect(fact).toMatchObject({
      kind: "form",
      form: "geo",
      email: "ada@example.org",
      consent: true,
    });
  });

  it("of an edit reads back with its changes", () => {
    const changes = [{ column: "status", from: "ACTIVE", to: "PAID" }];
    expect(readFact(row("edit", { enrollment: "c.geo.1", changes }))).toMatchObject({ changes });
  });

  it.each([
    ["form:geo", "null"],
    ["form:geo", "[]"],
    ["form:geo", "{"],
    ["form:geo", "17"],
    ["form:geo", { email: 5 }],
    ["form:geo", { email: "nobody" }],
    ["edit", { enrollment: "c.geo.1" }],
    ["edit", { enrollment: "c.geo.1", changes: [null] }],
    ["edit", { enrollment: "c.geo.1", changes: [{ column: "email", from: "", to: "x" }] }],
    ["edit", { enrollment: 1, changes: [] }],
    ["something else", { email: "ada@example.org" }],
  ])("of type %s with the damaged payload %j is no fact, and no exception", (type, payload) => {
    expect(readFact(row(type, payload))).toBeNull();
  });

  it("with a field of another shape reads it as empty", () => {
    const fact = readFact(
      row("form:geo", { email: "ada@example.org", name: { a: 1 }, consent: "yes" }),
    );
    expect(fact).toMatchObject({ name: "", consent: false });
  });
});
