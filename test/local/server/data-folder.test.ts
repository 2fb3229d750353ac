import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { FolderError, openFolder } from "../../../local/server/data-folder.ts";
import { listen, listenNextFree } from "../../../local/server/listen.ts";
import { temporaryFolder } from "./start-server.ts";

describe("the data folder", () => {
  it("is made when it is not there", async () => {
    const dir = join(temporaryFolder(), "new", "folder");
    expect(await openFolder(dir, false)).toBe(true);
    expect(existsSync(dir)).toBe(true);
    expect(await openFolder(dir, false)).toBe(false);
  });

  it("keeps what it holds, and loses it only when asked for a fresh one", async () => {
    const dir = temporaryFolder();
    await openFolder(dir, false);
    mkdirSync(join(dir, "outbox"));
    writeFileSync(join(dir, "outbox", "m1.eml"), "x");
    await openFolder(dir, false);
    expect(existsSync(join(dir, "outbox", "m1.eml"))).toBe(true);
    await openFolder(dir, true);
    expect(existsSync(join(dir, "outbox"))).toBe(false);
  });

  it.each([true, false])("is never somebody else's folder (fresh: %s)", async (fresh) => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, "thesis.txt"), "years of work");
    await expect(openFolder(dir, fresh)).rejects.toThrow(FolderError);
    await expect(openFolder(dir, fresh)).rejects.toThrow("nothing was touched");
    expect(readdirSync(dir)).toEqual(["thesis.txt"]);
  });

  it("is not opened twice while the first server answers for it", async () => {
    const dir = temporaryFolder();
    await openFolder(dir, false);
    const server = createServer((_, reply) => reply.end(JSON.stringify({ dataDir: dir })));
    const port = await listen(server, 0);
    onTestFinished(() => void server.close());
    const note = { pid: process.ppid, url: `http://127.0.0.1:${port}` };
    writeFileSync(join(dir, "open.json"), JSON.stringify(note));
    await expect(openFolder(dir, true)).rejects.toThrow("already open at http://127.0.0.1");
    server.close();
    server.closeAllConnections();
    await openFolder(dir, false);
  });

  it("opens after a kill, whoever has the process number now", async () => {
    const dir = temporaryFolder();
    await openFolder(dir, false);
    for (const note of ['{"pid": 1, "url": "http://127.0.0.1:1"}', "torn {"]) {
      writeFileSync(join(dir, "open.json"), note);
      await openFolder(dir, false);
    }
  });
});

describe("the port", () => {
  it("is the next free one when the wished one is taken", async () => {
    const servers = [createServer(), createServer()] as const;
    onTestFinished(() => servers.forEach((server) => void server.close()));
    const taken = await listen(servers[0], 0);
    expect(await listenNextFree(servers[1], taken)).toBeGreaterThan(taken);
  });

  it("is open on the loopback address only", async () => {
    const server = createServer();
    onTestFinished(() => void server.close());
    await listen(server, 0);
    expect(server.address()).toMatchObject({ address: "127.0.0.1" });
  });
});
