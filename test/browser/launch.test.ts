import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { launchBrowser } from "./launch.js";
import { packagedBrowser } from "./packaged-browser.js";

let server: Server;
let origin = "";
const open: Browser[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(
      `<title>${request.url}</title><button onclick="this.textContent = 'pressed'">press</button>`,
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(open.splice(0).map((browser) => browser.close()));
});

async function launch(): Promise<Browser> {
  const browser = await launchBrowser();
  open.push(browser);
  return browser;
}

describe("the browser of the tests", () => {
  it("opens a page and presses a button, in several contexts of one browser", async () => {
    const browser = await launch();
    for (const name of ["one", "two", "three"]) {
      const page = await (await browser.newContext()).newPage();
      await page.goto(`${origin}/${name}`);
      await page.getByRole("button").click();
      expect(await page.title()).toBe(`/${name}`);
      expect(await page.getByRole("button").textContent()).toBe("pressed");
    }
  });

  it("keeps one origin from reading another", async () => {
    const page = await (await launch()).newPage();
    await page.goto(origin);
    const other = origin.replace("127.0.0.1", "localhost");
    const read = await page.evaluate(
      (url) =>
        fetch(url).then(
          () => "read",
          () => "refused",
        ),
      other,
    );
    expect(read).toBe("refused");
  });

  it("fails with what to do when CHROME_PATH names nothing", async () => {
    vi.stubEnv("CHROME_PATH", "/nowhere/chrome");
    await expect(launchBrowser()).rejects.toThrow(/No browser.*\/nowhere\/chrome.*CHROME_PATH/s);
  });
});

const carriesOne = process.platform === "linux" && process.arch === "x64";
describe.runIf(carriesOne)("the packaged browser", () => {
  it("is unpacked once and whole, also when two ask at the same time", async () => {
    const cacheDir = mkdtempSync(path.join(tmpdir(), "dripsheet-browser-"));
    try {
      const [one, two] = await Promise.all([packagedBrowser(cacheDir), packagedBrowser(cacheDir)]);
      expect(one.executablePath).toBe(two.executablePath);
      expect(readdirSync(cacheDir).filter((name) => name.startsWith("chromium"))).toEqual([
        "chromium",
      ]);
    } finally {
      rmSync(cacheDir, { recursive: true, force: true });
    }
  });

  it("starts where the system lacks a library it needs", async () => {
    const broken = mkdtempSync(path.join(tmpdir(), "dripsheet-library-"));
    writeFileSync(path.join(broken, "libnss3.so"), "");
    vi.stubEnv("LD_LIBRARY_PATH", broken);
    const page = await (await launch()).newPage();
    await page.goto(`${origin}/bare`);
    expect(await page.title()).toBe("/bare");
    rmSync(broken, { recursive: true, force: true });
  });
});
