// What every Mailbox promises. Each adapter's test calls it with its own bench.
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { MailboxBench } from "./bench";

const MINUTE_MS = 60_000;
/** Search knows a mail by then. */
const LAG_MS = 60 * MINUTE_MS;
const OWNER = "owner@shop.test";
const ANSWER = "From: Ada <Ada@Example.test>\r\nSubject: Re: Hello\r\n\r\nThank you";

export function mailboxContract(name: string, open: () => MailboxBench): void {
  describe(`${name} keeps the contract of a mailbox:`, () => {
    let bench: MailboxBench;
    let begun: number;
    beforeEach(() => {
      bench?.close();
      bench = open();
      begun = bench.clock.now();
    });
    afterAll(() => bench?.close());

    const arrived = (sinceMs: number, max = 50) => {
      bench.advance(LAG_MS);
      return bench.mailbox.arrived(sinceMs, bench.clock.now(), max);
    };

    it("tells what somebody answered, in the conversation of our mail", () => {
      const since = bench.clock.now();
      const threadId = bench.sends();
      bench.arrives(ANSWER, threadId);
      const { mails, threads } = arrived(since);
      expect(threads).toBe(1);
      const theirs = mails.filter(({ from }) => from !== OWNER);
      expect(theirs).toMatchObject([
        { threadId, from: "ada@example.test", fromWhole: "Ada <Ada@Example.test>" },
      ]);
      expect(theirs[0]?.at).toBeGreaterThanOrEqual(since);
    });

    it("tells nothing of a conversation in which nobody has answered", () => {
      bench.sends();
      expect(arrived(begun).mails).toEqual([]);
    });

    it("tells the oldest first, and only of the time asked for", () => {
      bench.arrives(ANSWER.replace("Ada@", "old@"));
      bench.advance(2 * MINUTE_MS);
      const since = bench.clock.now();
      bench.arrives(ANSWER.replace("Ada@", "one@"));
      bench.advance(2 * MINUTE_MS);
      const until = bench.clock.now();
      bench.arrives(ANSWER.replace("Ada@", "two@"));
      bench.advance(2 * MINUTE_MS);
      const froms = (from: number, to: number) =>
        bench.mailbox.arrived(from, to, 50).mails.map((mail) => mail.from);
      const now = bench.clock.now();
      bench.advance(LAG_MS);
      expect(froms(since, now)).toEqual(["one@example.test", "two@example.test"]);
      expect(froms(since, until)).toEqual(["one@example.test"]);
      expect(froms(now, now + MINUTE_MS)).toEqual([]);
    });

    it("gives a mail as it came", () => {
      bench.arrives(ANSWER);
      const [mail] = arrived(begun).mails;
      expect(bench.mailbox.raw(mail?.id ?? "")).toBe(ANSWER);
    });

    it("throws where a mail is not there any more", () => {
      expect(() => bench.mailbox.raw("18c0ffee00000000")).toThrow();
    });

    it("lists no more conversations than asked for", () => {
      for (const one of ["a", "b", "c"]) {
        bench.arrives(ANSWER.replace("Ada@", `${one}@`));
        bench.advance(MINUTE_MS);
      }
      expect(arrived(begun, 2)).toMatchObject({ threads: 2 });
    });

    it("knows other charsets, and says which it does not know", () => {
      expect(bench.mailbox.decode("\xcd\xcb\xb6\xa9", "GBK")).toBe("退订");
      expect(bench.mailbox.decode("gr\xfc\xdfe", "windows-1252")).toBe("grüße");
      expect(() => bench.mailbox.decode("x", "no-such-charset")).toThrow();
    });
  });
}
