// Answers: automatic ones, people, and people who want no more mails, in their languages (R172).
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { describe, expect, it } from "vitest";
import { readIncoming } from "../../src/events/incoming-mail";
import { decode, mail, report } from "./raw-mails";

const read = (raw: string) => readIncoming(raw, decode);
const answer = (text: string, headers = {}) =>
  read(mail({ Subject: "Re: Your download", "In-Reply-To": "<1@mail.test>", ...headers }, text));
const utf8 = (text: string) => Buffer.from(text).toString("latin1");

describe("an automatic answer", () => {
  it.each([
    { "Auto-Submitted": "auto-replied" },
    { "Auto-Submitted": "auto-generated; owner-email=x" },
    { "X-Autoreply": "yes" },
    { "X-Autorespond": "Away" },
    { Precedence: "auto_reply" },
    { Precedence: "bulk" },
    { "Return-Path": "<>" },
    { Subject: "Automatic reply: Your download" },
    { Subject: "Out of office: Your download" },
    { Subject: "=?UTF-8?B?6Ieq5Yqo5Zue5aSNOiBSZTogWW91ciBkb3dubG9hZA==?=" },
    { Subject: "Abwesenheitsnotiz" },
  ])("is told by %j", (headers) => {
    expect(answer("I am back on Monday. STOP by!", headers).kind).toBe("automatic reply");
  });

  it("is none where a mail says so of itself", () => {
    expect(answer("Thank you!", { "Auto-Submitted": "no" }).kind).toBe("human reply");
  });
});

describe("somebody who answers", () => {
  it.each([
    "STOP",
    "stop.",
    "Unsubscribe",
    "Please unsubscribe me",
    "please remove me from your list",
    "Stop sending me these mails!",
    "Don't email me again.",
    "Take me off your list please",
    "No more emails",
    "退订",
    "请退订，谢谢",
    "TD",
    "我想取消订阅",
    "不要再给我发邮件了",
    "取消訂閱",
    "Arrêter",
    "Merci de me désabonner",
    "Abmelden",
    "Bitte melden: ich möchte mich abmelden",
    "Keine weiteren Mails mehr!",
    "Baja",
    "Quiero darme de baja",
    "Por favor cancelar suscripción",
    "Non inviatemi più mail",
    "配信停止",
    "отписаться",
    "Unsubscribe please. Thanks, Bob",
    "Hi,\r\n\r\nunsubscribe\r\n\r\nBob",
    "I no longer wish to receive these emails",
    "Kindly remove my email from your database",
    "unsubcribe",
    "麻烦把我从列表中移除",
    "不想再收到你们的邮件",
    "回复TD",
    "Ich möchte keine Newsletter mehr erhalten",
    "Je ne souhaite plus recevoir vos mails",
    "No quiero recibir más correos",
    "Désabonnez-moi",
    "수신거부 부탁드립니다",
  ])("with %j wants no more mails", (text) => {
    expect(answer(utf8(text), { "Content-Type": "text/plain; charset=utf-8" }).kind).toBe("stop");
  });

  it.each([
    "Please don't stop, I like these mails",
    "I never want to unsubscribe!",
    "Thanks, I will stop by your office tomorrow.",
    "How do I stop the renewal of my plan?",
    "I tried it and the download did not stop. What now?",
    "不要退订，我还想看",
    "我没有退订",
    "Ich möchte mich anmelden",
    "Bitte nicht abmelden",
    "No quiero darme de baja",
    "Great, thank you.",
    "My unsubscribe rate is too high. Can Lite help?",
    "T-shirts",
    "T",
    "Cancel",
    "取消",
    "How can I cancel my order?",
    "My client wants to remove me from the project",
    "Don't send me the invoice, send it to my accountant",
    "Why was I unsubscribed?",
    "不要发到这个邮箱，请发到 a@b.com",
    "怎么取消付款？",
  ])("with %j is a person to answer", (text) => {
    const kind = answer(utf8(text), { "Content-Type": "text/plain; charset=utf-8" }).kind;
    expect(kind).toBe("human reply");
  });

  it.each([
    "Thanks!\r\n\r\nOn Mon, 2 Mar 2026 at 10:00, Bo <bo@shop.test> wrote:\r\n> To stop: unsubscribe",
    "Thanks!\r\n\r\n-- \r\nAda\r\nUnsubscribe",
    "Thanks!\r\n\r\n________________________________\r\nFrom: Bo\r\nSTOP",
    utf8("谢谢！\r\n\r\n在 2026年3月2日，Bo <bo@shop.test> 写道：\r\n> 退订"),
    utf8("Danke!\r\n\r\nAm 02.03.2026 um 10:00 schrieb Bo <bo@shop.test>:\r\n> Abmelden"),
  ])("is not held to what they quote or sign with", (text) => {
    expect(answer(text, { "Content-Type": "text/plain; charset=utf-8" }).kind).toBe("human reply");
  });

  it("with nothing but a subject that says so wants no more mails", () => {
    expect(read(mail({ Subject: "unsubscribe" }, "")).kind).toBe("stop");
    expect(read(mail({ Subject: "Re: Your download" }, "")).kind).toBe("human reply");
  });

  it("is heard in HTML, quoted-printable and GBK", () => {
    const html = { "Content-Type": "text/html", "Content-Transfer-Encoding": "quoted-printable" };
    expect(answer("<div>S=\r\nTOP</div><br><blockquote>hi</blockquote>", html).kind).toBe("stop");
    const gbk = { "Content-Type": "text/plain; charset=gbk" };
    expect(answer("\xcd\xcb\xb6\xa9", gbk).kind).toBe("stop");
  });
});

describe("whatever comes in", () => {
  const naughty = JSON.parse(
    readFileSync(new URL("../data/blns/blns.json", import.meta.url), "utf8"),
  ) as readonly string[];

  it("breaks nothing", () => {
    for (const text of naughty) {
      for (const raw of [text, mail({ From: text, Subject: text }, text), report(text, text, text)])
        expect(() => read(raw)).not.toThrow();
    }
  });

  it("is read in a time that grows with its length alone", () => {
    const long = 200_000;
    const shapes = [
      "a",
      "a@",
      "<",
      "\n",
      " ",
      "> ",
      "--b\n",
      "=?",
      "please ",
      "user ",
      "a@b.",
      "写",
    ];
    for (const shape of shapes) {
      const text = shape.repeat(long / shape.length);
      const raws = [text, mail({ From: "MAILER-DAEMON" }, text), report(text, "failed", text)];
      const startedAt = performance.now();
      for (const raw of raws) read(raw);
      expect(performance.now() - startedAt, JSON.stringify(shape)).toBeLessThan(2_000);
    }
  });
});
