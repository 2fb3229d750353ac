// A founder's own sheet beside the tabs of an office in memory, and the presses that adopt it.
import { ADOPT_DIALOG, openAdopt } from "../../src/app/dialogs/adopt";
import { answerDialog } from "../../src/app/dialogs/dialog";
import { FounderOffice } from "./founder-office";
import { MINUTE } from "./memory-office";

export const TAB = "Lite 客户";
export const HEADERS = [
  ...["客户邮箱", "姓名", "来源", "第一封发送时间", "第二封", "阶段"],
  ...["最近发送", "下次发送", "已付款", "FAILED", "备注"],
];
export const COLUMNS = {
  column_email: "客户邮箱",
  column_name: "姓名",
  column_source: "来源",
  column_first_sent_at: "第一封发送时间",
  column_second_sent: "第二封",
  column_stage: "阶段",
  column_last: "最近发送",
  column_next: "下次发送",
  column_paid: "已付款",
  column_failed: "FAILED",
  column_notes: "备注",
};
type Typed = string | number | Date;

export class Adopting extends FounderOffice {
  readonly lines: Typed[][] = [[...HEADERS]];
  token = "";
  constructor(...flows: readonly string[]) {
    super(...flows);
    this.ports.otherTabs.tabs.set(TAB, this.lines);
    this.ports.clock.advance(MINUTE);
  }
  /** email, name, source, first, second, stage, last, next, paid, failed, notes */
  add(email: string, more: Partial<Record<string, Typed>> = {}): void {
    const { name = "Ada", source = "YouTube", first = "", second = "", stage = "" } = more;
    const { last = "", next = "", paid = "", failed = "", notes = "" } = more;
    this.lines.push([email, name, source, first, second, stage, last, next, paid, failed, notes]);
  }
  press(args: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
    const call = { name: "adopt", token: this.token, args };
    const answer = answerDialog(this.ports, [ADOPT_DIALOG], call);
    this.token = String(answer.token);
    return answer;
  }
  args(more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
    return { tab: TAB, flow: "lite", basis: "ticked on the form", ...COLUMNS, ...more };
  }
  open(): void {
    openAdopt(this.ports);
    this.token = /"token":"([^"]+)"/.exec(this.ports.person.shown.at(-1)?.html ?? "")?.[1] ?? "";
  }
  dry(more: Readonly<Record<string, string>> = {}): string {
    this.open();
    return String(this.press({ ...this.args(more), go: "dry" }).html);
  }
  adopt(more: Readonly<Record<string, string>> = {}): number {
    this.open();
    let presses = 0;
    let args: Readonly<Record<string, string>> = { ...this.args(more), go: "write" };
    for (;;) {
      presses += 1;
      const { more: next, problem } = this.press(args) as {
        more?: { args: Readonly<Record<string, string>> };
        problem?: string;
      };
      if (problem !== undefined) throw new Error(problem);
      if (next === undefined) return presses;
      args = next.args;
    }
  }
  sheet() {
    return JSON.stringify([this.ports.store.rows("Queue"), this.ports.store.rows("Contacts")]);
  }
  now(): number {
    return this.ports.clock.now();
  }
}
