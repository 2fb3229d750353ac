// A visitor of the walk: the form they send, in the language the reader has chosen.
import type { Walk } from "./step.ts";

const people = {
  en: { timezone: "Europe/Berlin", locale: "en" },
  zh: { timezone: "Asia/Shanghai", locale: "zh-CN" },
} as const;

/** Sends a hosted form in as a browser would. Answers the HTTP status. */
export function sendForm(
  walk: Walk,
  form: "geo" | "free_audit",
  visitor: { email: string; name: string },
): Promise<number> {
  const site = form === "free_audit" ? { url: "https://shop.walk.test/" } : {};
  const fields = { form, ...visitor, consent: "yes", ...people[walk.language], ...site };
  return walk.control.visitorPosts("", fields);
}
