// A template and its values → subject, text part and HTML part.
//
// Values come from strangers. They are taken out before Markdown is read and put back afterwards,
// escaped for each part, so they can become neither Liquid, Markdown, HTML nor a header.

import { cleanLine } from "../model/one-line";
import { TEMPLATE_FAULTS } from "../words/template-faults";
import { HeldValues } from "./held-values";
import { htmlPart } from "./html-part";
import { fillValues } from "./liquid-values";
import { readMarkdown } from "./markdown";
import { broken, type Problem, TemplateError } from "./problem";
import { textPart } from "./text-part";
import type { Values } from "./values";

export type { Values } from "./values";

export interface TemplateText {
  readonly subject: string;
  readonly body: string;
}

export interface RenderedMail {
  readonly ok: true;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
export type Rendered = RenderedMail | ({ readonly ok: false } & Problem);

/** Longer subjects are cut by every mail program, and a header has an end. */
const SUBJECT_CHARACTERS_MAX = 200;

export function renderTemplate(template: TemplateText, values: Values): Rendered {
  try {
    return {
      ok: true,
      subject: renderSubject(template.subject, values),
      ...renderBody(template.body, values),
    };
  } catch (error) {
    if (error instanceof TemplateError) return { ok: false, ...error.problem };
    throw error;
  }
}

function renderSubject(source: string, values: Values): string {
  const held = new HeldValues();
  const line = cleanLine(held.putBack(fillValues(source, values, held)));
  if (line === "") throw new TemplateError(noSubject());
  return Array.from(line).slice(0, SUBJECT_CHARACTERS_MAX).join("");
}

function renderBody(source: string, values: Values): { text: string; html: string } {
  const held = new HeldValues();
  const blocks = readMarkdown(fillValues(source, values, held));
  const text = textPart(blocks, held);
  if (text.trim() === "") throw new TemplateError(noBody());
  return { text, html: htmlPart(blocks, held) };
}

function noSubject(): Problem {
  return broken(TEMPLATE_FAULTS.noSubject);
}

function noBody(): Problem {
  return broken(TEMPLATE_FAULTS.noBody);
}
