// What every Mailer promises. Each adapter's test calls it with its own bench.
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Mailer, OutgoingMail } from "../../src/ports";
import type { MailerBench } from "./bench";

const TOKEN = "0123456789abcdef0123";
const OTHER_TOKEN = "ffffffffffffffffffff";
const HOUR_MS = 60 * 60 * 1000;

export function mailerContract(name: string, open: () => MailerBench): void {
  describe(`${name} keeps the contract of a mailer:`, () => {
    let bench: MailerBench;
    let mailer: Mailer;

    beforeEach(() => {
      bench?.close();
      bench = open();
      mailer = bench.mailer;
    });
    afterAll(() => bench?.close());

    const draftIds = (sinceMs = 0) => mailer.listDrafts(sinceMs).map(({ draftId }) => draftId);

    it("lists a draft with its token until it is sent", () => {
      const draftId = mailer.createDraft(mail());
      expect(mailer.listDrafts(0)).toEqual([{ draftId, token: TOKEN }]);
      mailer.send(draftId);
      expect(mailer.listDrafts(0)).toEqual([]);
    });

    it("sends nothing before it is told to", () => {
      mailer.createDraft(mail());
      expect(bench.sent()).toEqual([]);
    });

    it("sends the mail as it was given", () => {
      mailer.send(mailer.createDraft(mail()));
      const { from, ...seen } = mail();
      expect(from).toBe("");
      expect(bench.sent()).toMatchObject([seen]);
    });

    it("gives ids by which the mail is found again", () => {
      const receipt = mailer.send(mailer.createDraft(mail()));
      expect(receipt.messageId).not.toBe("");
      expect(receipt.threadId).not.toBe("");
      bench.advance(HOUR_MS);
      const found = mailer.findSent("ada@example.test", TOKEN);
      expect(found).toMatchObject(receipt);
      expect(Math.abs((found?.sentAt ?? 0) - (bench.clock.now() - HOUR_MS))).toBeLessThan(60_000);
    });

    it("finds no mail of another token, to another person, or still a draft", () => {
      mailer.send(mailer.createDraft(mail()));
      mailer.createDraft(mail({ to: "bo@example.test", text: `Hello\n\nref ${OTHER_TOKEN}` }));
      bench.advance(HOUR_MS);
      expect(mailer.findSent("ada@example.test", OTHER_TOKEN)).toBeNull();
      expect(mailer.findSent("bo@example.test", TOKEN)).toBeNull();
      expect(mailer.findSent("bo@example.test", OTHER_TOKEN)).toBeNull();
    });

    it("deletes a draft, and only that one", () => {
      const [first, second] = [mailer.createDraft(mail()), mailer.createDraft(mail())];
      mailer.deleteDraft(first);
      expect(draftIds()).toEqual([second]);
      expect(bench.sent()).toEqual([]);
    });

    it("throws where the draft is not there any more", () => {
      const draftId = mailer.createDraft(mail());
      mailer.deleteDraft(draftId);
      expect(() => mailer.send(draftId)).toThrow();
      expect(() => mailer.deleteDraft(draftId)).toThrow();
      expect(bench.sent()).toEqual([]);
    });

    it("does not send the same draft twice", () => {
      const draftId = mailer.createDraft(mail());
      mailer.send(draftId);
      expect(() => mailer.send(draftId)).toThrow();
      expect(bench.sent()).toHaveLength(1);
    });

    it("leaves out drafts that are older than asked for", () => {
      mailer.createDraft(mail());
      bench.advance(2 * HOUR_MS);
      const sinceMs = bench.clock.now();
      const fresh = mailer.createDraft(mail());
      expect(draftIds(sinceMs)).toEqual([fresh]);
    });

    it("lists a draft without a token as such", () => {
      mailer.createDraft(mail({ text: "A letter of the owner's own." }));
      expect(mailer.listDrafts(0).map(({ token }) => token)).toEqual([null]);
    });

    it("counts what it sends against the day", () => {
      const before = mailer.quotaLeft();
      mailer.send(mailer.createDraft(mail()));
      expect(mailer.quotaLeft()).toBe(before - 1);
    });

    it.each([
      "",
      "ada",
      "ada@example.test, eve@example.test",
      "ada@example.test;eve@example.test",
      "Ada <ada@example.test>",
      "ada@example.test\nBcc: eve@example.test",
      "ada @example.test",
    ])("refuses %j as an address", (to) => {
      expect(() => mailer.createDraft(mail({ to }))).toThrow();
      expect(mailer.listDrafts(0)).toEqual([]);
    });

    it("lets no line break into a header", () => {
      const evil = "Hello\r\nBcc: eve@example.test\u2028x";
      mailer.send(mailer.createDraft(mail({ subject: evil, fromName: evil })));
      expect(bench.sent()[0]).toMatchObject({
        subject: "Hello Bcc: eve@example.test x",
        fromName: "Hello Bcc: eve@example.test x",
      });
    });

    it("keeps accents, Chinese and quotes in every part", () => {
      const words = {
        subject: "Zoë, „ja“: 你好",
        fromName: "Bo O'Neil",
        text: `你好\n\nref ${TOKEN}`,
      };
      mailer.send(mailer.createDraft(mail({ ...words, html: "<p>你好 &amp; ü</p>" })));
      expect(bench.sent()[0]).toMatchObject({ ...words, html: "<p>你好 &amp; ü</p>" });
    });

    it("never lets a pictograph become question marks", () => {
      const cheer = {
        subject: "Great 🎉 news",
        text: `Great 🎉 news\n\nref ${TOKEN}`,
        html: "<p>🎉</p>",
      };
      mailer.send(mailer.createDraft(mail(cheer)));
      const [seen] = bench.sent();
      expect(seen?.subject).toBe("Great news");
      expect(seen?.text).not.toContain("?");
      expect(seen?.html).toBe("<p>&#127881;</p>");
    });
  });
}

function mail(parts: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    to: "ada@example.test",
    from: "",
    fromName: "Bo from the shop",
    replyTo: "bo@shop.test",
    subject: "Your download",
    text: `Hello Ada\n\nref ${TOKEN}`,
    html: `<p>Hello <b>Ada</b></p><p>ref ${TOKEN}</p>`,
    ...parts,
  };
}
