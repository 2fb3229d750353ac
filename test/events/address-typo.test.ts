// Slips of the fingers in an address: asked about, alike by the server and by the script in forms.
import vm from "node:vm";
import { describe, expect, it } from "vitest";
import { meantAddress } from "../../src/events/address-typo";
import { typoScript } from "../../src/pages/typo-script";

const SLIPS = [
  ["ada@gmial.com", "ada@gmail.com"],
  ["Ada.B@GMAI.COM", "Ada.B@gmail.com"],
  ["ada@gmail.co", "ada@gmail.com"],
  ["ada@gmail.con", "ada@gmail.com"],
  ["ada@gmial.con", "ada@gmail.com"],
  ["ada@gmail", "ada@gmail.com"],
  ["ada@gmailcom", "ada@gmail.com"],
  ["ada@gmail,com", "ada@gmail.com"],
  ["ada@gmail。com", "ada@gmail.com"],
  ["ada@gmail..com", "ada@gmail.com"],
  ["ada@hotmial.com", "ada@hotmail.com"],
  ["ada@outlok.com", "ada@outlook.com"],
  ["ada@yaho.com", "ada@yahoo.com"],
  ["ada@yahoo.co", "ada@yahoo.com"],
  ["ada@iclould.com", "ada@icloud.com"],
  ["1234@qq.con", "1234@qq.com"],
  ["1234@qq", "1234@qq.com"],
  ["1234@qqcom", "1234@qq.com"],
  ["1234@qq.cm", "1234@qq.com"],
  ["ada@163.cmo", "ada@163.com"],
  ["ada@163com", "ada@163.com"],
  ["ada@126.co", "ada@126.com"],
  ["ada@foxmial.com", "ada@foxmail.com"],
  ["ada@sina.con", "ada@sina.com"],
  ["ada@acme.con", "ada@acme.com"],
  ["a$&b@gmial.com", "a$&b@gmail.com"],
] as const;

const RIGHT =
  `gmail.com qq.com vip.qq.com 163.com 163.net vip.163.com 126.com 139.com 189.cn 188.com 263.net yeah.net
  foxmail.com sina.com sina.cn sohu.com aliyun.com outlook.com outlook.de outlook.com.br hotmail.com hotmail.co.uk hotmail.fr
  live.com live.cn msn.com yahoo.com yahoo.de yahoo.ca yahoo.cn yahoo.com.cn yahoo.co.uk yahoo.co.jp ymail.com rocketmail.com
  icloud.com cloud.com me.com mac.com mail.com email.com gmx.com gmx.de web.de t-online.de aol.com proton.me protonmail.com
  googlemail.com zmail.com mail.ru example.org acme.co acme.com acme.cm aa.com 161.com`.split(
    /\s+/,
  );

/** The script as a browser runs it, on a page of as little as it asks for. */
function pageAsking(): (typed: string) => string {
  const element = () => ({
    textContent: "",
    style: {},
    setAttribute() {},
    appendChild: (child: object) => child,
  });
  const question = element();
  const take = element();
  let changed = () => {};
  const field = {
    value: "",
    addEventListener: (_: string, listener: () => void) => {
      changed = listener;
    },
    parentNode: { nextSibling: null, parentNode: { insertBefore() {} } },
  };
  const context = {
    form: { querySelector: () => field },
    document: { createElement: (name: string) => (name === "p" ? question : take) },
  };
  vm.runInNewContext(typoScript("<%>"), context);
  return (typed) => {
    field.value = typed;
    take.textContent = "";
    changed();
    expect(field.value).toBe(typed);
    return take.textContent;
  };
}

describe("what was probably meant", () => {
  const ask = pageAsking();

  it.each(SLIPS)("by %s is %s, and the form asks so", (typed, meant) => {
    expect(meantAddress(typed)).toBe(meant);
    expect(ask(typed)).toBe(`<${meant}>`);
  });

  it.each(RIGHT)("is nothing else at %s, and the form asks nothing", (domain) => {
    expect(meantAddress(`ada@${domain}`)).toBe("");
    expect(ask(`ada@${domain}`)).toBe("");
  });

  it.each(["", "ada", "@gmail.con", "gmail.com"])("nobody is asked about %j", (typed) => {
    expect(meantAddress(typed)).toBe("");
    expect(ask(typed)).toBe("");
  });
});
