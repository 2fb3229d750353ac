// What a stranger writes into a form stays what it is: a value, in every part of every mail.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Rendered, renderTemplate, type Values } from "../../src/content/render";

function render(body: string, values: Values = {}, subject = "Subject"): Rendered {
  return renderTemplate({ subject, body }, values);
}

function ok(rendered: Rendered) {
  if (!rendered.ok) throw new Error(rendered.detail);
  return rendered;
}

describe("a template", () => {
  it("becomes a text part and an HTML part that say the same", () => {
    const mail = ok(render("Hello,\nagain.\n\n[The pack](https://a.example/p?a=1&b=2) is *here*."));
    expect(mail.text).toBe("Hello,\nagain.\n\nThe pack: https://a.example/p?a=1&b=2 is here.");
    expect(mail.html).toContain("Hello,<br>again.");
    expect(mail.html).toContain('href="https://a.example/p?a=1&amp;b=2"');
    expect(mail.html).toContain("<em>here</em>");
  });

  it("keeps lists, numbered and nested", () => {
    const mail = ok(render("1. one\n2. two\n   - inner\n\n- bullet"));
    expect(mail.text).toBe("1. one\n2. two\n   - inner\n\n- bullet");
    expect(mail.html).toMatch(/<ol start="1"[^>]*><li[^>]*>one<\/li>/);
  });

  it.each([
    ["<b>bold</b>", "&lt;b&gt;bold&lt;/b&gt;"],
    ["<script>alert(1)</script>", "&lt;script&gt;"],
    ["# No heading", "# No heading"],
    ["`code` and ~tilde~", "`code` and ~tilde~"],
    ["> quoted", "&gt; quoted"],
    ["a | b\n---|---", "a | b<br>---|---"],
    ["    four spaces", "four spaces"],
  ])("shows %j as the text it is", (body, html) => {
    const mail = ok(render(body));
    expect(mail.html).toContain(html);
    expect(mail.text).toBe(body.trim());
  });

  it("makes a link alone in its paragraph the step to press", () => {
    const html = ok(render("[Go](https://a.example)\n\nor [here](https://a.example)")).html;
    expect(html.match(/display:inline-block/g)).toHaveLength(1);
  });

  it("keeps a full stop out of the address before it", () => {
    const mail = ok(render("看[这里](https://a.example)。[Here](https://b.example)."));
    expect(mail.text).toBe("看这里: https://a.example 。Here: https://b.example.");
  });

  it("reads emphasis and addresses that Chinese sets without spaces", () => {
    const mail = ok(render("**重点：**后面**“引”**，见https://a.example/x。**再见。**"));
    expect(mail.text).toBe("重点：后面“引”，见https://a.example/x 。再见。");
    expect(mail.html.match(/<strong>[^<]*<\/strong>/g)).toEqual([
      "<strong>重点：</strong>",
      "<strong>“引”</strong>",
      "<strong>再见。</strong>",
    ]);
    expect(mail.html).toContain('href="https://a.example/x"');
  });

  it("writes an address that is its own words once", () => {
    const mail = ok(render("https://a.example/x and [https://b.example](https://b.example)"));
    expect(mail.text).toBe("https://a.example/x and https://b.example");
  });
});

