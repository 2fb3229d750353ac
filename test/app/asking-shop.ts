// An invented shop whose letter is marketing from the first mail on: its flow stands in rows that an owner would add.

import type { StepRow } from "../../sheets-schema/index";
import { showPage } from "../../src/app/doors/show-page";
import { setUp } from "../../src/app/set-up";
import { blankRow } from "../memory/memory-store";
import { FounderOffice } from "./founder-office";
import { htmlOf } from "./offer-visit";

export const BEA = "bea@example.org";

export class AskingShop extends FounderOffice {
  /** `waits`: before each mail of the letter; the last goes on for ever. */
  constructor(waits: readonly string[] = ["0", "7 d"], ...flows: readonly string[]) {
    super(...flows);
    this.addLetter("tea_notes", waits);
    setUp(this.ports);
    this.tick();
  }

  addLetter(flow: string, waits: readonly string[]): void {
    const { store } = this.ports;
    const row = { ...blankRow("Flows"), flow, on: "YES", entry: `form:${flow}` } as const;
    const rules = { opens_as: "ACTIVE", reentry: "never", stops_on: "payment" } as const;
    store.append("Flows", [{ ...row, ...rules, name_en: "Notes on tea", name_zh: "茶事短札" }]);
    waits.forEach((wait, stage) => {
      const step = `${flow}_${stage + 1}`;
      const of: Partial<StepRow> = { flow, sent_on: "stage", class: "marketing", template: step };
      store.append("Steps", [{ ...blankRow("Steps"), step, stage, ...of }]);
      const from = { stage_from: stage, stage_to: stage, counts_from: "last mail" } as const;
      store.append("Cadence", [{ ...blankRow("Cadence"), row: step, flow, wait, ...from }]);
      const words = { template: step, locale: "en", subject: `Tea ${stage + 1}`, body: "Tea." };
      store.append("Templates", [{ ...blankRow("Templates"), row: `${step}.en`, ...words }]);
    });
  }

  asks(email = BEA, more: Readonly<Record<string, string>> = {}) {
    return this.post({ form: "tea_notes", email, consent: "yes", locale: "en", ...more });
  }

  /** Subjects of what went to that address. */
  had(email = BEA): readonly string[] {
    return this.mails(email).map(({ subject }) => subject);
  }
  mails(email = BEA) {
    return this.ports.mailer.sent.filter(({ mail }) => mail.to === email).map(({ mail }) => mail);
  }

  /** The link of that question in the newest mail that has one. */
  link(question: string, email = BEA): string {
    const texts = this.mails(email).map(({ text }) => text);
    const found = texts.flatMap(
      (text) => new RegExp(`\\?(p=${question}&\\S+)`).exec(text)?.[1] ?? [],
    );
    return found.at(-1) ?? "";
  }

  look(link: string): string {
    const parameters = Object.fromEntries(new URLSearchParams(link));
    const request = { method: "GET", body: "", contentType: "", contentLength: 0 } as const;
    return htmlOf(showPage(this.ports, { ...request, parameters }, ""));
  }

  /** Presses the one button of the page. */
  press(html: string): string {
    const [, form = ""] = html.split("<form");
    const hidden = [...form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)];
    return htmlOf(
      this.post(Object.fromEntries(hidden.map(([, name = "", value = ""]) => [name, value]))),
    );
  }

  yes(question = "confirm", email = BEA): string {
    return this.press(this.look(this.link(question, email)));
  }
}
