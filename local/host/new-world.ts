// What an account remembers before anything has happened.
import { account } from "./account.ts";
import type { Random } from "./random.ts";
import type { WorldState } from "./world-state.ts";

export function newWorldState(random: Random): WorldState {
  return {
    serial: 0,
    workbook: {
      ...newIds(random),
      name: account.spreadsheetName,
      timeZone: account.spreadsheetTimeZone,
      locale: account.spreadsheetLocale,
      order: [],
      named: {},
    },
    mailboxes: {},
    properties: { script: {}, document: {}, user: {} },
    triggers: {},
    quotas: {},
    kept: {},
  };
}

export function newIds(random: Random): { id: string; scriptId: string } {
  return { id: `1${randomName(random, 43)}`, scriptId: `1${randomName(random, 56)}` };
}

function randomName(random: Random, length: number): string {
  return random.bytes(length).toString("base64url").replace(/[-_]/g, "x").slice(0, length);
}
