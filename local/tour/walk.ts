// The walk itself: its steps in order, and people nobody has met in this workbook yet.
import { Control } from "./control.ts";
import type { Finding, Language, Leads, Step, Walk } from "./step.ts";
import { cockpitSteps } from "./steps-cockpit.ts";
import { geoSteps } from "./steps-geo.ts";
import { liteStep } from "./steps-lite.ts";
import { stopSteps } from "./steps-stop.ts";

export const steps: readonly Step[] = [...geoSteps, ...cockpitSteps, liteStep, ...stopSteps];

/** A workbook may be walked through again and again; each walk meets new people. */
export async function openWalk(baseUrl: string, language: Language): Promise<Walk> {
  const control = new Control(baseUrl);
  const contacts = await control.rows("Contacts");
  const taken = new Set(contacts.map(({ cells }) => String(cells.email)));
  let number = 1;
  while (Object.values(leadsOf(number)).some((email) => taken.has(email))) number += 1;
  return { control, language, leads: leadsOf(number) };
}

/** A step that breaks is a finding, too: the reader sees where and why. */
export async function takeStep(step: Step, walk: Walk): Promise<readonly Finding[]> {
  try {
    return await step.act(walk);
  } catch (error) {
    const seen = error instanceof Error ? error.message : String(error);
    return [{ held: false, words: { en: "The step broke off.", zh: "这一步中断了。" }, seen }];
  }
}

function leadsOf(number: number): Leads {
  const mark = number === 1 ? "" : String(number);
  return {
    first: `lin${mark}@walk.test`,
    held: `mia${mark}@walk.test`,
    returner: `rui${mark}@walk.test`,
    payer: `noor${mark}@walk.test`,
    auditor: `sam${mark}@walk.test`,
    asker: `kai${mark}@walk.test`,
    leaver: `ines${mark}@walk.test`,
    known: `otto${mark}@walk.test`,
  };
}
