// The words of every shipped mail: complete in both languages, one step each, never urging (R15,
// R18, R106, R111–R114, R216).
import { describe, expect, it } from "vitest";
import { DOUBTS, MOVES, type TemplateRow } from "../../sheets-schema/index";
import { checkTemplate } from "../../src/content/check-template";
import { pressureWords } from "../../src/content/pressure-words";
import { type RenderedMail, renderTemplate, type Values } from "../../src/content/render";
import { shippedTemplates } from "../../src/flows/templates/index";

const LINKS = [
  "download",
  "stop",
  "offer",
  "lite",
  "course",
  "checkout",
  "result",
  "delivery",
  "confirm",
  "stay",
];
const FULL: Values = {
  name: "Ada",
  email: "ada@example.org",
  links: Object.fromEntries(LINKS.map((link) => [link, `https://link.example/${link}`])),
  sender: { name: "Sender" },
  contact: { website: "https://site.example" },
  offer: { name: "An offer", price: "€49", price_after: "€79", deadline: "D1" },
  payment: { amount: "€49.00" },
  topic: "Weekly notes",
};
/** A flow has a name whatever else is missing. */
const BARE: Values = { email: "ada@example.org", links: FULL.links ?? "", topic: "Tea" };

const DRIP = range(1, 10).map((number) => `lite_${number}`);
const EVERGREEN = [2, 3, 5, 6, 8, 9].map((number) => `lite_${number}`);
const NAMES = [
  ...["geo_1", "geo_2", "geo_to_lite", "free_check_receipt", "free_check_result"],
  ...["lite_receipt", "lite_delivery", ...DRIP],
  ...["indexing", "structure", "content", "order"].map((layer) => `lite_conclusion_${layer}`),
  ...["stripe_failed_1", "stripe_failed_2", "checkout_open", "course_delivery"],
  ...["confirm", "last_question"],
];

const CJK = /[\u3400-\u9fff]/;
// A mail that comes round for ever may be anybody's first or fifth, a week or years after the request.
const DATED = [
  /\b(?:\d+|two|three|four|few|some|several) (?:hours|days|weeks|months|years) ago\b/i,
  /\b(?:recently|lately|yesterday|last (?:week|month|mail|time)|the other day|not long ago)\b/i,
  /\b(?:first|second|third|previous|next|last|earlier|another) (?:mail|email|message|letter)\b/i,
  /\b(?:again I|as I (?:said|wrote)|you have not|you still)\b/i,
  /前几天|前不久|刚才|刚刚|最近|上次|上周|上个月|上一封|这一封|第[一二三四五]封|之前(?:说|写|提)/,
  /[天周月年]前|又(?:给你)?写|还没有?(?:买|回)/,
];

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function rendered(row: TemplateRow, values: Values): RenderedMail {
  const mail = renderTemplate(row, {
    ...values,
    why_now: row.why_now,
    cost_of_not: row.cost_of_not,
  });
  if (!mail.ok) throw new Error(`${row.row}: ${mail.detail}`);
  return mail;
}

