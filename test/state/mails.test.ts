// Mails that came back, applied to one person: the gravest reason stays, in whatever order it is told (design 4.8).
import { describe, expect, it } from "vitest";
import type { Fact, MailFact, PersonState } from "../../src/model/fact";
import { HOUR_MS } from "../../src/model/time";
import { apply, enrolled, NOW, person, unsubscribe } from "./bench";

const ADDRESS = person().contact?.email ?? "";

function came(what: MailFact["what"], at: number, more: Partial<MailFact> = {}): MailFact {
  return {
    ...{ kind: "mail", what, eventId: `e_${what}`, at, address: ADDRESS, enrollment: "" },
    ...{ link: "https://mail.google.com/x", onReply: "pause", count: 0, of: 3 },
    ...more,
  };
}

const told = (facts: readonly Fact[], start: PersonState = person()) =>
  facts.reduce<PersonState>((state, fact) => apply(state, fact), start);

/** Every order of them. */
function orders<T>(all: readonly T[]): readonly (readonly T[])[] {
  if (all.length < 2) return [all];
  return all.flatMap((one, at) =>
    orders(all.filter((_, other) => other !== at)).map((rest) => [one, ...rest]),
  );
}

describe("mails that came back", () => {
  it("come to the same in any order", () => {
    const facts: readonly Fact[] = [
      { ...unsubscribe, at: NOW - 4 * HOUR_MS },
      came("stop", NOW - 3 * HOUR_MS),
      came("bounced", NOW - 2 * HOUR_MS),
      came("complained", NOW - HOUR_MS),
    ];
    for (const order of orders(facts)) {
      const { contact, enrollments } = told(order);
      const named = order.map(({ eventId }) => eventId).join();
      expect(contact, named).toMatchObject({
        suppressed: "complained",
        suppressed_at: NOW - HOUR_MS,
      });
      expect(enrollments[0]?.row, named).toMatchObject({
        status: "STOPPED",
        stop_reason: "unsubscribed",
      });
    }
  });

  it("leave what a person typed", () => {
    const { contact } = person();
    if (contact === null) throw new Error("nobody");
    const typed = { ...person(), contact: { ...contact, suppressed: "by hand" as const } };
    expect(told([came("complained", NOW)], typed).contact?.suppressed).toBe("by hand");
  });

  it("say nothing of an address that is theirs no more", () => {
    const decision = apply(person(), came("bounced", NOW, { address: "old@example.test" }));
    expect(decision).toMatchObject({ outcome: "IGNORED" });
    expect(decision.contact?.suppressed).toBe("");
  });

  it("give an address up with the last of so many, not before", () => {
    const soft = (count: number) => apply(person(), came("undelivered", NOW, { count }));
    expect([0, 1, 2, 3].map((count) => soft(count).contact?.suppressed)).toEqual([
      ...["", "", "", "bounced"],
    ]);
    expect(soft(0).outcome).toBe("IGNORED");
  });

  it("hold what is open, but a failed payment only by an answer to its own mail", () => {
    const start: PersonState = {
      ...person(),
      enrollments: [
        enrolled({ id: "c_ada1.geo.1", flow: "geo", entered_at: NOW - HOUR_MS }),
        enrolled({ id: "c_ada1.stripe.1", status: "FAILED", entered_at: NOW - HOUR_MS }),
        enrolled({ id: "c_ada1.lite.1", status: "UNPAID", entered_at: NOW + HOUR_MS }),
        enrolled({ id: "c_ada1.geo.0", status: "DONE", next_at: null }),
      ],
    };
    const statuses = (enrollment: string) =>
      apply(start, came("replied", NOW, { enrollment })).enrollments.map(({ row }) => row.status);
    expect(statuses("c_ada1.geo.1")).toEqual(["PAUSED", "FAILED", "UNPAID", "DONE"]);
    expect(statuses("c_ada1.stripe.1")).toEqual(["PAUSED", "PAUSED", "UNPAID", "DONE"]);
  });

  it("are no news to somebody who went on since", () => {
    const { contact } = person();
    if (contact === null) throw new Error("nobody");
    const since = { ...person(), contact: { ...contact, resumed_at: NOW + HOUR_MS } };
    expect(apply(since, came("stop", NOW)).outcome).toBe("IGNORED");
    expect(apply(since, came("replied", NOW)).enrollments[0]?.row.status).toBe("ACTIVE");
  });
});
