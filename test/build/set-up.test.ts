// npm run setup, whole and cut anywhere: the real clasp against a stand-in of Google.
import type { ChildProcess } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import { type GoogleStub, googleStub } from "./google-stub.js";
import { Computer } from "./set-up-run.js";

// Each run asks Google half a dozen times, and clasp starts anew for each.
vi.setConfig({ testTimeout: 120_000 });

const FOREIGN = { name: "Invoices", type: "SERVER_JS", source: "function pay() { return 1; }\n" };
const onlyScript = (google: GoogleStub) => {
  expect(google.scripts.size).toBe(1);
  const [script] = google.scripts.values();
  if (script === undefined) throw new Error("no script");
  return script;
};

/** One Sheet, one script in it, our two files, one deployment of them. */
function expectWhole(google: GoogleStub): void {
  const script = onlyScript(google);
  expect(google.sheets).toEqual([script.parentId]);
  expect(script.files.map(({ name }) => name).sort()).toEqual(["Code", "appsscript"]);
  expect(script.files.some(({ source }) => source.startsWith("// Dripsheet"))).toBe(true);
  expect(script.deployments).toHaveLength(1);
}

describe("npm run setup, on nothing", () => {
  it("makes a Sheet with its script, sends the files, publishes, and says what is next", async () => {
    const google = await googleStub();
    const computer = new Computer(google);
    const { output, status } = await computer.setUp({ answers: [""] });
    expectWhole(google);
    expect(status).toBe(0);
    expect(output).toContain("signed in as ling@shop.test");
    expect(output).toContain(`https://docs.google.com/spreadsheets/d/${google.sheets[0]}/edit`);
    const id = onlyScript(google).deployments[0]?.deploymentId;
    expect(output).toContain(`https://script.google.com/macros/s/${id}/exec`);
    expect(output).toContain("Follow the tab Start here");
    expect(google.requests).not.toContain("PUT /v1/projects//content");

    const before = google.changes().length;
    const again = await computer.setUp();
    expect(again.status).toBe(0);
    expect(google.changes()).toHaveLength(before);
    expect(again.output).toContain("shows 1.0.0 already");
    expect(again.output).not.toContain("Where is Dripsheet to live");
  });

  it("brings a newer version to the same address", async () => {
    const google = await googleStub();
    const computer = new Computer(google);
    await computer.setUp({ answers: ["1"] });
    const address = computer.remembered().deploymentId;
    computer.files = computer.builtFiles("// Dripsheet 1.1.0\nfunction doGet() {}\n");
    await computer.setUp({ version: "1.1.0" });
    expectWhole(google);
    const description = "Dripsheet 1.1.0";
    expect(onlyScript(google).deployments).toEqual([
      { deploymentId: address, description, versionNumber: 2 },
    ]);
  });
});

const EDITOR = (google: GoogleStub) => google.openEditor(google.sheets[0] ?? "");
const SHEET = (google: GoogleStub) =>
  `https://docs.google.com/spreadsheets/d/${google.sheets[0]}/edit#gid=0`;

/** Where the plug is pulled, and what the person is asked and answers after it. */
const CUTS_OF_MAKING = [
  ["POST /drive/v3/files", "before", () => [""]],
  ["POST /drive/v3/files", "after", (google: GoogleStub) => [SHEET(google), "y"]],
  ["POST /v1/projects", "before", (google: GoogleStub) => [EDITOR(google)]],
  ["POST /v1/projects", "after", (google: GoogleStub) => [EDITOR(google)]],
] as const;
const CUTS_OF_SENDING = [
  [/^PUT .*content$/, "after"],
  [/versions$/, "after"],
  [/^POST .*deployments$/, "after"],
] as const;

function pullThePlug(command: ChildProcess): (clasp: number) => void {
  return (clasp) => {
    process.kill(clasp, "SIGKILL");
    command.kill("SIGKILL");
  };
}

async function cutOff(computer: Computer, at: string | RegExp, when: "before" | "after") {
  const started = (command: ChildProcess) => {
    computer.google.cut = { at, when, act: pullThePlug(command) };
  };
  expect((await computer.setUp({ answers: ["1"], started })).status).toBe(null);
  expect(computer.google.cut).toBe(null);
}

describe("npm run setup, cut off and run again", () => {
  it.each(CUTS_OF_MAKING)("%s, %s it was done, leaves nothing twice", async (at, when, answers) => {
    const google = await googleStub();
    const computer = new Computer(google);
    await cutOff(computer, at, when);
    const { status, output } = await computer.setUp({ answers: answers(google) });
    expect(output).not.toContain("Where is Dripsheet to live");
    expect(status).toBe(0);
    expectWhole(google);
  });

  it.each(CUTS_OF_SENDING)("%s, %s it was done, asks nothing", async (at, when) => {
    const google = await googleStub();
    const computer = new Computer(google);
    const sheetId = google.makeSheet();
    computer.remember(JSON.stringify({ sheetId, scriptId: google.makeScript(sheetId) }));
    await cutOff(computer, at, when);
    expect((await computer.setUp()).status).toBe(0);
    expectWhole(google);
  });

  it("finishes the step at hand when Ctrl-C is pressed, and goes on there", async () => {
    const google = await googleStub();
    const computer = new Computer(google);
    const started = (command: ChildProcess) => {
      // The terminal tells everybody, and npm passes it on.
      const act = () => {
        command.kill("SIGINT");
        setTimeout(() => command.kill("SIGINT"), 2);
      };
      google.cut = { at: "POST /drive/v3/files", when: "after", act };
    };
    const { status, output } = await computer.setUp({ answers: ["1"], started });
    expect(status).toBe(130);
    expect(output).toContain("this step is finished first");
    expect(computer.remembered()).toMatchObject({ sheetId: google.sheets[0], making: false });
    expect((await computer.setUp()).status).toBe(0);
    expectWhole(google);
  });
});

