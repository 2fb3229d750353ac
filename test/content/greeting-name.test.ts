import { describe, expect, it } from "vitest";
import { greetingName } from "../../src/content/greeting-name";

describe("the name a mail greets by", () => {
  it.each(["Ada", "李雷", "Dr. Anna-Maria O'Neil", "José 🙂", "J. R. R. Tolkien", "a b/c"])(
    "is %s as it was typed",
    (name) => {
      expect(greetingName(name)).toBe(name);
    },
  );

  it.each([
    "http://evil.test",
    "[x](http://evil)",
    "www.evil.test",
    "evil.com/win",
    "<script>alert(1)</script>",
    "{{ x }}",
    "Buy now and get rich, this is a long advertising text for a stranger",
  ])("is empty for %s: it would be a stranger's message in our mail", (name) => {
    expect(greetingName(name)).toBe("");
  });
});
