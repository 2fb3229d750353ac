// A reader leaves one flow on the way back, and joins it again; everything else goes on (R113).
import { describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE } from "./memory-office";
import { words } from "./offer-visit";
import { ADA, Reader } from "./way-back-reader";

describe("a topic", () => {
  const flowOf = (reader: Reader) => reader.office.row(ADA);

  it("is left alone: its mails end, another flow of the same reader goes on (R113)", () => {
    const reader = new Reader();
    reader.office.post({
      form: "free_audit",
      email: ADA,
      name: "Ada",
      consent: "yes",
      locale: "en",
    });
    reader.office.tick();
    const page = reader.get();
    expect(words(page)).toContain("No more of “The GEO resource pack”");
    expect(words(reader.press(page, "leave"))).toContain("No more of these mails");
    reader.office.tick();
    const rows = reader.office.queue(ADA);
    expect(rows.find(({ flow }) => flow === "geo")).toMatchObject({
      status: "STOPPED",
      stop_reason: "left by reader",
      next_at: null,
    });
    expect(rows.find(({ flow }) => flow === "free_check")?.status).not.toBe("STOPPED");
    expect(reader.office.contact(ADA)?.suppressed).toBe("");
  });

  it("gets nothing more, and what is asked for anew comes", () => {
    const reader = new Reader();
    reader.wish("leave");
    reader.office.pass(10 * DAY, 2 * HOUR);
    expect(reader.sentAfter()).toBe(0);
    reader.office.geo(ADA);
    reader.office.pass(10 * DAY, 2 * HOUR);
    expect(reader.sentAfter()).toBe(1);
  });

  it("is joined again where it was left, never within the hour", () => {
    const reader = new Reader();
    reader.wish("leave");
    reader.office.pass(5 * DAY, 4 * HOUR);
    expect(reader.buttons()).toContain("join");
    reader.wish("join");
    reader.office.tick();
    const row = flowOf(reader);
    expect(row).toMatchObject({ status: "ACTIVE", stage: 1, stop_reason: "" });
    expect(row.next_at).toBeGreaterThanOrEqual(reader.office.ports.clock.now() + HOUR);
    reader.office.pass(2 * HOUR, 30 * MINUTE);
    expect(reader.sentAfter()).toBe(1);
  });

  it("stays left when all mails are stopped and begin again", () => {
    const reader = new Reader();
    reader.wish("leave");
    reader.office.tick();
    reader.wish("stop");
    reader.office.tick();
    reader.wish("on");
    reader.office.pass(5 * DAY, 4 * HOUR);
    expect(reader.sentAfter()).toBe(0);
    expect(flowOf(reader).stop_reason).toBe("left by reader");
  });

  it("is shown by a look, and a look changes nothing", () => {
    const reader = new Reader();
    const before = JSON.stringify(reader.office.ports.store.rows("Events"));
    reader.get({ w: "leave", to: "geo" });
    expect(JSON.stringify(reader.office.ports.store.rows("Events"))).toBe(before);
  });

  it("that nobody knows changes nothing", () => {
    const reader = new Reader();
    const link = Object.fromEntries(new URLSearchParams(reader.link));
    reader.office.post({ ...link, w: "leave", to: "nothing" });
    reader.office.tick();
    expect(flowOf(reader).status).toBe("ACTIVE");
    expect(reader.office.lastEvent()?.outcome).toBe("IGNORED");
  });

  it("is called what the owner calls it, in the reader's language, else by our words or its own", () => {
    const reader = new Reader();
    const { store, properties } = reader.office.ports;
    const called = (l: string) => words(reader.get({ l }));
    const name = (column: "name_en" | "name_zh", typed: string) => {
      store.edit("Flows", "geo", column, typed);
      properties.set("stop_mark", column + typed);
      reader.office.tick();
    };
    name("name_en", "Being found <by> an AI");
    expect(called("en")).toContain("No more of “Being found &lt;by&gt; an AI”");
    expect(called("zh")).toContain("不再接收“GEO 资料包”");
    name("name_zh", "");
    expect(called("zh")).toContain("不再接收“Being found");
    name("name_en", "");
    expect(called("en")).toContain("No more of “The GEO resource pack”");
  });
});
