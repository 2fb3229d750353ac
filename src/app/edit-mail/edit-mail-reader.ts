// Who a mail is previewed for: a row of Queue as it stands, or a reader who does not exist.
import type { ContactRow, QueueRow, TemplateRow } from "../../../sheets-schema/index";
import { sampleOf } from "../../content/check-template";
import { contactIdOf, type Enrollment, FRESH } from "../../model/enrollment";
import { languageOf } from "../../model/locale";
import { deadlineFrom, offerOfFlow } from "../../model/offer";
import type { Ports } from "../../ports";
import { blankContact, EMPTY_ROW } from "../../state/blank";
import { unseal } from "../../state/seal";
import { INVENTED } from "../../words/edit-mail";
import type { PaymentNow } from "../stripe/payment-now";
import type { Desk } from "./edit-mail-desk";

export interface Reader {
  /** Of the row in Queue; "" for somebody invented. */
  readonly id: string;
  /** As a list of people names them. */
  readonly line: string;
  readonly enrollment: Enrollment;
  readonly contact: ContactRow;
  readonly payment: PaymentNow | null;
}

/** Names nobody: pages know it for a stranger, and a press on its links finds no person to stop or to change. */
const NOBODY = "c_preview";
/** What lets rows in that are about a payment at Stripe. */
const PAYMENTS = ["payment.failed", "checkout.expired"];
const UNREAD = { kind: "open", link: "", amount: "" } as const satisfies PaymentNow;

/** Null: the row is gone, or cannot be read. */
export function readerOf({ store }: Ports, queueId: string): Reader | null {
  const cells = store.find("Queue", "id", queueId).find((row) => row.cells.id === queueId)?.cells;
  const enrollment = cells === undefined ? null : unseal(cells);
  if (enrollment === null) return null;
  const id = contactIdOf(queueId);
  const found = store.find("Contacts", "id", id).find((row) => row.cells.id === id)?.cells;
  const contact = found ?? blankContact(id, false);
  // Stripe is asked when the mail goes, not at every look at its words.
  const payment = enrollment.row.payment === "" ? null : UNREAD;
  return { ...{ id: queueId, contact, payment }, ...personOf(enrollment) };
}

function personOf(enrollment: Enrollment): Pick<Reader, "line" | "enrollment"> {
  return { line: readerLine(enrollment.row), enrollment: strangers(enrollment) };
}

export function readerLine({ name, email, flow, status }: QueueRow): string {
  return [name, email, flow, status].filter((part) => part !== "").join(" · ");
}

export function inventedReader(desk: Desk, template: TemplateRow, now: number): Reader {
  const { name, email, website } = INVENTED[languageOf(template.locale)];
  const flow = flowsSending(desk, template.template)[0]?.flow;
  const offer = offerOfFlow(desk.offers, flow?.flow ?? "");
  const row = {
    ...EMPTY_ROW,
    ...{ name, email, locale: template.locale, flow: flow?.flow ?? "", entered_at: now },
    result_url: sampleOf("result_url"),
    offer_deadline: offer === null ? null : deadlineFrom(offer, now),
  };
  const fails = flow?.entries.some((entry) => PAYMENTS.includes(entry));
  return {
    ...personOf({ row, entryEvent: "", ...FRESH }),
    id: "",
    contact: { ...blankContact("", false), name, email, website },
    payment: fails === true ? { ...UNREAD, amount: "49.00 EUR" } : null,
  };
}

/** The steps a template is sent by; shown where it is listed, too. */
export function flowsSending({ rules }: Pick<Desk, "rules">, template: string) {
  return [...rules.values()].flatMap((flow) =>
    flow.steps
      .filter(({ templates }) => templates.includes(template))
      .map(({ step }) => ({ flow, step })),
  );
}

/** Its links lead where a stranger's would. */
function strangers(enrollment: Enrollment): Enrollment {
  const { row } = enrollment;
  return { ...enrollment, row: { ...row, id: `${NOBODY}.${row.flow}` } };
}
