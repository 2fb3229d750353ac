// R18: what urges is found in both languages, and what merely informs is left alone.
import { describe, expect, it } from "vitest";
import { pressureWords } from "../../src/content/pressure-words";

describe("pressure words", () => {
  it.each([
    ["This is your LAST CHANCE.", ["LAST CHANCE"]],
    ["Don’t miss it, order now!", ["Don't miss", "order now", "!"]],
    ["I am just checking in about Lite.", ["just checking in"]],
    ["Only 3 seats left, and the offer ends tonight.", ["Only 3 seats left", "ends tonight"]],
    ["You deserve a better site.", ["You deserve"]],
    ["这是最后的机会，抓紧下单！", ["最后的机会", "抓紧", "！"]],
    ["仅限今天，名额有限，错过不再有。", ["仅限", "名额有限", "错过"]],
    ["最后 3 天，立即购买", ["最后 3 天", "立即购买"]],
  ])("of %j are %j", (text, found) => {
    expect([...pressureWords(text)].sort()).toEqual([...found].sort());
  });

  it.each([
    "This is the last mail about this payment. The price is €49 until 4 March.",
    "The order of execution: begin now or later, and come back when you are ready.",
    "这是关于这笔付款的最后一封邮件。3 月 4 日之前，价格是 €49。",
    "什么都不会马上坏掉，准备好了再回来。",
    "{% if offer.price != '' %}[Read](https://a.example/hurry!){% endif %}",
    "",
  ])("are none in %j", (text) => {
    expect(pressureWords(text)).toEqual([]);
  });

  it("are named once each", () => {
    expect(pressureWords("hurry hurry")).toEqual(["hurry"]);
  });
});
