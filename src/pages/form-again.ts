// A form that did not get through: what was seen, what to do, and the form with what was typed.
import { AGAIN } from "../words/forms";
import type { FormAnswer } from "./form-answer";
import { type FormValues, formMarkup } from "./form-fields";
import { html } from "./html";
import { makePage, type Page, type Site } from "./page";

export type FormProblem =
  | "address-missing"
  | "address-malformed"
  | "address-disposable"
  | "too-large"
  | "not-saved";

/** Longer than any address; what is shown back must not become a page of its own. */
const SEEN_CHARACTERS_MAX = 300;

/** `form` null: which one it was is not known, so none is shown. */
export function formProblem(
  site: Site,
  form: string | null,
  problem: FormProblem,
  values: FormValues,
): Page {
  const { title, line } = problemWords(site, problem);
  const seen = problem === "address-malformed" ? html`<p><b>${shownBack(values)}</b></p>` : null;
  return makePage(
    site,
    title,
    html`<div class="seen" role="alert"><p>${line}</p>${seen}</div>
${form === null ? null : formMarkup(site, form, values)}`,
  );
}

/** The same without a page, for a form on the owner's site. */
export function problemAnswer(site: Site, problem: FormProblem, values: FormValues): FormAnswer {
  const { title, line } = problemWords(site, problem);
  const seen = problem === "address-malformed" ? [shownBack(values)] : [];
  return { ok: false, title, lines: [line, ...seen], link: null };
}

function problemWords({ language }: Site, problem: FormProblem) {
  const words = AGAIN[language];
  const title = problem === "not-saved" ? words.notSavedTitle : words.title;
  return { title, line: words[problem] };
}

function shownBack(values: FormValues): string {
  return Array.from(values.email ?? "")
    .slice(0, SEEN_CHARACTERS_MAX)
    .join("");
}
