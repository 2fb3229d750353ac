// Where a link of a mail may lead.

import { TEMPLATE_FAULTS } from "../words/template-faults";
import type { HeldValues } from "./held-values";
import type { Span } from "./markdown";
import { broken, type Problem, TemplateError } from "./problem";

const WEB = /^https?:\/\/[^\s<>"/?#][^\s<>"]*$/i;
const MAIL = /^mailto:[^\s<>"]+$/i;

/** The target with its values in place. A value that begins it is an address, any other a part. */
export function linkTarget(written: string, held: HeldValues): string {
  let first = held.startsHeld(written);
  const target = held
    .putBack(written, (value) => {
      const whole = first;
      first = false;
      return whole ? value : encodeURIComponent(value);
    })
    .trim();
  if (!isTarget(target)) throw new TemplateError(badTarget(target));
  return target;
}

/** An address written as it is, not words that lead somewhere. */
export function showsAddress(link: Extract<Span, { kind: "link" }>): boolean {
  const only = link.spans.length === 1 ? link.spans[0] : undefined;
  if (only?.kind !== "text") return false;
  return [only.text, `mailto:${only.text}`, `http://${only.text}`].includes(link.target);
}

function isTarget(target: string): boolean {
  return WEB.test(target) || MAIL.test(target);
}

function badTarget(seen: string): Problem {
  return broken(seen === "" ? TEMPLATE_FAULTS.noTarget : TEMPLATE_FAULTS.badTarget(seen));
}
