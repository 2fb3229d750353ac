// The workbook as a file for any spreadsheet program.
import type { Call, Reply } from "./http.ts";
import type { Local } from "./local.ts";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export function sendXlsx({ host }: Local, _call: Call): Reply {
  const day = new Date(host.now()).toISOString().slice(0, 10);
  return {
    status: 200,
    headers: {
      "content-type": TYPE,
      "content-disposition": `attachment; filename="dripsheet-${day}.xlsx"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
    body: Buffer.from(host.xlsx()),
  };
}
