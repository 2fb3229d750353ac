// Mail from elsewhere: kept as it came, in the conversation it answers, shown as Gmail shows it.
import { beforeEach, describe, expect, it } from "vitest";
import { openBench } from "./bench.ts";

/** Search knows a mail by then. */
const HOUR = 3_600_000;
const ANSWER = [
  "From: Ada Lovelace <ada@lovelace.dev>",
  "To: owner@dripsheet.local",
  "Subject: Re: Subject",
  "Message-ID: <1@lovelace.dev>",
  "X-Long: one",
  " two",
  "Content-Transfer-Encoding: base64",
  "",
  Buffer.from("Thank you").toString("base64"),
].join("\r\n");

describe("a mail that arrives", () => {
  let bench: ReturnType<typeof openBench>;
  beforeEach(() => {
    bench = openBench("");
    bench.evaluate(`GmailApp.sendEmail("ada@lovelace.dev", "Subject", "Plain"); return 1;`);
  });

  function answered(): { readonly id: string; readonly threadId: string } {
    const sent = bench.host.outbox()[0];
    return bench.host.receive(`In-Reply-To: ${sent?.messageId}\r\n${ANSWER}`);
  }

  it("joins the conversation that it answers", () => {
    expect(answered().threadId).toBe(bench.host.outbox()[0]?.threadId);
    expect(bench.host.receive(ANSWER).threadId).not.toBe(bench.host.outbox()[0]?.threadId);
  });

  it("is found in the inbox, and is none of the mails sent", () => {
    const { threadId } = answered();
    bench.host.advance(bench.host.now() + HOUR);
    expect(bench.evaluate(`GmailApp.search("in:inbox")[0].getId()`)).toBe(threadId);
    expect(bench.host.outbox()).toHaveLength(1);
  });

  it("is read as it came, with its headers and its text", () => {
    const { id } = answered();
    const seen = bench.evaluate(`
      var message = GmailApp.getMessageById(${JSON.stringify(id)});
      return { raw: message.getRawContent(), from: message.getFrom(), long: message.getHeader("x-long"),
        text: message.getPlainBody(), subject: message.getSubject(), draft: message.isDraft() };`);
    expect(seen).toMatchObject({
      from: "Ada Lovelace <ada@lovelace.dev>",
      long: "one two",
      text: "Thank you",
      subject: "Re: Subject",
      draft: false,
    });
    expect((seen as { raw: string }).raw.endsWith(ANSWER)).toBe(true);
  });

  it("is found in the trash only where it is asked for", () => {
    const { id } = answered();
    bench.evaluate(`GmailApp.getMessageById(${JSON.stringify(id)}).moveToTrash(); return 1;`);
    bench.host.advance(bench.host.now() + HOUR);
    const found = (query: string) => bench.evaluate(`GmailApp.search("${query}").length`);
    expect(found("from:ada@lovelace.dev")).toBe(0);
    expect(found("in:trash")).toBe(1);
  });
});
