// The build on small projects: what comes out, and what it refuses to make.
import vm from "node:vm";
import { describe, expect, it } from "vitest";
import { checkScript } from "../../build/checks/check-script.mjs";
import { scopeTable } from "../../build/scopes.mjs";
import { trimmedLiquid, trimmedMarked } from "../../build/trim-libraries.mjs";
import { bundleOf, ENTRIES } from "./scratch.js";

const manifest = {
  runtimeVersion: "V8",
  oauthScopes: [...new Set(Object.values(scopeTable).flatMap((line) => line.scopes))],
};

function bareContext(code: string): (expression: string) => unknown {
  const context = vm.createContext(vm.constants.DONT_CONTEXTIFY);
  vm.runInContext(code, context);
  return (expression) => vm.runInContext(expression, context);
}

const refusal = async (main: string): Promise<string> => {
  try {
    checkScript(await bundleOf(main), manifest, "dot");
  } catch (error) {
    return String(error);
  }
  return "built";
};

describe("what is built", () => {
  it("declares three functions and two objects, and nothing else", async () => {
    const code = await bundleOf(ENTRIES);
    checkScript(code, manifest, "dot");
    const ask = bareContext(code);
    expect(ask("[typeof doGet, typeof doPost, typeof onOpen].join()")).toBe(
      "function,function,function",
    );
    expect(ask("[typeof jobs.tick, typeof menu.setUp, typeof menu.runBatch].join()")).toBe(
      "function,function,function",
    );
    expect(code).toContain("function doGet(e) { return Dripsheet.doGet(e); }");
  });

  it("names handlers with a trailing underscore when asked to", async () => {
    const code = await bundleOf(ENTRIES, "underscore");
    checkScript(code, manifest, "underscore");
    const ask = bareContext(code);
    expect(ask("[typeof jobs_tick_, typeof menu_setUp_, typeof jobs, typeof menu].join()")).toBe(
      "function,function,undefined,undefined",
    );
  });

  it("knows its version and the way of its handlers", async () => {
    const main = `${ENTRIES.replace("doGet() {}", "doGet() { return __VERSION__ + __HANDLERS__ }")}`;
    expect(bareContext(await bundleOf(main))("doGet()")).toBe("1.2.3dot");
    expect(bareContext(await bundleOf(main, "underscore"))("doGet()")).toBe("1.2.3underscore");
  });

  it("is lowered to what Apps Script can save", async () => {
    const main = `class A { #n = 1; static s = 2; get n() { return this.#n } static { A.s ??= 3 } }
${ENTRIES.replace("doGet() {}", "doGet() { return new A()?.n ?? 0 }")}`;
    const code = await bundleOf(main);
    checkScript(code, manifest, "dot");
    expect(bareContext(code)("doGet()")).toBe(1);
  });
});

describe("what stops the build", () => {
  it.each([
    [
      "a missing entry",
      ENTRIES.replace("export function onOpen", "function onOpen"),
      /"onOpen" is missing/,
    ],
    ["one entry more", `${ENTRIES}export function debug() {}`, /"debug" is not an entry/],
    ["a value among the jobs", ENTRIES.replace("tick() {}", "tick: 1"), /jobs\.tick is number/],
    [
      "a name nobody has",
      ENTRIES.replace("doGet() {}", "doGet() { setTimeout(() => 0, 1) }"),
      /setTimeout/,
    ],
    [
      "a service without a line",
      ENTRIES.replace("doGet() {}", "doGet() { DriveApp.x() }"),
      /DriveApp.*\n.*scopes\.json/,
    ],
    [
      "a service at import",
      `const s = SpreadsheetApp.getActive();${ENTRIES}export { s as t }`,
      /SpreadsheetApp\.getActive was used while/,
    ],
    ["an error at import", `JSON.parse("{");${ENTRIES}`, /Code\.js:\d+/],
    [
      "a Node module",
      `import fs from "node:fs";${ENTRIES.replace("doGet() {}", "doGet() { fs.x() }")}`,
      /main\.ts:1:\d+: Could not resolve "node:fs"/,
    ],
    ["top-level await", `await 1;${ENTRIES}`, /main\.ts:1/],
    ["lookbehind", ENTRIES.replace("doGet() {}", "doGet() { return /(?<=a)b/ }"), /lookbehind/],
  ])("%s", async (_what, main, message) => {
    expect(await refusal(main)).toMatch(message);
  });
});

