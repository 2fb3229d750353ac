import { describe, expect, it, onTestFinished } from "vitest";
import { openHost } from "../../../local/host/open-host.ts";
import { CAST } from "../../../local/month/cast.ts";
import { startLocal } from "../../../local/server/start-local.ts";
import { builtBundle } from "../../built-bundle.ts";
import { temporaryFolder } from "../server/start-server.ts";

const PLAYED_MS_MAX = 120_000;
const OPEN = ["ACTIVE", "UNPAID", "FAILED"];
const CLOSED = ["PAID", "DONE", "STOPPED"];
type Row = Readonly<Record<string, string | number | boolean>>;

async function playedMonth(seed: number) {
  const where = { root: process.cwd(), script: builtBundle(), dataDir: temporaryFolder(), port: 0 };
  const how = { now: "2026-03-02T09:00:00.000Z", lang: "en", fresh: false, isNew: true } as const;
  const running = await startLocal({ ...where, ...how }, openHost);
  onTestFinished(() => running.stop());
  const api = async (path: string, body?: object) => {
    const asked = body ? { method: "POST", body: JSON.stringify(body) } : {};
    const answer = await fetch(`${running.url}/local/api/${path}`, asked);
    return { status: answer.status, json: await answer.json() };
  };
  const rows = async (sheet: string): Promise<readonly Row[]> =>
    (await api(`sheets/${sheet}`)).json.rows;
  const { json: played } = await api("month", { seed });
  return { api, rows, played };
}

/** What a person reads of a row; its names for machines differ from workbook to workbook. */
const told = ({ email, flow, status, stage, next_step, next_at, why, paid_at, price }: Row) =>
  [email, flow, status, stage, next_step, next_at, why, paid_at, price].join(" | ");

describe("the month, through the bundle", { timeout: PLAYED_MS_MAX }, () => {
  it("brings people into every status, and none of its deeds is refused", async () => {
    const { api, rows, played } = await playedMonth(1);
    expect(played).toMatchObject({ missed: [], people: CAST.length });
    const queue = await rows("Queue");
    expect(new Set(queue.map(({ status }) => status))).toEqual(
      new Set([...OPEN, ...CLOSED, "PAUSED", "REVIEW"]),
    );
    for (const row of queue) {
      expect(row.why, told(row)).not.toBe("");
      if (CLOSED.includes(String(row.status))) expect(row.next_at, told(row)).toBe("");
      if (row.status === "REVIEW") expect(row.why, told(row)).not.toContain("next_at");
    }
    expect((await api("month", {})).status).toBe(409);
    const { json: ran } = await api("run", { function: "menu.audit" });
    expect(JSON.stringify(ran.dialogs)).toContain("Every row agrees with Events and Sends");
  });
});