describe("a value", () => {
  it.each([
    ['Hi {{ name | default: "there" }},', "Hi there,"],
    ["{% if name %}Hi {{ name }}{% else %}Hello{% endif %},", "Hello,"],
  ])("that is empty falls back in %j", (body, text) => {
    for (const name of ["", "  ", "\u0000\n"]) expect(ok(render(body, { name })).text).toBe(text);
    expect(ok(render(body)).text).toBe(text);
  });

  it("that is missing is refused by its name", () => {
    const refused = { ok: false, problem: "missing", detail: "links.download" };
    const body = "[x]({{ links.download }})";
    expect(render(body, { links: { download: " " } })).toMatchObject(refused);
    expect(render(body, {})).toMatchObject({ ok: false, problem: "missing" });
    expect(render("x", {}, "For {{ name }}")).toMatchObject({ problem: "missing", detail: "name" });
  });

  it.each([
    "[x](http://evil.example)",
    "![x](http://evil.example/i.png)",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ links.download }} {% if true %}x{% endif %}",
    "# Heading",
    "**bold** _em_ `code`",
    "1. list",
    "=IMPORTXML(1)",
    "&lt;b&gt; &amp;",
    "\\*not escaped\\*",
    "Zoë 王小明 😀👩‍👩‍👧",
    "$& $1 $$",
  ])("such as %j is shown letter by letter", (name) => {
    const mail = ok(render("Hi {{ name }}, [go](https://a.example).", { name }));
    expect(mail.text).toBe(`Hi ${name}, go: https://a.example.`);
    expect(mail.html.match(/<[a-z]+/g)).toEqual(["<p", "<a"]);
    expect(asRead(mail.html)).toContain(`Hi ${name}, `);
  });

  it("can be no second line, header or mark of ours", () => {
    const name = "a\r\nBcc: x@y.example\u2028b\u202Ec\uE0000\uE001";
    const mail = ok(render("{{ name }}", { name }, "For {{ name }}"));
    expect(mail.subject).toBe("For a Bcc: x@y.example bc0");
    expect(mail.text).toBe("a Bcc: x@y.example bc0");
  });

  it("never changes what a template is, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (name) => {
        const mail = ok(
          render("{{ name | default: 'there' }}", { name }, "{{ name | default: 1 }}"),
        );
        expect(mail.html).toMatch(/^<p style="[^"]*">[^<>]*<\/p>$/);
        expect(mail.subject).not.toMatch(/[\p{Cc}\u2028\u2029\p{Surrogate}]/u);
      }),
    );
  });

  it("inside an address is one part of it; at its start it is the address", () => {
    const values = { name: "a b/&?#", links: { download: "https://d.example/x?y=1&z=2" } };
    const mail = ok(
      render("[q](https://a.example/?q={{ name }}) [d]({{ links.download }})", values),
    );
    expect(mail.text).toBe(
      "q: https://a.example/?q=a%20b%2F%26%3F%23 d: https://d.example/x?y=1&z=2",
    );
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "//evil.example",
    "https://",
    "x",
    "https://a b",
  ])("such as %j is no link target", (download) => {
    const rendered = render("[x]({{ links.download }})", { links: { download } });
    expect(rendered).toMatchObject({ ok: false, problem: "broken" });
  });
});

describe("a subject", () => {
  it("is one line of at most 200 characters, emoji whole", () => {
    const subject = ok(render("x", {}, `a\n${"😀".repeat(300)}`)).subject;
    expect(Array.from(subject)).toHaveLength(200);
    expect(subject.startsWith("a 😀")).toBe(true);
  });

  it("is not Markdown", () => {
    expect(ok(render("x", {}, "*a* [b](c)")).subject).toBe("*a* [b](c)");
  });
});

describe("a broken template", () => {
  it.each([
    ["{{ name", "not closed"],
    ["a\n\n{% if name %}x", "not closed"],
    ["{{ name | raw }}", "raw"],
    ["{{ name | shout }}", "shout"],
    ["{% include 'x' %}", "include"],
    ["{% render 'x' %}", "render"],
    ["{% layout 'x' %}", "layout"],
    ["{% cycle name, 'b' %}", "cycle"],
    ["{% echo name %}", "echo"],
    ["{% capture x %}{% endcapture %}", "capture"],
    ["{% for x in y %}{% endfor %}", "for"],
    ["{{ 'now' | date: '%Y' }}", "date"],
    ["{{ links }}", "group of values"],
    ["[x]()", "no target"],
    ["[x](ftp://a.example)", "ftp://a.example"],
    ["[x](page.html)", "page.html"],
    ["", "empty"],
    ["{{ name | default: '' }}", "empty"],
  ])("%j is refused, and the words say what was seen", (body, seen) => {
    const rendered = render(
      body,
      body.includes("default") ? {} : { name: "Ada", links: { a: "b" } },
    );
    expect(rendered).toMatchObject({ ok: false, problem: "broken" });
    expect(rendered.ok || rendered.detail).toContain(seen);
    expect(rendered.ok || rendered.words.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  it("names the line", () => {
    expect(render("a\nb\n{{ x | shout }}")).toMatchObject({ detail: /line 3/ });
  });

  it("leaves the next template untouched", () => {
    render("{{ name | raw }}");
    expect(ok(render("Hi {{ name }}", { name: "Ada" })).text).toBe("Hi Ada");
  });
});

function asRead(html: string): string {
  return html
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");
}
