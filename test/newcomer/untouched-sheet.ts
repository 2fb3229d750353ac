// A sheet as it is on Google after its very first Set up: nothing filled in, in REHEARSAL. (Local
// itself fills in practice values, so that whoever tries it finds nothing open.)
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openHost } from "../../local/host/open-host.ts";
import { type StartedLocal, startLocalProcess } from "../browser/started-local.ts";
import { builtBundle } from "../built-bundle.ts";

const NOW = "2026-03-02T09:00:00Z";

export async function startUntouched(language: "en" | "zh"): Promise<StartedLocal> {
  const folder = mkdtempSync(path.join(tmpdir(), "dripsheet-newcomer-"));
  const dataDir = path.join(folder, "data");
  const host = openHost({ ...builtBundle(), dataDir, execUrl: "", now: NOW, fetch: unreachable });
  host.run({ function: "menu.setUp" });
  if (language === "zh") speakChinese(host);
  // What Local remembers after it has filled in its own values.
  host.keep("first-start", { at: NOW });
  host.close();
  writeFileSync(path.join(dataDir, "dripsheet-local.txt"), "");
  const local = await startLocalProcess(NOW, ["--data", dataDir, "--lang", language]);
  const stop = async () => {
    await local.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: local.url, stop };
}

const unreachable = () => ({ status: 404, headers: {}, body: "{}" });

function speakChinese(host: ReturnType<typeof openHost>): void {
  const at = host.sheet("Settings").rows.findIndex(({ key }) => key === "language");
  host.edit("Settings", at + 2, "value", "zh");
  host.run({ function: "menu.setUp" });
}
