// `do` on Start here: what a phone presses. Each action is carried out once, the cell emptied, the answer written.
import { beforeEach, describe, expect, it } from "vitest";
import { START_ACTIONS } from "../../sheets-schema/index";
import { receiveEdit } from "../../src/app/edit-door";
import { startActions } from "../../src/app/start-here/start-actions";
import { MemoryOffice, MINUTE, OWNER } from "./memory-office";

let office: MemoryOffice;
beforeEach(() => {
  office = new MemoryOffice();
});

const line = (id = "timer") => office.ports.store.row("Start here", id);
const setting = (key: string) => office.ports.store.row("Settings", key)?.value;

function choose(action: string, id = "timer"): string {
  office.ports.store.edit("Start here", id, "do", action);
  receiveEdit(office.ports, office.ports.store.area("Start here"));
  return line(id)?.answer ?? "";
}

describe("an action chosen in a cell", () => {
  it.each(START_ACTIONS)("%s is answered with the time, and its cell is empty again", (action) => {
    const answer = choose(action);
    expect(answer).toMatch(/^\d\d:\d\d ./);
    expect(answer).not.toMatch(/under way …$|did not work/);
    expect(line()?.do).toBe("");
    expect(startActions(office.ports)).toBe(0);
  });

  it.each(START_ACTIONS)("%s is answered in Chinese in a Chinese sheet", (action) => {
    office.set("language", "zh");
    office.tick();
    expect(choose(action)).toMatch(/[\u4e00-\u9fff]/);
  });

  it("works in any line, several at once", () => {
    office.ports.store.edit("Start here", "mode", "do", "sending OFF");
    office.ports.store.edit("Start here", "flows", "do", "back up");
    receiveEdit(office.ports, office.ports.store.area("Start here"));
    expect(line("mode")?.answer).toContain("OFF");
    expect(line("flows")?.answer).toContain("backup 2026-03-02 10:00");
    expect(setting("sending")).toBe("OFF");
  });

  it("that is none is emptied, and says so", () => {
    expect(choose("fly to the moon")).toContain("no action");
    expect(line()?.do).toBe("");
  });

  it("that fails says why, and the others are done", () => {
    office.ports.workbook.copy = () => {
      throw new Error("Drive is full.");
    };
    office.ports.store.edit("Start here", "mode", "do", "sending OFF");
    expect(choose("back up")).toContain("Drive is full.");
    expect(setting("sending")).toBe("OFF");
  });

  it("waits for the next tick while another run is under way", () => {
    office.ports.locks.batchBusy = true;
    expect(choose("sending OFF")).toBe("");
    expect(setting("sending")).toBe("ON");
    office.ports.locks.batchBusy = false;
    office.pass(MINUTE);
    expect(setting("sending")).toBe("OFF");
    expect(line()?.do).toBe("");
  });

  it("of another editor is not carried out from their account", () => {
    office.ports.person.user = "editor@shop.test";
    choose("sending OFF");
    expect(setting("sending")).toBe("ON");
  });

  it("is not done again when a run is cut after it was done", () => {
    const { store } = office.ports;
    const update = store.update.bind(store);
    let writes = 0;
    store.update = (tab, changes) => {
      writes += tab === "Start here" ? 1 : 0;
      if (writes === 2) throw new Error("killed");
      return update(tab, changes);
    };
    expect(() => choose("back up")).toThrow("killed");
    store.update = update;
    office.pass(2 * MINUTE);
    expect(startActions(office.ports)).toBe(0);
    expect(office.ports.workbook.copies).toHaveLength(1);
  });
});

it("run batch sends what is due; preview names it and sends nothing", () => {
  office.geo("ada@example.org");
  expect(choose("preview")).toContain("geo_1 → ada@example.org");
  expect(office.subjects()).toEqual([]);
  expect(office.queue()).toEqual([]);
  expect(choose("run batch")).toContain("mails sent 1");
  expect(office.subjects()).toHaveLength(1);
});

it("send me mail 1 goes to the owner", () => {
  expect(choose("send me mail 1")).toContain(OWNER);
  expect(office.ports.mailer.sent.map(({ mail }) => mail.to)).toEqual([OWNER]);
});

it("sending OFF holds every mail, sending ON lets them go", () => {
  choose("sending OFF");
  office.geo();
  office.pass(3 * MINUTE);
  expect(office.subjects()).toEqual([]);
  choose("sending ON");
  office.pass(3 * MINUTE);
  expect(office.subjects()).toHaveLength(1);
});
