// Drafts, sending, quota, search: the mailbox as GmailApp and MailApp show it (facts 6).
import { describe, expect, it } from "vitest";
import type { SentMail } from "../../../local/host/contract.ts";
import { openBench } from "./bench.ts";

const MINUTE = 60_000;

describe("a draft", () => {
  it("lives from createDraft to send, and leaves a message with its ids (facts 6.7)", () => {
    const told: SentMail[] = [];
    const bench = openBench("", { onSent: (mail) => told.push(mail) });
    const seen = bench.evaluate(`
      var draft = GmailApp.createDraft("Ada <ada@lovelace.dev>", "Subject", "Plain", {
        htmlBody: "<p>Html</p>", name: "Founder", replyTo: "reply@dripsheet.local", cc: "c@d.co" });
      var listed = GmailApp.getDrafts().map(function (d) { return d.getId(); });
      var message = draft.getMessage();
      var before = [message.isDraft(), message.getTo(), message.getPlainBody(), message.getBody()];
      var sent = draft.send();
      return { listed: listed.length === 1 && listed[0] === draft.getId(), before: before,
        left: GmailApp.getDrafts().length, id: sent.getId(), thread: sent.getThread().getId(),
        header: sent.getHeader("Message-ID"), from: sent.getFrom(), reply: sent.getReplyTo(),
        draft: sent.isDraft(), newId: sent.getId() !== draft.getMessageId() };`) as Record<
      string,
      unknown
    >;
    expect(seen).toMatchObject({
      listed: true,
      before: [true, "Ada <ada@lovelace.dev>", "Plain", "<p>Html</p>"],
      left: 0,
      from: "Founder <owner@dripsheet.local>",
      reply: "reply@dripsheet.local",
      draft: false,
      newId: true,
    });
    const [mail] = bench.host.outbox();
    expect(mail).toMatchObject({
      id: seen.id,
      threadId: seen.thread,
      messageId: seen.header,
      to: "Ada <ada@lovelace.dev>",
      cc: "c@d.co",
      fromName: "Founder",
      html: "<p>Html</p>",
      text: "Plain",
    });
    expect(told).toEqual([mail]);
  });

  it("that was deleted is gone: getDraft throws, it is in no list", () => {
    const bench = openBench();
    const id = bench.evaluate(`GmailApp.createDraft("a@b.co", "s", "t").getId()`) as string;
    expect(bench.host.drafts()).toEqual([{ id, to: "a@b.co", subject: "s" }]);
    bench.evaluate(`GmailApp.getDraft("${id}").deleteDraft(); return 1;`);
    expect(() => bench.evaluate(`GmailApp.getDraft("${id}").getId()`)).toThrow("not found");
    expect(bench.host.drafts()).toEqual([]);
    expect(bench.host.outbox()).toEqual([]);
  });

  it("that went although the script was told otherwise has gone (facts 6.9)", () => {
    const bench = openBench();
    bench.evaluate(`GmailApp.createDraft("a@b.co", "s", "t").getId()`);
    bench.host.inject({ atCall: 2, kind: "throw", when: "after" });
    expect(() => bench.evaluate("GmailApp.getDrafts()[0].send().getId()")).toThrow("server error");
    expect(bench.host.outbox()).toHaveLength(1);
    expect(bench.host.drafts()).toEqual([]);
  });
});

describe("an address list", () => {
  const bench = openBench();
  const send = (to: string) => () =>
    bench.evaluate(`GmailApp.createDraft(${JSON.stringify(to)}, "s", "t").getId()`);

  it.each([
    "a@b.co",
    "Ada <a@b.co>",
    '"Lovelace, Ada" <a@b.co>, c@d.co',
    "ü@ex.de",
    "a+b@c-d.co",
    "",
  ])("accepts %j", (to) => {
    expect(send(to)).not.toThrow();
  });

  it.each([
    "nobody",
    "a@b",
    "a b@c.co",
    "a@b.co, c@d",
    "a@-b.co",
    "Ada <a@b.co",
    "a..b@c.co",
    "@b.co",
  ])("refuses %j (facts 6.14)", (to) => {
    expect(send(to)).toThrow("Invalid email: ");
  });
});

describe("the daily quota", () => {
  it("counts recipients over to, cc and bcc, for both services, and comes back after a day (facts 4.5, 4.6)", () => {
    const bench = openBench();
    const left = () => bench.evaluate("MailApp.getRemainingDailyQuota()");
    bench.evaluate(`GmailApp.sendEmail("a@b.co, c@d.co", "s", "t", { cc: "e@f.co" });
      MailApp.sendEmail({ to: "a@b.co", subject: "s", body: "t", bcc: "g@h.co" }); return 1;`);
    expect(left()).toBe(95);
    bench.evaluate(`for (var i = 0; i < 95; i++) MailApp.sendEmail("a@b.co", "s", "t"); return 1;`);
    expect(left()).toBe(0);
    expect(() => bench.evaluate(`GmailApp.sendEmail("a@b.co", "s", "t").getAliases()`)).toThrow(
      "Service invoked too many times for one day: email.",
    );
    bench.host.advance(bench.host.now() + 24 * 60 * MINUTE);
    expect(left()).toBe(100);
  });

  it("is not touched by drafts", () => {
    const bench = openBench();
    bench.evaluate(`GmailApp.createDraft("a@b.co", "s", "t").getId()`);
    expect(bench.evaluate("MailApp.getRemainingDailyQuota()")).toBe(100);
  });
});

