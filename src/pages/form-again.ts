// A form that did not get through: what was seen, what to do, and the form with what was typed.
import { type FormValues, formMarkup } from "./form-fields";
import { html } from "./html";
import { makePage, type Page, type Site } from "./page";

export type FormProblem = "address-missing" | "address-malformed" | "too-large" | "not-saved";

const WORDS = {
  en: {
    title: "One thing to put right",
    notSavedTitle: "Not saved yet",
    "address-missing": "The email field was empty. Please fill it in and send the form again.",
    "address-malformed":
      "This does not look like an email address. Please correct it and send the form again. What came:",
    "too-large":
      "The form held more than 64 KB. Please go back, shorten what you wrote and send it again.",
    "not-saved":
      "It could not be saved just now. Nothing is wrong with what you sent: please press again.",
  },
  zh: {
    title: "还差一点",
    notSavedTitle: "还没有保存",
    "address-missing": "邮箱没有填写。请填上邮箱，再提交一次。",
    "address-malformed": "这看起来不是一个邮箱地址。请改正后再提交一次。收到的是：",
    "too-large": "提交的内容超过了 64 KB。请返回，缩短后再提交一次。",
    "not-saved": "刚才没有保存成功。你提交的内容没有问题，请再按一次。",
  },
} as const;

/** Longer than any address; what is shown back must not become a page of its own. */
const SEEN_CHARACTERS_MAX = 300;

/** `form` null: which one it was is not known, so none is shown. */
export function formProblem(
  site: Site,
  form: string | null,
  problem: FormProblem,
  values: FormValues,
): Page {
  const words = WORDS[site.language];
  const seen = problem === "address-malformed" ? html`<p><b>${shownBack(values)}</b></p>` : null;
  return makePage(
    site,
    problem === "not-saved" ? words.notSavedTitle : words.title,
    html`<div class="seen" role="alert"><p>${words[problem]}</p>${seen}</div>
${form === null ? null : formMarkup(site, form, values)}`,
  );
}

function shownBack(values: FormValues): string {
  return Array.from(values.email ?? "")
    .slice(0, SEEN_CHARACTERS_MAX)
    .join("");
}