function row(name: string): TemplateRow {
  const found = shippedTemplates.find((one) => one.row === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

function everyWord({ subject, body, why_now, cost_of_not }: TemplateRow): string {
  return [subject, body, why_now, cost_of_not].join("\n");
}

/** Every address of a mail and, apart from it, what of the mail is a button. */
function linksOf(mail: RenderedMail) {
  const links = [...mail.html.matchAll(/<a href="([^"]*)" style="([^"]*)"/g)];
  return {
    targets: links.map((link) => link[1] ?? ""),
    buttons: links.filter((link) => link[2]?.includes("inline-block")).length,
  };
}

describe("the shipped words", () => {
  it("are there for every mail, once in English and once in Chinese", () => {
    const rows = NAMES.flatMap((name) => [`${name}.en`, `${name}.zh`]);
    expect(shippedTemplates.map((one) => one.row).sort()).toEqual(rows.sort());
  });

  it("have subjects that differ, none longer than a phone shows", () => {
    const subjects = shippedTemplates.map((one) => one.subject);
    expect(new Set(subjects).size).toBe(subjects.length);
    for (const one of shippedTemplates) {
      const most = one.locale === "en" ? 60 : 24;
      expect(`${one.subject.length <= most} ${one.row}`).toBe(`true ${one.row}`);
    }
  });

  it("are the same letter in both languages: same move, doubt, values and links", () => {
    const values = (body: string) => [...body.matchAll(/\b[a-z]+\.[a-z_]+|why_now|cost_of_not/g)];
    for (const name of NAMES) {
      const [en, zh] = [row(`${name}.en`), row(`${name}.zh`)];
      expect([zh.move, zh.doubt]).toEqual([en.move, en.doubt]);
      expect(new Set(values(zh.body).map(String))).toEqual(new Set(values(en.body).map(String)));
    }
  });
});

describe.each(shippedTemplates.map((one) => [one.row, one] as const))("%s", (_name, one) => {
  it("states why now and the cost of leaving it, and shows each once (R112)", () => {
    expect(one.why_now.length).toBeGreaterThan(10);
    expect(one.cost_of_not.length).toBeGreaterThan(10);
    const { text, html } = rendered(one, FULL);
    for (const sentence of [one.why_now, one.cost_of_not]) {
      expect(text.split(sentence)).toHaveLength(2);
    }
    expect(html).not.toMatch(/\{\{|\}\}|\{%|\*\*/);
  });

  it("makes one of the three moves and answers one of the three doubts (R15, R111)", () => {
    expect(MOVES).toContain(one.move);
    expect(DOUBTS).toContain(one.doubt);
  });

  it("gives one next step, as the only button", () => {
    const { targets, buttons } = linksOf(rendered(one, FULL));
    // The result names Lite in passing: only a reader's own press leads there.
    const inPassing = one.template === "free_check_result" ? 1 : 0;
    expect([targets.length, buttons]).toEqual([1 + inPassing, 1]);
  });

  it("keeps the way back open (R113)", () => {
    expect(one.body).toMatch(/nothing to explain|no explanation|不需要解释/);
    expect(one.body).toMatch(/ready|back|随时|准备好|回来/i);
  });

  it("never urges (R18, R114)", () => {
    expect(pressureWords(everyWord(one))).toEqual([]);
  });

  it("is in its own language throughout", () => {
    expect(CJK.test(everyWord(one))).toBe(one.locale === "zh");
    for (const part of [one.subject, one.body, one.why_now, one.cost_of_not]) {
      expect(CJK.test(part)).toBe(one.locale === "zh");
    }
    const halfWidth = /[\u3400-\u9fff][,;:?]|[,;?][\u3400-\u9fff]/;
    if (one.locale === "zh") expect(everyWord(one)).not.toMatch(halfWidth);
  });

  it("is fit to be sent", () => {
    expect(checkTemplate(one)).toBeNull();
  });

  it("reads on without the values a contact or offer may lack", () => {
    const { text } = rendered(one, BARE);
    expect(text).not.toMatch(/ {2}|undefined|“”|（）| [.,;]|\( ?\)|^[,，]/m);
    expect(text).not.toContain("{");
  });
});

describe("the drip of Lite", () => {
  it("makes all three moves and answers all three doubts, as do the mails that repeat", () => {
    for (const names of [DRIP, EVERGREEN]) {
      const rows = names.map((name) => row(`${name}.en`));
      expect(new Set(rows.map((one) => one.move))).toEqual(new Set(MOVES));
      expect(new Set(rows.map((one) => one.doubt))).toEqual(new Set(DOUBTS));
    }
  });

  it("never makes the same move for the same doubt twice running", () => {
    const pairs = DRIP.map((name) => row(`${name}.en`)).map((one) => `${one.move} ${one.doubt}`);
    for (const [index, pair] of pairs.entries()) expect(pair).not.toBe(pairs[index + 1]);
  });

  it.each(EVERGREEN)("can send %s at any time, in any order", (name) => {
    for (const one of [row(`${name}.en`), row(`${name}.zh`)]) {
      for (const dated of DATED) expect(everyWord(one)).not.toMatch(dated);
      expect(everyWord(one)).not.toMatch(/offer\.|payment\./);
    }
  });

  it.each(["As I said three days ago", "the second mail", "前几天你问过", "这是第二封邮件"])(
    "would be caught saying %j",
    (words) => {
      expect(DATED.some((dated) => dated.test(words))).toBe(true);
    },
  );
});

describe("the price in a mail", () => {
  const price = (name: string, offer: Values) =>
    rendered(row(name), { ...FULL, offer }).text.replace(/\s+/g, " ");
  const running = { price: "€49", price_after: "€79", deadline: "4 March, 10:00" };
  const over = { price: "€79", price_after: "€79" };

  it("is told in the receipt with its date, once, and with the price after it (R79)", () => {
    const en = price("lite_receipt.en", running);
    expect(en).toContain("Until 4 March, 10:00 it costs €49, after that €79. The page shows");
    expect(en.split("4 March")).toHaveLength(2);
    expect(price("lite_receipt.zh", running)).toContain("之前，价格是 €49，之后是 €79。");
  });

  it("is told in the receipt without a date where no window runs", () => {
    expect(price("lite_receipt.en", { price: "€79" })).toContain("It costs €79. The page shows");
    expect(price("lite_receipt.zh", { price: "€79" })).toContain("价格是 €79。打开页面");
  });

  it("in lite_1 is the one that holds when it goes (R109)", () => {
    expect(price("lite_1.en", over)).toContain("Lite now costs €79, and no further date is set.");
    expect(price("lite_1.en", over)).not.toContain("€49");
    expect(price("lite_1.en", running)).toContain("It costs €49 until 4 March, 10:00.");
    expect(price("lite_1.zh", over)).toContain("Lite 现在是 €79，没有新的截止日期。");
    for (const never of [{ price: "€49" }, { price: "€49", price_after: "€79" }]) {
      expect(price("lite_1.en", never)).toContain("can tell. It costs €49. Open");
    }
  });
});

describe("the conclusion of Lite (R106)", () => {
  it.each([
    ["indexing", "stuck at indexing", "卡在收录"],
    ["structure", "stuck at structure", "卡在结构"],
    ["content", "stuck at content strategy", "卡在内容策略"],
    ["order", "stuck at the order of execution", "卡在执行顺序"],
  ])("%s says where the site is stuck and what to do now", (layer, en, zh) => {
    expect(row(`lite_conclusion_${layer}.en`).body).toContain(`**the site is ${en}.**`);
    expect(row(`lite_conclusion_${layer}.en`).body).toContain("**The step to take now.**");
    expect(row(`lite_conclusion_${layer}.zh`).body).toContain(`**网站${zh}。**`);
    expect(row(`lite_conclusion_${layer}.zh`).body).toContain("**现在做一步**");
  });
});
