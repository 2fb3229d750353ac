// Works on a data folder without end, saying each thing it has done, until it is killed.
import { writeSync } from "node:fs";
import { join } from "node:path";
import { openHost } from "../../../local/host/open-host.ts";

const folder = process.argv[2] ?? "";
const host = openHost({
  dataDir: join(folder, "data"),
  codeFile: join(folder, "Code.js"),
  manifestFile: join(folder, "appsscript.json"),
  execUrl: "http://127.0.0.1:9/exec",
  now: "2026-03-02T12:00:00Z",
});
for (let count = Number(host.property("count") ?? 0) + 1; ; count += 1) {
  const code = `SpreadsheetApp.getActiveSheet().appendRow([${count}]); SpreadsheetApp.flush();
    PropertiesService.getScriptProperties().setProperty("count", "${count}"); return 1;`;
  host.run({ function: "evaluate", args: [code] });
  writeSync(1, `${count}\n`);
}
