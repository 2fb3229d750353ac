// The one function that applies a fact to a person: next rows and a reason. Pure; never throws on bad input.
import type { Decision, Fact, NextDue, PersonState } from "../model/fact";
import type { Rules } from "../model/flow";
import { type Reason, say } from "../model/reason";
import { applyEdit } from "./apply-edit";
import { applyForm } from "./apply-form";
import { applyPayment, applyUnsubscribe } from "./apply-stop";

export interface TransitionContext {
  readonly rules: Rules;
  readonly nextDue: NextDue;
  readonly now: number;
  readonly language: "en" | "zh";
}

export function transition(person: PersonState, fact: Fact, context: TransitionContext): Decision {
  const { rules, nextDue, now } = context;
  const speak = (given: Reason) => say(given, context.language);
  switch (fact.kind) {
    case "form":
      return applyForm(person, fact, rules, nextDue, speak);
    case "payment":
      return applyPayment(person, fact, speak);
    case "unsubscribe":
      return applyUnsubscribe(person, fact, speak);
    case "edit":
      return applyEdit(person, fact, rules, nextDue, now, speak);
  }
}
