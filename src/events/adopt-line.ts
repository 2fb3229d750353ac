// One line of somebody's own sheet, read: whom it is about and how far they are. What cannot be read without guessing is
// named, and the line is left out.
import { readBasis, type ToldBasis } from "../model/basis";
import { listOf } from "../model/list-cell";
import { phoneLine, plainLine } from "../model/one-line";
import { type AddressFault, mailAddress, readMailbox } from "./address";
import type { AdoptField, Columns } from "./adopt-columns";
import { type DateCell, type DateGround, readDate, type Side } from "./adopt-date";
import { type Question, readYes } from "./adopt-yes";
import { cellsByField, localeOf } from "./response-row";

export type Stand = "open" | "paused" | "done" | "stopped";

export interface AdoptLine {
  /** As the sheet numbers it. */
  readonly row: number;
  readonly email: string;
  /** Other addresses of theirs. */
  readonly others: readonly string[];
  readonly name: string;
  readonly source: string;
  readonly locale: string;
  readonly phone: string;
  readonly website: string;
  readonly notes: string;
  /** As written in its flow column, "" for none. */
  readonly flow: string;
  /** How many mails went; null: the line does not say. */
  readonly stage: number | null;
  readonly firstAt: number | null;
  readonly secondAt: number | null;
  readonly lastAt: number | null;
  readonly nextAt: number | null;
  readonly enteredAt: number | null;
  readonly stand: Stand;
  readonly paid: boolean;
  readonly paidAt: number | null;
  readonly failed: boolean;
  readonly failedAt: number | null;
  readonly payment: string;
  /** "" : nothing stops mails to this person. */
  readonly suppressed: "" | "unsubscribed" | "bounced";
  /** Null: nobody has said. */
  readonly consent: boolean | null;
  /** Why mails may go to them, as a list says it; null: it says nothing. */
  readonly basis: ToldBasis | null;
  readonly basisAt: number | null;
}
type WrongAddress = Exclude<AddressFault, "missing" | "malformed"> | "address";
export type AdoptFault =
  | { readonly row: number; readonly kind: "address missing" | "erased" | "disposable" | "cells" }
  | {
      readonly row: number;
      readonly kind: WrongAddress | "unreadable" | "ambiguous" | "flow";
      readonly field: AdoptField;
      readonly seen: string;
    };
export type ReadLine =
  | { readonly kind: "line"; readonly line: AdoptLine }
  | { readonly kind: "faults"; readonly faults: readonly AdoptFault[] }
  | { readonly kind: "blank" };

const EMPTY: DateCell = { text: "", at: null };
const TEXT_MAX = 2_000;
const STAGE_MAX = 200;

export function readLine(
  row: number,
  columns: Columns,
  headers: readonly string[],
  cells: readonly DateCell[],
  ground: DateGround,
): ReadLine {
  if (cells.every(({ text, at }) => text.trim() === "" && at === null)) return { kind: "blank" };
  const reader = new Reader(row, cellsByField(columns, headers, cells), ground);
  const line = reader.line();
  if (reader.faults.length > 0) return { kind: "faults", faults: reader.faults };
  return { kind: "line", line };
}

class Reader {
  readonly faults: AdoptFault[] = [];
  readonly #row: number;
  readonly #cells: Readonly<Partial<Record<AdoptField, DateCell>>>;
  readonly #ground: DateGround;

  constructor(
    row: number,
    cells: Readonly<Partial<Record<AdoptField, DateCell>>>,
    ground: DateGround,
  ) {
    this.#row = row;
    this.#cells = cells;
    this.#ground = ground;
  }

