// A Google Form's response tab as a door (R63): every answer counts once, whatever happens to the tab.
import { beforeEach, describe, expect, it } from "vitest";
import { answerDialog } from "../../src/app/dialogs/dialog";
import { openResponses, RESPONSE_DIALOG } from "../../src/app/dialogs/response";
import { responseCheck } from "../../src/app/response/response-check";
import { responseNews, takeResponses } from "../../src/app/response/response-tab";
import { readSettings } from "../../src/model/settings";
import { DAY, HOUR, MemoryOffice, MINUTE, START } from "./memory-office";

const TAB = "Form Responses 1";
const HEADERS = ["Timestamp", "Email Address", "Your name", "May we write again?", "Language"];

class FormOffice extends MemoryOffice {
  readonly rows = [HEADERS as (string | Date)[]];
  token = "";

  constructor() {
    super();
    this.ports.otherTabs.tabs.set(TAB, this.rows as never);
  }
  answer(email: string, more: { name?: string; consent?: string; at?: number } = {}): void {
    const at = new Date(more.at ?? this.ports.clock.now());
    this.rows.push([at, email, more.name ?? "Ada", more.consent ?? "Yes", "English"]);
  }
  press(args: Readonly<Record<string, string>>) {
    const answer = answerDialog(this.ports, [RESPONSE_DIALOG], {
      name: "responses",
      token: this.token,
      args,
    });
    this.token = String(answer.token);
    return answer;
  }
  open(already = "new"): Readonly<Record<string, unknown>> {
    openResponses(this.ports);
    this.token = /"token":"([^"]+)"/.exec(this.ports.person.shown.at(-1)?.html ?? "")?.[1] ?? "";
    this.press({ go: "tab", tab: TAB });
    const columns = {
      column_entered: "Timestamp",
      column_email: "Email Address",
      column_name: "Your name",
      column_consent: "May we write again?",
      column_locale: "Language",
    };
    return this.press({ go: "open", tab: TAB, form: "geo", already, ...columns });
  }
  take(): number {
    return takeResponses(this.ports, this.ports.properties.all());
  }
  news(): boolean {
    return responseNews(this.ports, this.ports.properties.all());
  }
  check() {
    const settings = readSettings(this.ports.store.read("Settings"));
    return responseCheck(this.ports.properties.all(), settings);
  }
}

describe("a response tab that is a door:", () => {
  let office: FormOffice;
  beforeEach(() => {
    office = new FormOffice();
    office.ports.clock.advance(MINUTE);
  });

  it("guesses its columns, and is asked for nothing before it is opened", () => {
    openResponses(office.ports);
    expect(office.ports.person.shown.at(-1)?.html).toContain(TAB);
    expect(office.news()).toBe(false);
    expect(office.ports.otherTabs.calls).toEqual(["names"]);
  });

  it("turns an answer into one form event, which sends what was asked for", () => {
    office.open();
    office.ports.clock.advance(MINUTE);
    office.answer("Ada@Example.org");
    expect(office.news()).toBe(true);
    expect(office.take()).toBe(1);
    expect(office.news()).toBe(false);
    office.tick();
    expect(office.row().flow).toBe("geo");
    expect(office.contact()).toMatchObject({ name: "Ada", consent: "YES", locale: "en" });
    expect(office.subjects()).toHaveLength(1);
    expect(office.take()).toBe(0);
    office.pass(HOUR);
    expect(office.subjects()).toHaveLength(1);
  });

  it("leaves what stood there before, unless asked to take it", () => {
    office.answer("old@example.org", { at: START - 3 * DAY });
    office.open();
    expect(office.take()).toBe(0);
    office.open("all");
    expect(office.take()).toBe(1);
    expect(office.take()).toBe(0);
  });

  it("applies nothing twice when the tab is sorted, corrected or moved to another zone", () => {
    office.open();
    for (const name of ["ada", "bea", "cem"]) {
      office.ports.clock.advance(MINUTE);
      office.answer(`${name}@example.org`);
      office.take();
    }
    const [headers, ...answers] = office.rows;
    office.rows.splice(0, 4, headers ?? [], ...answers.reverse());
    (office.rows[1] ?? [])[2] = "Cem, corrected";
    expect(office.take()).toBe(0);
    // The file's zone moves from Berlin to Shanghai: the cells show the same, and are other instants.
    office.ports.workbook.zone = "Asia/Shanghai";
    for (const row of office.rows.slice(1)) row[0] = new Date(Number(row[0]) - 7 * HOUR);
    expect(office.take()).toBe(0);
    office.answer("dee@example.org");
    expect(office.take()).toBe(1);
  });

  it("takes an answer that comes in place of a deleted one", () => {
    office.open();
    office.answer("ada@example.org", { at: START + 2 * MINUTE });
    office.ports.clock.advance(5 * MINUTE);
    office.take();
    office.rows.pop();
    office.answer("bea@example.org");
    expect(office.take()).toBe(1);
  });

  it("reads no consent out of an empty box or a No", () => {
    office.open();
    office.ports.clock.advance(MINUTE);
    office.answer("ada@example.org", { consent: "" });
    office.answer("bea@example.org", { consent: "No, thanks" });
    office.answer("cem@example.org", { consent: "I agree to get further mails" });
    office.take();
    office.tick();
    const consents = ["ada", "bea", "cem"].map(
      (name) => office.contact(`${name}@example.org`)?.consent,
    );
    expect(consents).toEqual(["NO", "NO", "YES"]);
  });

  it("keeps an answer with a bad address as refused, and names answers without a time", () => {
    office.open();
    office.ports.clock.advance(MINUTE);
    office.answer("not an address");
    office.rows.push(["", "eve@example.org", "Eve", "Yes", ""]);
    expect(office.take()).toBe(1);
    expect(office.lastEvent()).toMatchObject({ outcome: "REFUSED", type: "form:geo" });
    expect(office.check()).toMatchObject({ ok: false });
    expect(office.check()?.open.en).toContain("rows 3");
  });

  it("takes nothing from a tab whose column was renamed, and says so; another tab in Settings closes it", () => {
    office.open();
    expect(office.check()).toMatchObject({ ok: true });
    (office.rows[0] ?? [])[1] = "Mail";
    office.answer("ada@example.org");
    expect(office.take()).toBe(0);
    expect(office.check()?.open.en).toContain("Email Address");
    expect(office.news()).toBe(false);
    (office.rows[0] ?? [])[1] = "Email Address";
    office.set("response_tab", "");
    expect(office.take()).toBe(0);
    expect(office.check()).toBeNull();
    expect(office.news()).toBe(false);
  });

  it("goes on at the next tick when Events is busy or very many have come", () => {
    office.open();
    office.ports.clock.advance(MINUTE);
    for (let at = 0; at < 120; at += 1) office.answer(`p${at}@example.org`);
    office.ports.locks.intakeBusy = true;
    expect(office.take()).toBe(0);
    office.ports.locks.intakeBusy = false;
    expect(office.take()).toBe(100);
    expect(office.news()).toBe(true);
    expect(office.take()).toBe(20);
    expect(office.news()).toBe(false);
  });

  it("is opened by nobody but the owner, and not without an address column", () => {
    office.ports.person.user = "other@shop.test";
    expect(office.open()).toMatchObject({ message: expect.stringContaining("Only the account") });
    expect(office.news()).toBe(false);
    office.ports.person.user = "owner@shop.test";
    expect(office.press({ go: "open", tab: TAB, form: "geo" })).toMatchObject({
      message: expect.stringContaining("address"),
    });
  });
});