describe("an alias of the account", () => {
  const bench = openBench();
  const alias = "hello@dripsheet.local";

  it("is listed, and a mail goes from it; MailApp ignores it (facts 6.2)", () => {
    expect(bench.evaluate("GmailApp.getAliases()")).toEqual([alias]);
    bench.evaluate(`GmailApp.createDraft("a@b.co", "one", "t", { from: "${alias}", name: "Us" }).send();
      MailApp.sendEmail("a@b.co", "two", "t", { from: "${alias}" }); return 1;`);
    expect(bench.host.outbox().map(({ from, fromName }) => [from, fromName])).toEqual([
      [alias, "Us"],
      ["owner@dripsheet.local", ""],
    ]);
  });

  it("is nobody else's: another editor has none, and may not use it", () => {
    const as = "editor@elsewhere.dev";
    const run = (code: string) => bench.host.run({ function: "evaluate", args: [code], as });
    expect(run("return GmailApp.getAliases()").result).toEqual([]);
    const send = `return GmailApp.createDraft("a@b.co", "s", "t", { from: "${alias}" }).getId()`;
    expect(() => run(send)).toThrow(`Invalid argument: ${alias}`);
  });
});

describe("limits and oddities", () => {
  const bench = openBench();
  const send = (args: string) => () => bench.evaluate(`GmailApp.sendEmail(${args}).getAliases()`);

  it.each([
    [`"", "s", "t"`, "Failed to send email: no recipient"],
    [`"a@b.co", "s".repeat(251), "t"`, "Argument too large: subject"],
    [`"a@b.co", "s", "t".repeat(205000)`, "Limit Exceeded: Email Body Size."],
    [
      `Array(51).fill("a@b.co").join(","), "s", "t"`,
      "Limit Exceeded: Email Recipients Per Message.",
    ],
    [`"a@b.co", "s", "t", { from: "other@b.co" }`, "Invalid argument: other@b.co"],
    [`"a@b.co", "s", "t", { attachments: [] }`, "does not have the option attachments"],
  ])("refuse %s (facts 4.1, 6.14)", (args, words) => {
    expect(send(args)).toThrow(words);
  });

  it("turn emoji of four bytes into question marks, in GmailApp's subject and text only (facts 6.13)", () => {
    const other = openBench();
    other.evaluate(`GmailApp.sendEmail("a@b.co", "Hi 😀 é ✓", "x 🎉", { htmlBody: "😀" });
      MailApp.sendEmail("a@b.co", "Hi 😀", "🎉"); return 1;`);
    expect(other.host.outbox().map(({ subject, text, html }) => [subject, text, html])).toEqual([
      ["Hi ?? é ✓", "x ??", "😀"],
      ["Hi 😀", "🎉", ""],
    ]);
  });

  it("cannot put a line break into a header", () => {
    const other = openBench();
    other.evaluate(`GmailApp.sendEmail("a@b.co", "one\\r\\nBcc: x@y.z", "t").getAliases()`);
    expect(other.host.outbox()[0]?.subject).toBe("one Bcc: x@y.z");
  });
});

describe("searching", () => {
  const bench = openBench();
  bench.evaluate(`GmailApp.sendEmail("ada@lovelace.dev", "Your GEO pack", "token abc-123 inside");
    Utilities.sleep(60000);
    GmailApp.sendEmail("bob@elsewhere.dev", "Other", "nothing", { htmlBody: "<b>html word</b>" });
    GmailApp.createDraft("ada@lovelace.dev", "A draft", "abc-123"); return 1;`);
  const found = (query: string) =>
    bench.evaluate(
      `GmailApp.search(${JSON.stringify(query)}).map(function (t) { return t.getFirstMessageSubject(); })`,
    );

  it("does not see what was sent a moment ago (facts 6.9)", () => {
    expect(found("in:sent to:bob@elsewhere.dev")).toEqual([]);
    bench.host.advance(bench.host.now() + MINUTE);
    expect(found("in:sent to:bob@elsewhere.dev")).toEqual(["Other"]);
  });

  it.each([
    ['in:sent to:ada@lovelace.dev "abc-123"', ["Your GEO pack"]],
    ["abc-123", ["Your GEO pack"]],
    ["subject:geo", ["Your GEO pack"]],
    ["from:owner@dripsheet.local", ["Other", "Your GEO pack"]],
    ["html", ["Other"]],
    ["-html in:anywhere", ["Your GEO pack"]],
    ["newer_than:1d", ["Other", "Your GEO pack"]],
    ["after:2026/03/03", []],
    ["in:inbox", []],
    ["nowhere", []],
  ])("finds by %j", (query, subjects) => {
    expect(found(query)).toEqual(subjects);
  });

  it("finds by message id", () => {
    const id = bench.host.outbox()[0]?.messageId;
    expect(found(`rfc822msgid:${id}`)).toEqual(["Your GEO pack"]);
  });

  it("refuses by name what it cannot search for", () => {
    expect(() => found("in:starred")).toThrow(
      "Dripsheet Local does not have the Gmail search in:starred yet",
    );
  });

  it("pages, and refuses more than 500", () => {
    expect(bench.evaluate(`GmailApp.search("in:sent", 1, 1).length`)).toBe(1);
    expect(() => bench.evaluate(`GmailApp.search("in:sent", 0, 501).length`)).toThrow("500");
  });
});
