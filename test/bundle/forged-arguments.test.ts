import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { runForVisitor, visibleFunctions } from "../../local/server/script-run.ts";
import { builtBundle } from "../built-bundle.ts";
import { BundleOffice, MINUTE } from "./office.ts";

// Any visitor of any page of ours can call the three global functions with arguments of their choice (facts 3.1–3.3, design 6).
const GLOBALS = ["doGet", "doPost", "onOpen"] as const;
const TABS = ["Queue", "Contacts", "Events", "Sends", "Settings", "Templates", "Offers", "Flows"];
const DIALOGS = ["stripe", "go-live", "sender", "adopt", "edit-mail", "person", "archive", "audit"];
const NAMES = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "then",
  "toJSON",
  "length",
];
const TOKENS = ["", "0", "undefined", "null", "a.b.c", "x".repeat(100_000), "%00", "__proto__"];

const NOTHING = /^\{"result":null\}$|does not carry a HtmlOutput/;

let office: BundleOffice;
let visible: readonly string[];
beforeAll(() => {
  visible = visibleFunctions(builtBundle().codeFile);
  office = BundleOffice.open();
  office.geo();
  office.pass(10 * MINUTE);
});

/** All that a stranger may not change. */
function everything() {
  const tabs = TABS.map((tab) => [tab, office.host.sheet(tab).rows]);
  return JSON.stringify([tabs, office.host.outbox().length]);
}

/** What google.script.run brings back: plain data, or why nothing. It carries no page object. */
function call(name: unknown, ...args: readonly unknown[]): string {
  const body = JSON.stringify({ function: name, args });
  return JSON.stringify(runForVisitor(office.host, visible, body));
}

describe("a stranger's page", () => {
  it("reaches no function but the three: no timer, no menu item, nothing inside", () => {
    expect([...visible].sort()).toEqual([...GLOBALS].sort());
    const inner = ["jobs.tick", "jobs.edit", "menu.goLive", "menu.sendNow", "menu.personData"];
    for (const name of [...inner, "jobs", "menu", "makePorts", "receivePost", "eval", ...NAMES]) {
      expect(call(name, {}), name).toContain("function not found");
    }
  });

  it("changes nothing by any plain value as the event", () => {
    const before = everything();
    fc.assert(
      fc.property(fc.constantFrom(...GLOBALS), fc.jsonValue({ maxDepth: 4 }), (name, value) => {
        expect(call(name, value)).toMatch(NOTHING);
      }),
      { numRuns: 300 },
    );
    expect(everything()).toBe(before);
  });

  it("changes nothing by an event shaped like Google's, with anything where text belongs", () => {
    const before = everything();
    const odd = [null, 5, -1, [], ["a"], {}, { length: -1 }, true, "x".repeat(200_000), "\0"];
    for (const value of odd) {
      for (const name of ["doGet", "doPost"]) {
        call(name, { parameter: value, postData: value, contentLength: value });
        call(name, { parameter: { p: value, form: value, t: value, hook: value, event: value } });
        for (const own of NAMES) call(name, { [own]: value, parameter: { [own]: value } });
      }
    }
    expect(everything()).toBe(before);
  });

  it("presses no button of a window over the sheet: every token it can make up is one answer", () => {
    const before = everything();
    const answers = DIALOGS.flatMap((dialog) =>
      TOKENS.map((token) => call("doPost", { dialog, token, args: { step: "save", yes: "YES" } })),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain("problem");
    for (const dialog of [...NAMES, "", 5, null]) {
      call("doPost", { dialog, token: "x", args: JSON.parse('{"__proto__":{"polluted":"yes"}}') });
    }
    expect(({} as Readonly<Record<string, unknown>>).polluted).toBeUndefined();
    expect(everything()).toBe(before);
  });

  it("shows no page of ours in a frame of its own", () => {
    for (const query of ["", "form=geo", "p=lite", "p=offer&o=lite", "p=stop&t=x", "p=back&t=x"]) {
      expect(office.get(query), query).toMatchObject({ kind: "html", frameAnywhere: false });
    }
  });
});
