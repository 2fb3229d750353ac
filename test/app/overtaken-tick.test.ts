// A tick that looked before it took the lock, and was overtaken there by another one.
import { expect, it } from "vitest";
import { runTick } from "../../src/app/tick";
import { MemoryOffice, MINUTE } from "./memory-office";

it("believes nothing it saw before: the rows that came meanwhile do not make the file an older version", () => {
  const office = new MemoryOffice();
  office.geo("ada@example.org");
  // At most minutes a tick looks before it takes the lock; at every fifth it shows its beat.
  office.pass(22 * MINUTE);
  office.geo("bob@example.org");
  const { ports } = office;
  let overtaken = false;
  const takeBatch = () => {
    if (!overtaken) {
      overtaken = true;
      office.geo("cem@example.org");
      office.tick();
    }
    return ports.locks.takeBatch();
  };
  runTick({ ...ports, locks: { intake: ports.locks.intake.bind(ports.locks), takeBatch } });
  office.geo("dee@example.org");
  office.pass(10 * MINUTE);
  expect(overtaken).toBe(true);
  for (const name of ["bob", "cem", "dee"]) {
    const mails = ports.mailer.sent.filter(({ mail }) => mail.to === `${name}@example.org`);
    expect(mails, name).toHaveLength(1);
  }
});
