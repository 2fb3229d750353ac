// What a mail that asks its reader something says: the button, where it leads, and what it is about.
import type { QueueRow, TemplateRow } from "../../../sheets-schema/index";
import type { DueSend } from "../../cadence/due-sends";
import type { Values } from "../../content/values";
import { contactIdOf } from "../../model/enrollment";
import { firstMail } from "../../model/flow";
import { languageOf } from "../../model/locale";
import { CONFIRM, ownStep } from "../../model/own-steps";
import type { Language } from "../../ports";
import { CONFIRM_BELOW } from "../../words/yes";
import { readersName } from "../flow-names";
import { QUESTIONS, yesUrl } from "../links/yes-link";
import type { Office } from "../office";

/** What was asked for carries the button, where consent counts only once it is confirmed. */
export function mustAsk({ step, flow }: DueSend, { body }: TemplateRow): boolean {
  const first = step.class === "service" && firstMail(flow)?.step === step.step;
  return first && !body.includes("links.confirm");
}

export function withQuestion(template: TemplateRow): TemplateRow {
  const words = CONFIRM_BELOW[languageOf(template.locale)];
  return { ...template, body: template.body + words };
}

/** Nobody knows yet whether it was its reader who left the address. */
export function asksWhoItIs({ template }: TemplateRow): boolean {
  return template === ownStep(CONFIRM)?.templates[0];
}

/** Each costs a call: none where the words do not ask. */
export function yesLinks(
  base: string,
  { id, locale }: QueueRow,
  { body }: TemplateRow,
  signing: Parameters<typeof yesUrl>[4],
): Values {
  const asked = QUESTIONS.filter((one) => base !== "" && body.includes(`links.${one}`));
  const links = asked.map(
    (one) => [one, yesUrl(base, one, contactIdOf(id), locale, signing)] as const,
  );
  return { confirm: "", stay: "", ...Object.fromEntries(links) };
}

export function topicOf(
  { rules, offers }: Pick<Office, "rules" | "offers">,
  flow: string,
  language: Language,
): string {
  const names = rules.get(flow)?.names;
  return readersName(flow, language, names === undefined ? {} : { [flow]: names }, offers.values());
}
