// What happens to people of the month: results come, money moves, and the founder types into the sheet.
import {
  disputed,
  failedInvoice,
  paidDirectly,
  paidInvoice,
  pendingArrived,
  pendingCheckout,
  pendingFailed,
  refunded,
} from "../stripe/events.ts";
import type { Sale } from "../stripe/sale.ts";
import type { Person } from "./cast.ts";
import { type Deed, openedSale } from "./deeds.ts";
import type { Doors } from "./doors.ts";

const CONCLUSIONS = ["indexing", "structure", "content", "order"] as const;

/** The program that checks sites has finished. */
export const resultComes: Deed = (doors, { email }) => {
  doors.keyed("free_check.result", { email, result_url: resultUrl(doors, email) });
};

export const concludes =
  (how: "by hand" | "by program"): Deed =>
  (doors, person) => {
    const conclusion = doors.chance.pick(CONCLUSIONS);
    if (how === "by hand") types("lite", "conclusion", conclusion)(doors, person);
    else doors.keyed("lite.conclusion", { email: person.email, conclusion });
  };

/** The founder types into the person's row of a flow; RESULT stands for the address of a result. */
export const types =
  (flow: string, column: string, value: string): Deed =>
  (doors, { email }) => {
    const typed = value === "RESULT" ? resultUrl(doors, email) : value;
    doors.type("Queue", { email, flow }, column, typed);
  };

export const moneyOnItsWay: Deed = (doors, person) => {
  const sale = openedSale(doors, person, "lite");
  doors.sales.set(person.email, sale);
  doors.stripe(pendingCheckout(sale, doors.now()));
};

export const moneyArrives: Deed = (doors, person) => {
  doors.stripe(pendingArrived(saleOf(doors, person), doors.now()));
};

export const moneyFails: Deed = (doors, person) => {
  doors.stripe(pendingFailed(saleOf(doors, person), doors.now()));
};

export const refunds =
  (share: number): Deed =>
  (doors, person) => {
    const sale = saleOf(doors, person);
    doors.stripe(refunded(sale, doors.now(), Math.round(sale.cents * share)));
  };

export const disputes: Deed = (doors, person) => {
  doors.stripe(disputed(saleOf(doors, person), doors.now()));
};

export const invoiceFails: Deed = (doors, { email, name }) => {
  const checkoutUrl = doors.local("invoice");
  const bill = { email, name, cents: 59_000, link: "", reference: "", checkoutUrl };
  const sale: Sale = { ...bill, seed: doors.newId() };
  doors.sales.set(email, sale);
  doors.stripe(failedInvoice(sale, doors.now()));
};

export const invoicePaid: Deed = (doors, person) => {
  doors.stripe(paidInvoice(saleOf(doors, person), doors.now()));
};

/** Somebody of the same name pays at a terminal: no address, no link of ours. */
export const namesake: Deed = (doors, { name, email }) => {
  const sale = { name, email: "", cents: 7_900, link: "", reference: "", checkoutUrl: "" };
  const direct: Sale = { ...sale, seed: doors.newId() };
  doors.sales.set(email, direct);
  doors.stripe(paidDirectly(direct, doors.now()));
};

/** The founder says in Unmatched who it was. */
export const tells: Deed = (doors, person) => {
  const payment = `pi_${saleOf(doors, person).seed}`;
  doors.type("Unmatched", { payment }, "this_is", person.email);
};

function saleOf(doors: Doors, { email }: Person): Sale {
  const sale = doors.sales.get(email);
  if (sale === undefined) throw new Error(`${email} has bought nothing yet`);
  return sale;
}

function resultUrl(doors: Doors, email: string): string {
  return doors.local(`result-${email.replace(/@.*/, "").replace(/\W+/g, "-")}`);
}
