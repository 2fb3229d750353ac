// A row of the Queue that a cut run left beside its headers: a person inserted a column while it was written (design 5).
import { expect, it } from "vitest";
import { MemoryOffice, MINUTE } from "./memory-office";

const ADA = "ada@example.org";

/** As if the run that let Ada in had been cut before it could put the row right, and before her event had an outcome. */
function beside(): MemoryOffice {
  const office = new MemoryOffice();
  office.ports.mailer.quota = 0;
  office.geo(ADA);
  office.pass(MINUTE);
  const { id, status, paid, next_step } = office.row(ADA);
  const shifted = {
    status: paid,
    paid: "",
    stage: null,
    next_step: status,
    why: next_step,
    sealed: "",
  };
  for (const [column, value] of Object.entries(shifted)) {
    office.ports.store.edit("Queue", id, column as "why", value as string);
  }
  const [event] = office.ports.store.rows("Events").filter(({ type }) => type === "form:geo");
  office.ports.store.edit("Events", event?.id ?? "", "outcome", "");
  office.ports.mailer.quota = 100;
  return office;
}

it("is written anew in its place by the next run, and gets its mail once", () => {
  const office = beside();
  office.pass(40 * MINUTE, MINUTE);
  expect(office.ports.store.rows("Queue")).toHaveLength(1);
  expect(office.row(ADA)).toMatchObject({ status: "ACTIVE", paid: "NO", stage: 1 });
  expect(office.row(ADA).sealed).not.toBe("");
  expect(office.subjects()).toHaveLength(1);
});
