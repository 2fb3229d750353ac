// "Back up now" on the bundle: a dated copy with everything in it, that mails nobody however it is pressed.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Host } from "../../local/host/contract.ts";
import { openHost } from "../../local/host/open-host.ts";
import { builtBundle } from "../built-bundle.ts";
import { BundleOffice, DAY, EXEC_URL, HOUR, MINUTE } from "./office.ts";

let office: BundleOffice;
let copy: Host;
beforeAll(() => {
  office = BundleOffice.open();
  office.geo();
  office.pass(2 * MINUTE, MINUTE);
  office.host.run({ function: "menu.backUp", answers: ["OK"] });
  const [made] = office.host.copies();
  copy = openHost({
    ...builtBundle(),
    dataDir: made?.folder ?? "",
    execUrl: EXEC_URL,
    now: new Date(office.host.now()).toISOString(),
  });
});
afterAll(() => {
  copy.close();
  office.close();
});

const settings = (host: Host) =>
  new Map(host.sheet("Settings").rows.map(({ key, value }) => [key, value]));

it("is named by its date and says where it lies", () => {
  expect(office.host.copies().map(({ name }) => name)).toEqual([
    expect.stringMatching(/^Dripsheet backup 2026-03-02 \d\d:\d\d$/),
  ]);
});

it("costs at most 12 service calls", () => {
  const run = office.host.executions().find((one) => one.function === "menu.backUp");
  expect(run?.calls.length).toBeLessThanOrEqual(12);
});

it("holds every row", () => {
  for (const tab of ["Queue", "Contacts", "Events", "Sends", "Templates"]) {
    expect(copy.sheet(tab).rows).toEqual(office.host.sheet(tab).rows);
  }
});

it("says what it is when it is opened, which the file itself does not", () => {
  const { dialogs } = copy.run({ function: "onOpen" });
  expect(dialogs).toMatchObject([{ kind: "toast", title: "This is a copy" }]);
  expect(office.host.run({ function: "onOpen" }).dialogs).toEqual([]);
});

it("mails nobody: no timer runs there, a tick does nothing, and Set up leaves sending OFF", () => {
  copy.advance(copy.now() + 3 * DAY, HOUR);
  copy.run({ function: "jobs.tick" });
  copy.run({ function: "menu.runBatch", answers: ["OK"] });
  expect(copy.outbox()).toEqual([]);
  copy.run({ function: "menu.setUp", answers: ["OK"] });
  expect(settings(copy).get("sending")).toBe("OFF");
  copy.advance(copy.now() + DAY, HOUR);
  expect(copy.outbox()).toEqual([]);
});

it("leaves the file itself running", () => {
  office.pass(3 * DAY, HOUR);
  expect(office.mails()).toHaveLength(2);
});
