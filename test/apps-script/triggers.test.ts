// The three triggers stand exactly once, whatever earlier set-ups have left behind.
import { afterEach, describe, expect, it } from "vitest";
import { handlerName } from "../../src/apps-script/handlers";
import { projectTriggers } from "../../src/apps-script/triggers";
import { stubServices, withoutStubs } from "./stub-globals";

afterEach(withoutStubs);

type Standing = { readonly handler: string; readonly event: "CLOCK" | "ON_EDIT" };

function arrange(standing: readonly Standing[]) {
  const triggers = standing.map(({ handler, event }) => ({
    getHandlerFunction: () => handler,
    getEventType: () => event,
  }));
  const deleted: string[] = [];
  const kept = new Map<string, string>();
  const made: string[] = [];
  const builder = (handler: string) => {
    const create = (what: string) => ({ create: () => made.push(`${handler} ${what}`) });
    return {
      timeBased: () => ({
        everyMinutes: (count: number) => create(`${count} min`),
        everyHours: (count: number) => create(`${count} h`),
      }),
      forSpreadsheet: (file: string) => ({ onEdit: () => create(`edit of ${file}`) }),
    };
  };
  stubServices({
    ScriptApp: {
      getProjectTriggers: () => triggers,
      newTrigger: builder,
      deleteTrigger: (trigger: (typeof triggers)[number]) =>
        deleted.push(`${trigger.getHandlerFunction()} ${trigger.getEventType()}`),
    },
    SpreadsheetApp: { getActiveSpreadsheet: () => "this file" },
    PropertiesService: {
      getScriptProperties: () => ({
        getProperty: (key: string) => kept.get(key) ?? null,
        setProperty: (key: string, value: string) => void kept.set(key, value),
      }),
    },
  });
  return { deleted, made };
}

const clock = (handler: string): Standing => ({ handler, event: "CLOCK" });
const edit = (handler: string): Standing => ({ handler, event: "ON_EDIT" });

describe("installing", () => {
  it("makes all three where none stands", () => {
    const { made, deleted } = arrange([]);
    expect(projectTriggers.missing()).toEqual(["tick", "watch", "edit"]);
    expect(projectTriggers.install([])).toEqual(["tick", "watch", "edit"]);
    expect(made).toEqual(["jobs.tick 1 min", "jobs.watch 1 h", "jobs.edit edit of this file"]);
    expect(deleted).toEqual([]);
  });

  it("touches nothing where all stand, and leaves a person's own trigger", () => {
    const others = [clock("myOwnReport"), edit("jobs.mine")];
    const { made, deleted } = arrange([
      clock("jobs.tick"),
      clock("jobs.watch"),
      edit("jobs.edit"),
      ...others,
    ]);
    expect(projectTriggers.install([])).toEqual([]);
    expect([made, deleted]).toEqual([[], []]);
  });

  it("removes doubles, triggers of the other way of naming, and one of the wrong kind", () => {
    const { made, deleted } = arrange([
      clock("jobs.tick"),
      clock("jobs.tick"),
      clock("jobs_tick_"),
      clock("jobs.edit"),
      clock("jobs.watch"),
    ]);
    expect(projectTriggers.install([])).toEqual(["edit"]);
    expect(deleted).toEqual(["jobs.tick CLOCK", "jobs_tick_ CLOCK", "jobs.edit CLOCK"]);
    expect(made).toEqual(["jobs.edit edit of this file"]);
  });
});

describe("installing otherwise", () => {
  it("makes all anew under the names ending in _, which later installing keeps to", () => {
    const { made, deleted } = arrange([clock("jobs.tick"), clock("myOwnReport")]);
    projectTriggers.installOtherwise();
    expect(deleted).toEqual(["jobs.tick CLOCK"]);
    const names = made.map((one) => one.split(" ")[0]);
    expect(names).toEqual(["jobs_tick_", "jobs_watch_", "jobs_edit_"]);
    projectTriggers.install(["tick"]);
    expect(made.at(-3)).toBe("jobs_tick_ 1 min");
  });

  it("counts timers of either name as standing", () => {
    arrange([clock("jobs_tick_"), clock("jobs.watch"), edit("jobs_edit_")]);
    expect(projectTriggers.missing()).toEqual([]);
  });
});

it("handlers are named as the build declares them", () => {
  expect(handlerName("jobs", "tick", "dot")).toBe("jobs.tick");
  expect(handlerName("menu", "setUp", "underscore")).toBe("menu_setUp_");
});
