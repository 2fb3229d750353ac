// Bounces: every labelled one of the set, and the shapes of servers that are not in it (R157, R158).
import { describe, expect, it } from "vitest";
import { readIncoming } from "../../src/events/incoming-mail";
import { bounceFile, decode, type Labelled, labelled, mail, report } from "./raw-mails";

const read = (raw: string) => readIncoming(raw, decode);
const lower = (addresses: readonly string[]) =>
  addresses.map((address) => address.toLowerCase()).sort();

/** Whom any detector of the set names in that file. */
function wanted(all: readonly Labelled[], file: string): readonly string[] {
  return lower(all.filter((one) => one.file === file).flatMap(({ addresses }) => addresses));
}

function found(file: string) {
  const { kind, addresses, temporary } = read(bounceFile(file));
  return kind.startsWith("bounce")
    ? { addresses: lower(addresses), temporary }
    : { addresses: [], temporary: false };
}

describe("the labelled set of bounces", () => {
  const all = labelled();
  const files = [...new Set(all.map(({ file }) => file))];

  it("is read right, 110 of 113 at the least, addresses and whether the server still tries", () => {
    const right = files.filter((file) => {
      const { addresses, temporary } = found(file);
      const isTemporary = all.some((one) => one.file === file && one.temporary);
      return addresses.join() === wanted(all, file).join() && temporary === isTemporary;
    });
    expect(files).toHaveLength(113);
    expect(right.length).toBeGreaterThanOrEqual(111);
  });

  it("never gives an address that did not bounce", () => {
    const wrong = files.filter((file) =>
      found(file).addresses.some((address) => !wanted(all, file).includes(address)),
    );
    expect(wrong).toEqual([]);
  });
});

const daemon = { From: "MAILER-DAEMON@mx.test", To: "owner@shop.test", Subject: "failure notice" };
const gbk =
  "\xb1\xa7\xc7\xb8\xa3\xac\xc4\xfa\xb5\xc4\xd3\xca\xbc\xfe\xb1\xbb\xcd\xcb\xbb\xd8\xc0\xb4\xc1\xcb\r\n" +
  "\xca\xd5\xbc\xfe\xc8\xcb\xd3\xca\xbc\xfe\xb5\xd8\xd6\xb7 ada@qq.test \xb2\xbb\xb4\xe6\xd4\xda";

describe("a bounce of another server", () => {
  it.each([
    ["Gmail", report("ada@example.test", "failed", "5.1.1"), "bounce hard"],
    ["Gmail, while it still tries", report("ada@example.test", "delayed", "4.4.1"), "bounce soft"],
    ["a full mailbox", report("ada@example.test", "failed", "5.2.2"), "bounce soft"],
    ["a wall against spam", report("ada@example.test", "failed", "5.7.1"), "bounce soft"],
    [
      "Exchange in words",
      mail(
        { ...daemon, Subject: "Undeliverable: Your download" },
        "Delivery has failed to these recipients or groups:\r\n\r\nada@example.test\r\n" +
          "The email address you entered couldn't be found.\r\n\r\nPlease contact help@mx.test",
      ),
      "bounce hard",
    ],
    [
      "a German one",
      mail(
        { ...daemon, Subject: "Unzustellbar: Ihr Download" },
        "Ihre Nachricht konnte nicht zugestellt werden:\r\n\r\n<ada@example.test>\r\nunbekannt",
      ),
      "bounce hard",
    ],
    [
      "a French one",
      mail({ ...daemon, Subject: "Message non distribué" }, "ada@example.test n'existe pas."),
      "bounce hard",
    ],
  ])("%s names whom it did not reach", (_server, raw, kind) => {
    expect(read(raw)).toMatchObject({ kind, addresses: ["ada@example.test"] });
  });

  it.each([
    "很抱歉，您的邮件被系统退回。\r\n收件人：ada@qq.test\r\n退信原因：邮箱不存在",
    "您发送给 ada@qq.test 的邮件无法投递，原因：对方邮箱已停用",
    "收信人邮件地址（ada@qq.test）不存在，邮件无法送达。\r\n如有疑问，请联系 help@qq.test",
    "以下のアドレスにメールを配信できませんでした。\r\n<ada@qq.test>: 宛先不明",
  ])("in Chinese and Japanese words, %j, names whom it did not reach", (text) => {
    const headers = { ...daemon, "Content-Type": "text/plain; charset=utf-8" };
    const raw = mail(headers, Buffer.from(text).toString("latin1"));
    expect(read(raw)).toMatchObject({ kind: "bounce hard", addresses: ["ada@qq.test"] });
  });

  it("is read in Chinese, in GBK and in UTF-8", () => {
    const typed = { ...daemon, From: "PostMaster@qq.test" };
    const inGbk = mail({ ...typed, "Content-Type": "text/plain; charset=GBK" }, gbk);
    const html = "<div>您的邮件被退回：<b>ada@qq.test</b>，该用户不存在</div>";
    const inUtf8 = mail(
      {
        ...typed,
        "Content-Type": "text/html; charset=utf-8",
        "Content-Transfer-Encoding": "base64",
      },
      Buffer.from(html).toString("base64"),
    );
    for (const raw of [inGbk, inUtf8]) {
      expect(read(raw)).toMatchObject({ kind: "bounce hard", addresses: ["ada@qq.test"] });
    }
  });

  it("names no one whom it only says to ask, or where somebody is now", () => {
    const text =
      "Your message could not be delivered.\r\n\r\nada@example.test: user unknown\r\n\r\n" +
      "Please contact help@mx.test for assistance, or try bo@example.test instead.";
    expect(read(mail(daemon, text)).addresses).toEqual(["ada@example.test"]);
  });

  it("is none where a report says that all went well", () => {
    expect(read(report("ada@example.test", "delivered", "2.0.0")).kind).not.toMatch(/bounce/);
  });

  it("is none where a person answers that something failed", () => {
    const headers = { Subject: "Re: Delivery failed?", "In-Reply-To": "<1@mail.test>" };
    const text = "My payment failed for bo@example.test, could not be delivered either.";
    expect(read(mail(headers, text))).toMatchObject({
      kind: "human reply",
      addresses: ["ada@example.test"],
    });
  });

  it("carries the marks of the mail that came back", () => {
    const token = "0123456789abcdef0123";
    const raw = report("ada@example.test", "failed", "5.1.1", `Hello\r\n\r\nref ${token}`);
    expect(read(raw).tokens).toEqual([token]);
  });
});

describe("a complaint", () => {
  const complaint = (fields: string) =>
    [
      "From: feedback@provider.test",
      "Content-Type: multipart/report; report-type=feedback-report; boundary=b",
      "",
      "--b\r\nContent-Type: text/plain\r\n\r\nThis is an abuse report.",
      `--b\r\nContent-Type: message/feedback-report\r\n\r\n${fields}`,
      "--b\r\nContent-Type: message/rfc822\r\n\r\nTo: ada@example.test\r\nSubject: Hi\r\n\r\nHello",
      "--b--",
    ].join("\r\n");

  it.each([
    ["Feedback-Type: abuse\r\nVersion: 1", "complaint", "ada@example.test"],
    ["Feedback-Type: abuse\r\nOriginal-Rcpt-To: bo@example.test", "complaint", "bo@example.test"],
    ["Feedback-Type: opt-out", "stop", "ada@example.test"],
    ["Feedback-Type: not-spam", "other", "ada@example.test"],
  ])("of %j is told", (fields, kind, address) => {
    expect(read(complaint(fields))).toMatchObject({ kind, addresses: [address] });
  });
});
