// POST /local/api/month plays a founder's month through the doors of the bundle; GET says how far it is.
import { readInput, refuse } from "./api-input.ts";
import { type Call, HttpError, json, type Reply } from "./http.ts";
import type { Local } from "./local.ts";
import type { MonthState } from "./month-offer.ts";

const SEED = 1;
const REFUSED = 409;

const WHY_NOT: Readonly<Record<Exclude<MonthState, "offered">, string>> = {
  playing: "The month is being played. It takes less than a minute.",
  played: "This workbook has had its month. Another folder (--data DIR) has room for one.",
  none: "The month is only for an empty workbook, and not after --fresh. Name a new folder: --data DIR.",
};

export function readMonth(local: Local): Reply {
  return json(local.month.view());
}

export async function showMonth(local: Local, call: Call): Promise<Reply> {
  const seed = readInput(call, ["seed"]).seed ?? SEED;
  if (typeof seed !== "number" || !Number.isInteger(seed)) {
    throw refuse("seed", seed, "a whole number");
  }
  requireOffer(local);
  const { host, url, stripe } = local;
  const played = await local.moves.inLine(() => {
    // Another press may have come first while this one stood in line.
    requireOffer(local);
    return local.month.play({ host, url, seed, stripe: stripe.store });
  });
  await local.outbox.settled();
  return json({ ...played, now: new Date(host.now()).toISOString() });
}

function requireOffer(local: Local): void {
  const { state } = local.month.view();
  if (state !== "offered") throw new HttpError(REFUSED, WHY_NOT[state]);
}
