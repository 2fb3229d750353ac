// A mail comes in by the control API: whole, or as an answer, an absence or a bounce of a mail that was sent.
import { describe, expect, it } from "vitest";
import { startServer } from "./start-server.ts";

const SENT = {
  ...{ id: "m7", threadId: "t7", to: "ada@example.org", cc: "", bcc: "", from: "owner@x.test" },
  ...{ fromName: "Bo", replyTo: "", subject: "你好", text: "Hello\n\nref 0", html: "", sentAt: 1 },
  messageId: "<7@mail.gmail.com>",
};

async function started() {
  const raws: string[] = [];
  const server = await startServer((host) => {
    host.mails.push(SENT);
    host.receive = (raw) => {
      raws.push(raw);
      return { id: "m9", threadId: "t7" };
    };
  });
  return { ...server, raws };
}

describe("POST arrive", () => {
  it("answers a mail in its conversation", async () => {
    const { api, raws } = await started();
    const answer = await api("arrive", { kind: "reply", mail: "m7", text: "STOP" });
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({ id: "m9", threadId: "t7" });
    expect(raws[0]).toContain("In-Reply-To: <7@mail.gmail.com>\r\nFrom: ada@example.org");
    expect(raws[0]).toMatch(/\r\n\r\nSTOP$/);
  });

  it.each([
    ["away", "Auto-Submitted: auto-replied"],
    ["bounce", "Final-Recipient: rfc822; ada@example.org\r\nAction: failed\r\nStatus: 5.1.1"],
  ])("brings an %s", async (kind, text) => {
    const { api, raws } = await started();
    expect((await api("arrive", { kind, mail: "m7" })).status).toBe(200);
    expect(raws[0]).toContain(text);
  });

  it("takes any mail whole, with the line ends of mails", async () => {
    const { api, raws } = await started();
    await api("arrive", { raw: "From: a@b.test\n\nHello" });
    expect(raws).toEqual(["From: a@b.test\r\n\r\nHello"]);
  });

  it.each([
    [{ kind: "shout", mail: "m7" }, "reply, away, bounce"],
    [{ kind: "constructor", mail: "m7" }, "reply, away, bounce"],
    [{ kind: "reply", mail: "m8" }, "the id of a sent mail"],
  ])("refuses %j by name", async (body, said) => {
    const { api, raws } = await started();
    const answer = await api("arrive", body);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.json)).toContain(said);
    expect(raws).toEqual([]);
  });
});
