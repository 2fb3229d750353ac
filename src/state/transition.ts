// The one function that applies a fact to a person: next rows and a reason. Pure; never throws on bad input.
import type { Decision, Fact, Ground, PersonState } from "../model/fact";
import { applyEdit } from "./apply-edit";
import { applyEntry, applyForm } from "./apply-form";
import { applyMail } from "./apply-mail";
import { applyPayment } from "./apply-payment";
import { applyReader } from "./apply-reader";
import { applyPrice, applyResult } from "./apply-result";
import { applySilence } from "./apply-silence";
import { applyUnsubscribe } from "./apply-stop";
import { asMet } from "./made-real";

export function transition(person: PersonState, fact: Fact, ground: Ground): Decision {
  const met = asMet(person, fact, ground);
  if ("ignored" in met) return met.ignored;
  const decision = decided(met.person, fact, ground);
  return fact.kind === "edit"
    ? decision
    : { ...decision, enrollments: overtaken(person, decision) };
}

/** What has moved on since an edit by hand can no longer be taken back to before it. */
function overtaken(before: PersonState, { enrollments }: Decision): Decision["enrollments"] {
  return enrollments.map((one) =>
    one.undo === null || before.enrollments.includes(one) ? one : { ...one, undo: null },
  );
}

function decided(person: PersonState, fact: Fact, ground: Ground): Decision {
  switch (fact.kind) {
    case "form":
      return applyForm(person, fact, ground);
    case "entry":
      return applyEntry(person, fact, ground);
    case "payment":
      return applyPayment(person, fact, ground);
    case "result":
      return applyResult(person, fact, ground);
    case "price":
      return applyPrice(person, fact, ground);
    case "unsubscribe":
      return applyUnsubscribe(person, fact, ground);
    case "mail":
      return applyMail(person, fact, ground);
    case "reader":
      return applyReader(person, fact, ground);
    case "silence":
      return applySilence(person, fact, ground);
    case "edit":
      return applyEdit(person, fact, ground);
  }
}