  line(): AdoptLine {
    const first = this.#sent("first_sent", "first_sent_at");
    const second = this.#sent("second_sent", "second_sent_at");
    const status = this.#status();
    const paid = this.#money("paid", "paid_at");
    const failed = this.#money("failed", "failed_at");
    const sent = second.yes ? 2 : first.yes ? 1 : null;
    const refused = FAILED.test(this.#plain("paid"));
    const left = this.#yes("unsubscribed", "unsubscribed") === true;
    return {
      row: this.#row,
      email: this.#address(),
      others: listOf(this.#cell("other_email").text).flatMap((one) => mailAddress(one) ?? []),
      ...this.#texts(),
      stage: this.#stage() ?? sent,
      firstAt: first.at,
      secondAt: second.at,
      lastAt: this.#date("last", "past") ?? second.at ?? first.at,
      nextAt: this.#date("next", "future"),
      enteredAt: this.#date("entered", "past"),
      stand: status.stand,
      paid: paid.yes || status.paid,
      paidAt: paid.at,
      failed: failed.yes || status.failed || refused,
      failedAt: failed.at,
      payment: this.#payment(),
      suppressed: status.suppressed === "" && left ? "unsubscribed" : status.suppressed,
      consent: this.#consent(),
      basis: readBasis(this.#cell("basis").text),
      basisAt: this.#date("basis_at", "past"),
    };
  }

  #texts() {
    const text = (field: AdoptField) => this.#cell(field).text.trim().slice(0, TEXT_MAX);
    return {
      name: plainLine(text("name") || fullName(text("first_name"), text("last_name"))).slice(
        0,
        200,
      ),
      source: plainLine(text("source")),
      locale: plainLine(localeOf(text("locale"))),
      phone: phoneLine(text("phone")).slice(0, 40),
      website: plainLine(text("website")),
      // Lines of their own stay.
      notes: text("notes").split("\n").map(plainLine).join("\n").trim(),
      flow: text("flow"),
    };
  }

  #cell(field: AdoptField): DateCell {
    return this.#cells[field] ?? EMPTY;
  }
  #plain(field: AdoptField): string {
    return this.#cell(field).text.trim().toLowerCase();
  }
  #fault(kind: WrongAddress | "unreadable" | "ambiguous", field: AdoptField): void {
    const { text, at } = this.#cell(field);
    const seen = (at === null ? text.trim() : new Date(at).toISOString()).slice(0, 60);
    this.faults.push({ row: this.#row, kind, field, seen });
  }

  #address(): string {
    // Google Contacts joins several of one kind like this.
    const [seen = ""] = this.#cell("email").text.split(" ::: ");
    const found = readMailbox(seen);
    if (typeof found !== "string") return found.address;
    if (found === "missing") this.faults.push({ row: this.#row, kind: "address missing" });
    else this.#fault(found === "malformed" ? "address" : found, "email");
    return "";
  }

  #date(field: AdoptField, side: Side): number | null {
    const read = readDate(this.#cell(field), side, this.#ground);
    if (read.kind === "at") return read.at;
    if (read.kind !== "none") this.#fault(read.kind, field);
    return null;
  }

  /** Yes or no, or a date that says both. Null: it stands nowhere. */
  #yes(field: AdoptField, question: Question): boolean | null {
    if (this.#cells[field] === undefined) return null;
    const known = readYes(this.#cell(field), question);
    if (known !== null) return known;
    if (readDate(this.#cell(field), "past", this.#ground).kind === "at") return true;
    this.#fault("unreadable", field);
    return null;
  }

  /** The date in either column; a flag without one is enough to know that it went. */
  #sent(flag: AdoptField, when: AdoptField) {
    const said = readYes(this.#cell(when), "sent");
    const worded = this.#cell(when).at === null && said !== null;
    const at = worded ? null : this.#date(when, "past");
    const yes = this.#yes(flag, "sent");
    const inFlag = readDate(this.#cell(flag), "past", this.#ground);
    const known = at ?? (inFlag.kind === "at" ? inFlag.at : null);
    return { yes: yes === true || known !== null || (worded && said === true), at: known };
  }

  #money(flag: "paid" | "failed", when: AdoptField) {
    const at = this.#date(when, "past");
    const other = flag === "paid" ? FAILED.test(this.#plain("paid")) : this.#namesPayment();
    const yes = other ? flag === "failed" : this.#yes(flag, flag) === true;
    const inFlag = readDate(this.#cell(flag), "past", this.#ground);
    const known = at ?? (inFlag.kind === "at" ? inFlag.at : null);
    return { yes: yes || at !== null, at: known };
  }

  #namesPayment(): boolean {
    return PAYMENT.test(this.#cell("failed").text.trim());
  }
  #payment(): string {
    const seen = [this.#cell("payment").text.trim(), this.#cell("failed").text.trim()];
    return seen.find((one) => PAYMENT.test(one)) ?? "";
  }

  #stage(): number | null {
    const { text, at } = this.#cell("stage");
    const seen = text.trim();
    if (seen === "" && at === null) return null;
    const stage = /^[^\d-]{0,12}(\d{1,3})(?:\.0+)?[^\d-]{0,12}$/.exec(seen)?.[1];
    const fits = at === null && stage !== undefined && Number(stage) <= STAGE_MAX;
    if (fits) return Number(stage);
    this.#fault("unreadable", "stage");
    return null;
  }

  #status() {
    const seen = this.#plain("status");
    const known = STATUSES.find(([pattern]) => pattern.test(seen))?.[1];
    if (known === undefined) this.#fault("unreadable", "status");
    return { ...OPEN, ...known };
  }

  /** What is neither yes nor no is no consent. */
  #consent(): boolean | null {
    if (this.#cells.consent === undefined) return null;
    return readYes(this.#cell("consent"), "consent") === true;
  }
}

/** Chinese puts the family first, and no blank between. */
function fullName(first: string, last: string): string {
  if (/\p{Script=Han}/u.test(first + last)) return last + first;
  return `${first} ${last}`.trim();
}

const PAYMENT = /^(?:pi|ch|in|cs|py)_[A-Za-z0-9_]{3,}$/;
const FAILED = /^(?:failed?|payment failed|失败|付款失败|支付失败)$/;

interface Status {
  readonly stand: Stand;
  readonly paid: boolean;
  readonly failed: boolean;
  readonly suppressed: AdoptLine["suppressed"];
}
const OPEN: Status = { stand: "open", paid: false, failed: false, suppressed: "" };

const STATUSES: readonly (readonly [RegExp, Partial<Status>])[] = [
  [/^(?:|-|unpaid|active|open|pending|new|lead|未付款?|未支付|进行中|跟进中|新|待跟进)$/, {}],
  [/^(?:paid|已付款?|已支付|付款|已成交|成交|customer|客户)$/, { paid: true }],
  [FAILED, { failed: true }],
  [/^(?:done|finished|completed?|已?完成|已?结束)$/, { stand: "done" }],
  [/^(?:stop(?:ped)?|closed|已?停止|停发|已?关闭)$/, { stand: "stopped" }],
  [/^(?:paused?|hold|on hold|暂停|已暂停)$/, { stand: "paused" }],
  [/^(?:unsubscribed?|已?退订)$/, { stand: "stopped", suppressed: "unsubscribed" }],
  [/^(?:bounced?|已?退信)$/, { stand: "stopped", suppressed: "bounced" }],
];
