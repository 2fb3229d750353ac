// An import cut at any call, and pressed again (R191): whole, and nothing twice.
import { describe, expect, it } from "vitest";
import { answerDialog } from "../../src/app/dialogs/dialog";
import { openImport } from "../../src/app/dialogs/import";
import { DIALOGS } from "../../src/app/dialogs/index";
import { everyFault, faulty } from "../support/faults";
import { Importing } from "./import-office";

describe("an import that is cut", () => {
  const text = [
    "email,consent",
    ...Array.from({ length: 5 }, (_, at) => `p${at}@example.org,consent: ${at % 2}`),
  ].join("\n");
  const fields = {
    text,
    list: "Fair",
    flow: "lite",
    column_email: "email",
    column_basis: "consent",
  };

  function pressed(office: Importing, ports = office.ports as Parameters<typeof answerDialog>[0]) {
    openImport(office.ports);
    const token = /"token":"([^"]+)"/.exec(office.ports.person.shown.at(-1)?.html ?? "")?.[1] ?? "";
    const call = { name: "import", token, args: { ...fields, go: "write" } };
    return answerDialog(ports, DIALOGS, call);
  }
  const shape = (office: Importing) => {
    const rows = office.ports.store
      .rows("Queue")
      .map(({ id, status, next_at }) => ({ id, status, next_at }));
    const people = office.people().map(({ id, email, consent, consent_proof: proof }) => {
      const event = office.eventsOf("imported").find((one) => one.id === proof);
      return { id, email, consent, proof: JSON.parse(event?.payload ?? "{}").agreed?.text };
    });
    const told = office.eventsOf("imported").map(({ key }) => key);
    return { rows, people, told: [...told].sort() };
  };

  it("at any call, before it acts or after, is made whole by the same press: nothing twice", () => {
    const whole = new Importing("lite");
    const calls: string[] = [];
    expect(pressed(whole, faulty(whole.ports, null, calls)).message).toContain("Imported: 5");
    const wanted = shape(whole);
    expect(wanted.people).toHaveLength(5);
    expect(wanted.told).toHaveLength(2);
    for (const fault of everyFault(calls.length, [true])) {
      const office = new Importing("lite");
      try {
        pressed(office, faulty(office.ports, fault));
      } catch {
        // The run was killed.
      }
      pressed(office);
      expect(shape(office), `${calls[fault.at]} ${fault.when}`).toEqual(wanted);
    }
  });
});
