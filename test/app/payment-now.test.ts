import { describe, expect, it } from "vitest";
import { paymentNow } from "../../src/app/stripe/payment-now";
import type { Stripe, StripeAnswer } from "../../src/ports";
import * as bodies from "../events/stripe-bodies";
import { memoryPorts } from "../memory/memory-ports";
import type { Json } from "../support/stamp";

const list = (...data: readonly Json[]): Json => ({ object: "list", data });
const SESSIONS = "checkout/sessions?payment_intent=pi_1&limit=1";
const PAYMENTS = "invoice_payments?invoice=in_1&expand[]=data.payment.payment_intent";
const HOSTED = "https://invoice.stripe.com/i/1";
const OPEN_URL = "https://checkout.stripe.com/c/pay/cs_1";
const RECOVERY_URL = "https://buy.stripe.com/r/1";

const unpaid = { amount_received: 0, status: "requires_payment_method" };
const due = { status: "open", amount_paid: 0, amount_remaining: 4_900 };
const opened = { status: "open", payment_status: "unpaid", url: OPEN_URL };
const expired = {
  status: "expired",
  payment_status: "unpaid",
  after_expiration: { recovery: { enabled: true, url: RECOVERY_URL } },
};

function now(key: string, known: Json, otherwise: StripeAnswer = { kind: "unknown" }) {
  const paths: string[] = [];
  const stripe: Stripe = {
    get(path) {
      paths.push(path);
      const body = known[path];
      return body === undefined ? otherwise : { kind: "found", body };
    },
  };
  const found = paymentNow({ ...memoryPorts(), stripe }, key, "rk_live_1", "LIVE");
  expect(paths.length).toBeLessThanOrEqual(3);
  return found;
}
const open = (link: string) => ({ kind: "open", link, amount: "49.00 EUR" });
const paid = { kind: "paid", at: bodies.AT };

describe.each(bodies.SHAPES)("a payment %s, before a recovery mail", (shape) => {
  const sale = { shape, invoiced: false };
  const invoiced = { shape, invoiced: true };
  const intent = (more: Json) => ({ "payment_intents/pi_1": bodies.intent(sale, more) });
  const charge = (more: Json = {}) => ({ "charges/ch_1": bodies.charge(sale, more) });
  const session = (more: Json) => ({ "checkout/sessions/cs_1": bodies.session(sale, more) });
  const sessions = (more: Json) => ({ [SESSIONS]: list(bodies.session(sale, more)) });
  /** The intent of an invoice, where the shape has it. */
  const behind = (more: Json) => {
    const payment = { type: "payment_intent", payment_intent: bodies.intent(invoiced, more) };
    const one = { id: "inpay_1", object: "invoice_payment", status: "open", payment };
    return shape === "before basil"
      ? { "payment_intents/pi_1": bodies.intent(invoiced, more) }
      : { [PAYMENTS]: list(one) };
  };
  const invoice = (more: Json) => ({ "invoices/in_1": bodies.invoice(invoiced, more) });

  it.each<readonly [string, string, Json, object]>([
    ["an unpaid intent without checkout", "pi_1", intent(unpaid), open("")],
    [
      "one whose checkout is open",
      "pi_1",
      { ...intent(unpaid), ...sessions(opened) },
      open(OPEN_URL),
    ],
    [
      "one whose checkout has expired",
      "pi_1",
      { ...intent(unpaid), ...sessions(expired) },
      open(RECOVERY_URL),
    ],
    [
      "one whose bank wants the payer",
      "pi_1",
      intent({ ...unpaid, status: "requires_action" }),
      open(""),
    ],
    ["a paid intent", "pi_1", { ...intent({}), ...charge() }, paid],
    ["a paid intent whose charge is not told", "pi_1", intent({}), paid],
    [
      "a refunded one",
      "pi_1",
      { ...intent({}), ...charge({ refunded: true }) },
      { kind: "over", what: "refunded" },
    ],
    ["one refunded in part", "pi_1", { ...intent({}), ...charge({ amount_refunded: 100 }) }, paid],
    ["a canceled one", "pi_1", intent({ status: "canceled" }), { kind: "over", what: "canceled" }],
    [
      "one whose money is on its way",
      "pi_1",
      intent({ status: "processing" }),
      { kind: "unreachable", why: "it is processing" },
    ],
    [
      "one that is authorised",
      "pi_1",
      intent({ status: "requires_capture" }),
      { kind: "unreachable", why: "it is requires_capture" },
    ],
    ["an open invoice", "in_1", { ...invoice(due), ...behind(unpaid) }, open(HOSTED)],
    ["an open invoice whose payments are not told", "in_1", invoice(due), open(HOSTED)],
    [
      "an open invoice with an open checkout",
      "in_1",
      { ...invoice(due), ...behind(unpaid), ...sessions(opened) },
      open(OPEN_URL),
    ],
    [
      "an open invoice that is paid in part",
      "in_1",
      invoice({ ...due, amount_remaining: 900 }),
      { kind: "open", link: HOSTED, amount: "9.00 EUR" },
    ],
    [
      "an open invoice whose money is on its way",
      "in_1",
      { ...invoice(due), ...behind({ status: "processing" }) },
      { kind: "unreachable", why: "it is processing" },
    ],
    [
      "a paid invoice",
      "in_1",
      invoice({ status_transitions: { paid_at: bodies.AT / 1_000 + 60 } }),
      { kind: "paid", at: bodies.AT + 60_000 },
    ],
    ["a void invoice", "in_1", invoice({ status: "void" }), { kind: "over", what: "void" }],
    [
      "an invoice given up",
      "in_1",
      invoice({ status: "uncollectible" }),
      { kind: "over", what: "uncollectible" },
    ],
    ["a failed charge", "ch_1", charge({ status: "failed" }), open("")],
    ["a paid charge", "ch_1", charge(), paid],
    [
      "a refunded charge",
      "ch_1",
      charge({ amount_refunded: 4_900 }),
      { kind: "over", what: "refunded" },
    ],
    [
      "a pending charge",
      "ch_1",
      charge({ status: "pending" }),
      { kind: "unreachable", why: "the charge is pending" },
    ],
    [
      "an old charge of a bank",
      "py_1",
      { "charges/py_1": bodies.charge(sale, { id: "py_1", status: "failed" }) },
      open(""),
    ],
    ["an open checkout", "cs_1", session({ ...opened, payment_intent: null }), open(OPEN_URL)],
    [
      "an expired checkout",
      "cs_1",
      session({ ...expired, payment_intent: null }),
      open(RECOVERY_URL),
    ],
    [
      "an expired checkout without a way back",
      "cs_1",
      session({ ...expired, after_expiration: null }),
      open(""),
    ],
    ["a paid checkout", "cs_1", { ...session({}), ...intent({}), ...charge() }, paid],
    [
      "a checkout that was free",
      "cs_1",
      session({ payment_status: "no_payment_required", payment_intent: null }),
      paid,
    ],
    [
      "a completed checkout whose money is on its way",
      "cs_1",
      { ...session({ payment_status: "unpaid" }), ...intent({ status: "processing" }) },
      { kind: "unreachable", why: "it is processing" },
    ],
    [
      "a completed checkout whose slow payment failed",
      "cs_1",
      { ...session({ payment_status: "unpaid" }), ...intent(unpaid) },
      open(""),
    ],
    [
      "a completed checkout whose slow payment arrived",
      "cs_1",
      { ...session({ payment_status: "unpaid" }), ...intent({}), ...charge() },
      paid,
    ],
  ])("%s is read as it is", (_, key, known, expected) => {
    expect(now(key, known)).toEqual(expected);
  });

  it("counts nothing as unpaid while Stripe is silent, at whichever question", () => {
    const silent: StripeAnswer = { kind: "unreachable", why: "Stripe answered 500" };
    for (const known of [{}, intent(unpaid)])
      expect(now("pi_1", known, silent)).toEqual({
        kind: "unreachable",
        why: "Stripe answered 500",
      });
    for (const known of [{}, invoice(due), { ...invoice(due), ...behind(unpaid) }])
      expect(now("in_1", known, silent)).toMatchObject({ kind: "unreachable" });
  });

  it("goes without the link that the key may not read", () => {
    const otherwise: StripeAnswer = { kind: "unreachable", why: "may not", refused: true };
    expect(now("pi_1", intent(unpaid), otherwise)).toEqual(open(""));
    expect(now("in_1", invoice(due), otherwise)).toEqual(open(HOSTED));
    expect(now("pi_1", {}, otherwise)).toEqual({ kind: "unreachable", why: "may not" });
  });
});

