// The press that writes: some hundred people, and the window presses again by itself until nobody is left.
import { type AdoptChoice, type Planning, planAdoption } from "../adopt/adopt-plan";
import { adoptSome } from "../adopt/adopt-write";
import { Book } from "../book";
import { doneView } from "./adopt-views";
import type { DialogAnswer, DialogArgs } from "./dialog";

interface Said {
  readonly busy: string;
  readonly working: (done: number, of: number) => string;
  readonly done: (count: number) => string;
}

/** `args`: what the next press says. */
export function writeSome(
  planning: Planning,
  values: Parameters<typeof planAdoption>[1],
  choice: AdoptChoice,
  args: DialogArgs,
  said: Said,
): DialogAnswer {
  const { ports, office } = planning;
  const { language } = office.settings;
  const plan = planAdoption(planning, values, choice);
  const of = Number(args.of) || plan.people.length;
  if (plan.people.length === 0) return { message: said.done(of), view: doneView(language) };
  if (!adoptSome(planning, plan)) return { message: said.busy };
  const again = { ...planning, book: new Book(ports) };
  const left = planAdoption(again, values, choice).people.length;
  // What cannot be written must not press for ever.
  if (left === 0 || left >= plan.people.length) {
    return { message: said.done(of - left), view: doneView(language) };
  }
  const done = of - left;
  return { message: said.working(done, of), more: { args: { ...args, of: String(of) }, done, of } };
}
