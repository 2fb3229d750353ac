import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { composeEml, Outbox } from "../../../local/server/outbox.ts";
import { exampleMail } from "./fake-host.ts";
import { startServer, temporaryFolder } from "./start-server.ts";

/** Header lines with their continuations joined, as mail programs read them. */
function headersOf(eml: string): Map<string, string> {
  const head = eml.slice(0, eml.indexOf("\r\n\r\n")).replace(/\r\n[ \t]+/g, " ");
  return new Map(
    head.split("\r\n").map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

describe("sent mail as a file", () => {
  it("carries the headers a mail program needs", async () => {
    const headers = headersOf((await composeEml(exampleMail())).toString());
    expect(headers.get("from")).toMatch(/^=\?UTF-8\?.*<owner@dripsheet\.local>$/);
    expect(headers.get("to")).toBe("ada@customer.test");
    expect(headers.get("reply-to")).toBe("reply@dripsheet.local");
    expect(headers.get("subject")).toMatch(/=\?UTF-8\?/);
    expect(headers.get("date")).toBe("Mon, 02 Mar 2026 09:01:00 +0000");
    expect(headers.get("message-id")).toBe("<m1@mail.gmail.com>");
    expect(headers.get("content-type")).toContain("multipart/alternative");
  });

  it("holds the text first and the HTML as its alternative", async () => {
    const eml = (await composeEml(exampleMail())).toString();
    expect(eml.indexOf("text/plain")).toBeGreaterThan(0);
    expect(eml.indexOf("text/html")).toBeGreaterThan(eml.indexOf("text/plain"));
    expect(eml).toContain("Hello Ada");
  });

  it("lets no line break in a name or subject become a header", async () => {
    const hostile = { subject: "Hi\r\nBcc: spy@evil.test", fromName: "A\nX-Evil: 1" };
    const headers = headersOf((await composeEml({ ...exampleMail(), ...hostile })).toString());
    expect([headers.has("bcc"), headers.has("x-evil")]).toEqual([false, false]);
  });

  it("is written again at the start when a killed process did not come to it", async () => {
    const dataDir = temporaryFolder();
    await new Outbox(dataDir).restore([exampleMail()]);
    const file = join(dataDir, "outbox", "m1.eml");
    expect((await readFile(file, "utf8")).length).toBeGreaterThan(0);
    rmSync(file);
    writeFileSync(`${file}.part`, "half");
    await new Outbox(dataDir).restore([exampleMail()]);
    expect((await readFile(file, "utf8")).length).toBeGreaterThan(100);
    expect(readdirSync(join(dataDir, "outbox"))).toEqual(["m1.eml"]);
  });

  it("never leaves its folder, whatever an id looks like", async () => {
    const dataDir = temporaryFolder();
    mkdirSync(join(dataDir, "outbox"));
    await new Outbox(dataDir).restore([{ ...exampleMail(), id: "../../x/y" }]);
    expect(readdirSync(join(dataDir, "outbox"))).toEqual([".._.._x_y.eml"]);
  });
});

describe("the outbox over the control API", () => {
  it("shows each mail with its headers and the moment it went", async () => {
    const { api, host } = await startServer();
    host.send({});
    expect((await api("outbox")).json).toEqual([
      {
        id: "m1",
        to: "ada@customer.test",
        from: "Grüße, Team <owner@dripsheet.local>",
        subject: "Your guide 你好",
        text: "Hello Ada\n",
        html: "<p>Hello Ada</p>",
        headers: {
          From: "Grüße, Team <owner@dripsheet.local>",
          To: "ada@customer.test",
          "Reply-To": "reply@dripsheet.local",
          Subject: "Your guide 你好",
          Date: "Mon, 02 Mar 2026 09:01:00 +0000",
          "Message-ID": "<m1@mail.gmail.com>",
        },
        sentAt: "2026-03-02T09:01:00.000Z",
      },
    ]);
  });

  it("gives the file at once, as a download", async () => {
    const { ask, host, dataDir } = await startServer();
    host.send({});
    const answer = await ask("/local/api/outbox/m1.eml");
    expect(answer.headers["content-type"]).toBe("message/rfc822");
    expect(answer.headers["content-disposition"]).toContain('filename="m1.eml"');
    expect(answer.text).toBe(await readFile(join(dataDir, "outbox", "m1.eml"), "utf8"));
  });

  it.each(["nothing", "..%2F..%2Fpackage"])("knows no mail %s", async (id) => {
    const { ask } = await startServer();
    expect((await ask(`/local/api/outbox/${id}.eml`)).status).toBe(404);
  });
});