describe("a link", () => {
  const sale = { shape: "since basil", invoiced: false } as const;
  it.each(["javascript:alert(1)", "ftp://x.test/", "//x.test", "", "https://x.test/ a"])(
    "that is no web address is none: %j",
    (url) => {
      const known = { "checkout/sessions/cs_1": bodies.session(sale, { ...opened, url }) };
      expect(now("cs_1", known)).toMatchObject({ kind: "open", link: "" });
    },
  );

  it("of an invoice is that of the payment that stands, not of one that was given up", () => {
    const sale = { shape: "since basil", invoiced: true } as const;
    const one = (status: string, id: string) => {
      const payment_intent = bodies.intent(sale, { ...unpaid, id });
      return { status, payment: { type: "payment_intent", payment_intent } };
    };
    const known = {
      "invoices/in_1": bodies.invoice(sale, due),
      [PAYMENTS]: list(one("canceled", "pi_0"), one("open", "pi_1")),
      [SESSIONS]: list(bodies.session(sale, opened)),
    };
    expect(now("in_1", known)).toEqual(open(OPEN_URL));
  });

  it("of an intent of the old shape is its invoice's page, when it has no checkout", () => {
    const old = { shape: "before basil", invoiced: true } as const;
    const known = {
      "payment_intents/pi_1": bodies.intent(old, unpaid),
      "invoices/in_1": bodies.invoice(old, due),
    };
    expect(now("pi_1", known)).toEqual(open(HOSTED));
  });
});

describe("what cannot be asked", () => {
  it.each(["by_hand", "sub_1", "", "constructor"])("the key %j is not looked up", (key) => {
    expect(now(key, {})).toMatchObject({ kind: "unreachable" });
  });

  it("a payment Stripe does not know is no reason for a mail", () => {
    const why = "Stripe does not know payment_intents/pi_1";
    expect(now("pi_1", {})).toEqual({ kind: "unreachable", why });
  });

  it("a test key says nothing about a live payment", () => {
    const ports = memoryPorts();
    expect(paymentNow(ports, "pi_1", "rk_test_1", "LIVE")).toMatchObject({ kind: "unreachable" });
    expect(paymentNow(ports, "pi_1", "", "LIVE")).toMatchObject({ kind: "unreachable" });
    expect(ports.stripe.asked).toEqual([]);
  });
});