describe("the libraries in the bundle", () => {
  const LIQUID = `import { Liquid } from "liquidjs";
const liquid = () => new Liquid({ strictVariables: true, lenientIf: true, ownPropertyOnly: true,
  outputEscape: (value) => String(value).replace(/</g, "&lt;") });
${ENTRIES.replace("doGet() {}", "doGet(e) { return liquid().parseAndRenderSync(e.text, e.scope) }")}`;

  it("render a Liquid template, escaped", async () => {
    const code = await bundleOf(LIQUID);
    checkScript(code, manifest, "dot");
    const ask = bareContext(code);
    expect(
      ask("doGet({ text: 'Hi {{ name }}{% if x %}!{% endif %}', scope: { name: '<b>' } })"),
    ).toBe("Hi &lt;b>");
    expect(() => ask("doGet({ text: '{{ missing }}' })")).toThrow(/undefined variable: missing/);
  });

  it("know every tag and filter that a template may use, and no other", async () => {
    const strict = LIQUID.replace("{ strictVariables", "{ strictFilters: true, strictVariables");
    const ask = bareContext(await bundleOf(strict));
    const said = (text: string) =>
      ask(`doGet({ text: ${JSON.stringify(text)}, scope: { n: " ab " } })`);
    const filters =
      "{{ n | strip | upcase | downcase | capitalize | append: 'c' | prepend: 'z' | replace: 'A', 'a' }}";
    expect(said(filters)).toBe("zabc");
    expect(said("{{ nil | default: 'abcdef' | remove: 'a' | truncate: 4 }}")).toBe("b...");
    const tags =
      "{% assign a = 1 %}{% case a %}{% when 1 %}1{% endcase %}{% comment %}x{% endcomment %}";
    expect(
      said(`${tags}{% unless a == 2 %}2{% endunless %}{% if a %}3{% else %}4{% endif %}`),
    ).toBe("123");
    expect(() => said('{% include "x" %}')).toThrow(/tag "include" not found/);
    expect(() => said('{{ "x" | base64_encode }}')).toThrow(/undefined filter: base64_encode/);
  });

  it("are refused when they are written otherwise than the build knows", () => {
    expect(() => trimmedLiquid("const tags = {};")).toThrow(/liquidjs is written otherwise/);
    expect(() => trimmedMarked("export{a as Parser};")).toThrow(/marked is written otherwise/);
  });

  it("read Markdown, also where the language has no at() and no hasOwn()", async () => {
    const main = `import { Lexer } from "marked";
${ENTRIES.replace("doGet() {}", "doGet(text) { return new Lexer().lex(text).map((token) => token.type).join() }")}`;
    const code = await bundleOf(main);
    checkScript(code, manifest, "dot");
    const question = "doGet('# A\\n\\n- [x](http://y.z)\\n- b\\n\\n`c` text\\n\\n[x]\\n')";
    const old = "delete Array.prototype.at; delete Object.hasOwn;";
    expect(bareContext(code)(question)).toBe("heading,space,list,space,paragraph,space,paragraph");
    expect(bareContext(old + code)(question)).toBe(bareContext(code)(question));
  });

  it("are fetched at the first use, for new, extends and instanceof alike", async () => {
    const main = `import { Liquid, LiquidError } from "liquidjs";
import { Lexer, Tokenizer } from "marked";
class Plain extends Tokenizer { heading() { return undefined } }
const kinds = (text) => new Lexer({ tokenizer: new Plain() }).lex(text).map((one) => one.type).join();
const failure = () => { try { new Liquid().parse("{% if") } catch (error) { return error } };
${ENTRIES.replace("doGet() {}", "doGet(e) { return kinds(e) }").replace("doPost() {}", "doPost() { return [failure() instanceof LiquidError, {} instanceof LiquidError].join() }")}`;
    const code = await bundleOf(main);
    checkScript(code, manifest, "dot");
    const ask = bareContext(`delete Array.prototype.at;${code}`);
    expect(ask("typeof Array.prototype.at")).toBe("undefined");
    expect(ask("doGet('# A')")).toBe("paragraph");
    expect(ask("typeof Array.prototype.at")).toBe("function");
    expect(ask("doPost()")).toBe("true,false");
  });

  it("bring their licences, and only those that are in", async () => {
    const code = await bundleOf(LIQUID);
    expect(code).toContain("Copyright (c) 2016 Jun Yang");
    expect(code).not.toContain("MarkedJS");
  });
});
