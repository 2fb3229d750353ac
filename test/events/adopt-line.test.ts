// A line of somebody's own sheet: what its words mean, and that nothing about money is guessed.
import { describe, expect, it } from "vitest";
import { guessColumns } from "../../src/events/adopt-columns";
import { type AdoptLine, readLine } from "../../src/events/adopt-line";

const NOW = Date.parse("2026-03-10T12:00:00Z");
const ground = {
  now: NOW,
  order: "" as const,
  instantOf: (wall: { year: number; month: number; day: number }) =>
    Date.UTC(wall.year, wall.month - 1, wall.day),
};

function read(cells: Readonly<Record<string, string | Date>>) {
  const all: Record<string, string | Date> = { email: "ada@example.org", ...cells };
  const headers = Object.keys(all);
  const columns = Object.fromEntries(headers.map((field) => [field, field]));
  const values = Object.values(all).map((value) =>
    value instanceof Date
      ? { text: value.toISOString(), at: value.getTime() }
      : { text: value, at: null },
  );
  return readLine(2, columns, headers, values, ground);
}
function line(cells: Readonly<Record<string, string | Date>>): AdoptLine {
  const found = read(cells);
  if (found.kind !== "line") throw new Error(JSON.stringify(found));
  return found.line;
}
function fault(cells: Readonly<Record<string, string>>): string {
  const found = read(cells);
  const [first] = found.kind === "faults" ? found.faults : [];
  return first === undefined ? "" : first.kind;
}

describe("a line:", () => {
  it.each([
    ["YES", true],
    ["已付款", true],
    ["✓", true],
    ["€49", true],
    ["2026/3/1", true],
    ["no", false],
    ["未付款", false],
    ["UNPAID", false],
    ["0", false],
    ["", false],
    ["FAILED", false],
  ])("paid %j is %s", (text, paid) => {
    expect(line({ paid: text }).paid).toBe(paid);
  });

  it.each(["maybe", "refunded", "已退款", "?"])("paid %j is looked at by a person", (text) => {
    expect(fault({ paid: text })).toBe("unreadable");
  });

  it("tells a failed payment from a paid one, in whichever column it stands", () => {
    expect(line({ paid: "FAILED" })).toMatchObject({ paid: false, failed: true });
    expect(line({ failed: "pi_123abc" })).toMatchObject({ failed: true, payment: "pi_123abc" });
    expect(line({ failed: "" })).toMatchObject({ failed: false });
    expect(line({ status: "PAID", failed: "no" })).toMatchObject({ paid: true, failed: false });
    expect(line({ failed: new Date(NOW) })).toMatchObject({ failed: true, failedAt: NOW });
  });

  it("counts mails by the stage, else by what was sent", () => {
    expect(line({ stage: "第3封" }).stage).toBe(3);
    expect(line({ stage: "7", first_sent: "YES" }).stage).toBe(7);
    expect(line({ first_sent: "YES", second_sent: "no" }).stage).toBe(1);
    expect(line({ first_sent_at: "2026/3/1", second_sent: "已发送" })).toMatchObject({
      stage: 2,
      firstAt: Date.UTC(2026, 2, 1),
      lastAt: Date.UTC(2026, 2, 1),
    });
    expect(line({}).stage).toBeNull();
    expect(fault({ stage: "3/10" })).toBe("unreadable");
    expect(fault({ stage: "-1" })).toBe("unreadable");
  });

  it.each([
    ["UNPAID", { stand: "open", paid: false }],
    ["退订", { stand: "stopped", suppressed: "unsubscribed" }],
    ["bounced", { suppressed: "bounced" }],
    ["暂停", { stand: "paused" }],
    ["已完成", { stand: "done" }],
    ["FAILED", { failed: true }],
  ])("status %s is known", (status, expected) => {
    expect(line({ status })).toMatchObject(expected);
  });

  it("takes only a clear yes for consent", () => {
    for (const text of ["YES", "同意", "I agree to further mails"]) {
      expect(line({ consent: text }).consent).toBe(true);
    }
    for (const text of ["", "no", "不同意", "perhaps"]) {
      expect(line({ consent: text }).consent).toBe(false);
    }
    expect(line({}).consent).toBeNull();
  });

  it("reads an address in its usual clothes, and names what is none", () => {
    expect(line({ email: "Ada <Ada@Example.org>" }).email).toBe("ada@example.org");
    expect(line({ email: " mailto:ada@example.org " }).email).toBe("ada@example.org");
    expect(fault({ email: "", name: "Ada" })).toBe("address missing");
    expect(fault({ email: "ada@" })).toBe("address");
    expect(read({ email: "" }).kind).toBe("blank");
  });
});

describe("guessed columns:", () => {
  it.each([
    [
      ["Timestamp", "Email Address", "First name", "Do you agree to further mails?"],
      { entered: "Timestamp", email: "Email Address", name: "First name" },
    ],
    [
      [
        "email",
        "First sent?",
        "first_sent_at",
        "Second sent?",
        "second_sent_at",
        "stage",
        "last",
        "next",
      ],
      {
        first_sent: "First sent?",
        first_sent_at: "first_sent_at",
        second_sent: "Second sent?",
        second_sent_at: "second_sent_at",
        last: "last",
        next: "next",
      },
    ],
    [
      ["时间戳", "邮箱地址", "称呼", "是否同意接收后续邮件", "网站", "语言"],
      { entered: "时间戳", email: "邮箱地址", name: "称呼", website: "网站", locale: "语言" },
    ],
    [
      [
        "Last name",
        "E-mail",
        "Paid",
        "Paid at",
        "Payment status",
        "Email 1 sent at",
        "Unsubscribed",
      ],
      {
        email: "E-mail",
        paid: "Paid",
        paid_at: "Paid at",
        status: "Payment status",
        first_sent_at: "Email 1 sent at",
        unsubscribed: "Unsubscribed",
      },
    ],
  ])("%j", (headers, expected) => {
    expect(guessColumns(headers)).toMatchObject(expected);
  });

  it("takes no header twice and finds none in strange ones", () => {
    const found = Object.values(guessColumns(["email", "email", "foo", ""]));
    expect(found).toEqual(["email"]);
  });
});