describe("npm run setup, refused", () => {
  it("says where the API is switched on before anything is made", async () => {
    const google = await googleStub();
    google.apiOn = false;
    const computer = new Computer(google);
    const { output, status } = await computer.setUp({ answers: ["1"] });
    expect(status).toBe(1);
    expect(output).toContain("Apps Script API: switched off in your account");
    expect(output).toContain("https://script.google.com/home/usersettings");
    expect(output).toContain("npm run setup");
    expect(google.changes()).toEqual([]);
    google.apiOn = true;
    await computer.setUp({ answers: ["1"] });
    expectWhole(google);
  });

  it("says that Google cannot be reached, and shows no stack", async () => {
    const google = await googleStub();
    google.close();
    const { output, status } = await new Computer(google).setUp({ answers: ["1"] });
    expect(status).toBe(1);
    expect(output).toContain("Google cannot be reached");
    expect(output).not.toMatch(/ {4}at /);
  });

  it("asks to sign in when nobody is, and goes no further", async () => {
    const google = await googleStub();
    const computer = new Computer(google);
    computer.signOut();
    const { output, status } = await computer.setUp({ answers: [] });
    expect(status).toBe(1);
    expect(output).toContain("Sign in with the account that will send the mails");
    expect(output).toContain("nobody signed in");
    expect(google.changes()).toEqual([]);
  });

  it("does not answer for a person who is not there", async () => {
    const google = await googleStub();
    const { output, status } = await new Computer(google).setUp();
    expect(status).toBe(1);
    expect(output).toContain("there is nobody to answer");
    expect(google.changes()).toEqual([]);
  });

  it("names a file of its own that is broken", async () => {
    const google = await googleStub();
    const computer = new Computer(google);
    computer.remember("{");
    const { output, status } = await computer.setUp();
    expect(status).toBe(1);
    expect(output).toMatch(/\.clasp\.local\.json: SyntaxError/);
  });
});

describe("npm run setup, on what is there", () => {
  it("puts a script into a Sheet by its address", async () => {
    const google = await googleStub();
    google.makeSheet();
    const answers = ["2", SHEET(google), "y"];
    expect((await new Computer(google).setUp({ answers })).status).toBe(0);
    expectWhole(google);
  });

  it("says what to do with a Sheet too new to hold a script", async () => {
    const google = await googleStub();
    google.untouchedSheets.add(google.makeSheet());
    const computer = new Computer(google);
    const { output } = await computer.setUp({ answers: ["2", SHEET(google), "y"] });
    expect(output).toContain("Give that Sheet a title");
    google.untouchedSheets.clear();
    await computer.setUp();
    expectWhole(google);
  });

  it("leaves foreign code alone unless told, and keeps a copy of it", async () => {
    const google = await googleStub();
    const id = google.makeScript(google.makeSheet(), [FOREIGN]);
    const computer = new Computer(google);
    const { output, status } = await computer.setUp({ answers: ["2", "nonsense", id, "n"] });
    expect(status).toBe(1);
    expect(output).toContain("That is neither a script's address");
    expect(output).toContain("Invoices.js");
    expect(google.changes()).toEqual([]);
    expect((await computer.setUp({ answers: ["y"] })).status).toBe(0);
    expectWhole(google);
    const copies = path.join(computer.root, ".script-before");
    const [first = ""] = readdirSync(copies);
    expect(readFileSync(path.join(copies, first, "Invoices.js"), "utf8")).toBe(FOREIGN.source);
    expect(existsSync(path.join(computer.root, "dist/.clasp.json"))).toBe(false);
  });

  it("keeps the address of a script that was pasted and published by hand", async () => {
    const google = await googleStub();
    const id = google.makeScript(google.makeSheet());
    const script = onlyScript(google);
    google.makeDeployment(script, { description: "my first", versionNumber: 1 });
    google.makeDeployment(script, { description: "another", versionNumber: 2 });
    const computer = new Computer(google);
    const { output } = await computer.setUp({ answers: ["2", id, "7", "1"] });
    expect(output).toContain("my first");
    expect(computer.remembered().deploymentId).toBe(script.deployments[0]?.deploymentId);
    expect(script.deployments.map(({ description }) => description)).toEqual([
      "Dripsheet 1.0.0",
      "another",
    ]);
  });

  it("makes no second address for a deployment that is gone, unless told", async () => {
    const google = await googleStub();
    const computer = new Computer(google);
    await computer.setUp({ answers: ["1"] });
    onlyScript(google).deployments.length = 0;
    computer.files = computer.builtFiles("// Dripsheet 1.1.0\n");
    const { output, status } = await computer.setUp({ answers: ["n"] });
    expect(status).toBe(1);
    expect(output).toContain("links in mails already sent would miss it");
    expect(onlyScript(google).deployments).toEqual([]);
    await computer.setUp({ answers: ["y"] });
    expectWhole(google);
  });
});
