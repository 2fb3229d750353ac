// Keys that addresses carry can be changed: what went out before holds for a while, or ends at once.
import { describe, expect, it } from "vitest";
import { answerDialog, type DialogCall } from "../../src/app/dialogs/dialog";
import { DIALOGS } from "../../src/app/dialogs/index";
import { openKeys } from "../../src/app/dialogs/keys";
import { openStripe } from "../../src/app/dialogs/stripe";
import { changeKey } from "../../src/app/links/kept-keys";
import { masked } from "../../src/model/masked";
import { faulty } from "../support/faults";
import { DAY, type MemoryOffice, MINUTE } from "./memory-office";
import { newestWindow, OpenWindow } from "./open-window";
import { ADA, Reader } from "./way-back-reader";

type Key = "link_secret" | "hook_key";

function change({ ports }: MemoryOffice, key: Key, go = "change", sure = ""): string {
  openKeys(ports);
  const window = newestWindow(ports);
  window.type({ key, ...(sure === "" ? {} : { sure }) });
  window.press(go);
  return window.said;
}
const property = ({ ports }: MemoryOffice, name: string) => ports.properties.values.get(name) ?? "";
const GONE = "This link does not work";
const works = (reader: Reader) => !reader.get().includes(GONE) && reader.buttons().length > 0;

describe("the key of links", () => {
  it("is changed, and links already mailed go on working, to stop as well", () => {
    const reader = new Reader();
    expect(change(reader.office, "link_secret")).toContain("go on working");
    expect(works(reader)).toBe(true);
    reader.wish("stop");
    reader.office.tick();
    expect(reader.office.contact(ADA)?.suppressed).toBe("unsubscribed");
  });

  it("stands in new mails from then on", () => {
    const { office } = new Reader();
    change(office, "link_secret", "leak", "yes");
    office.geo("ben@example.org");
    office.tick();
    const text = office.ports.mailer.sent.at(-1)?.mail.text ?? "";
    const [, token = ""] = /p=stop&t=([^&\s]+)/.exec(text) ?? [];
    office.post({ p: "stop", t: decodeURIComponent(token) });
    office.tick();
    expect(office.contact("ben@example.org")?.suppressed).toBe("unsubscribed");
  });

  it("that leaked ends at once, also what was changed before, and only where the box is ticked", () => {
    const reader = new Reader();
    change(reader.office, "link_secret");
    expect(change(reader.office, "link_secret", "leak")).toContain("Tick the box");
    expect(works(reader)).toBe(true);
    expect(change(reader.office, "link_secret", "leak", "yes")).toContain("out of date");
    expect(works(reader)).toBe(false);
    expect(property(reader.office, "link_secret_before")).toBe("");
  });

  it("from before ends with the last of its links", () => {
    const reader = new Reader();
    change(reader.office, "link_secret");
    reader.office.ports.clock.advance(3 * 365 * DAY);
    expect(works(reader)).toBe(true);
    reader.office.ports.clock.advance(2 * DAY);
    expect(works(reader)).toBe(false);
  });

  it("leaves marks of mails as they were: what is under way is found again", () => {
    const { office } = new Reader();
    const before = property(office, "token_secret");
    change(office, "link_secret", "leak", "yes");
    expect(property(office, "token_secret")).toBe(before);
  });

  it("cut at any call holds all the same", () => {
    for (let at = 0; at < 3; at += 1) {
      for (const when of ["before", "after"] as const) {
        const reader = new Reader();
        const calls = faulty(reader.office.ports, { at, when, kill: true });
        expect(() => changeKey(calls, "link_secret", false)).toThrow();
        expect(works(reader), `${when} ${at}`).toBe(true);
      }
    }
  });
});

describe("the key of posts", () => {
  const EVENT = { id: "evt_a", type: "charge.succeeded" };

  it("is changed: Connect Stripe shows the new one, and the old one is taken for a week", () => {
    const { office } = new Reader();
    const old = property(office, "hook_key");
    expect(change(office, "hook_key")).toContain("7 more days");
    const fresh = property(office, "hook_key");
    expect(fresh).not.toBe(old);
    openStripe(office.ports);
    const window = newestWindow(office.ports);
    window.press("hook");
    expect(window.text()).toContain(fresh);
    expect(office.hook(EVENT, old)).not.toMatchObject({ text: "wrong key" });
    office.ports.clock.advance(7 * DAY + MINUTE);
    expect(office.hook(EVENT, old)).toMatchObject({ text: "wrong key" });
    expect(office.hook(EVENT, fresh)).not.toMatchObject({ text: "wrong key" });
  });

  it("is not changed by a press that is sent once more: its token was good once", () => {
    const { office } = new Reader();
    openKeys(office.ports);
    const calls: DialogCall[] = [];
    const answer = (call: DialogCall) => answerDialog(office.ports, DIALOGS, call);
    const window = new OpenWindow(office.ports.person.shown.at(-1)?.html ?? "", (call) => {
      calls.push(call);
      return answer(call);
    });
    window.type({ key: "hook_key" });
    window.press("change");
    const fresh = property(office, "hook_key");
    for (const call of calls) expect(answer(call)).toHaveProperty("problem");
    expect(property(office, "hook_key")).toBe(fresh);
  });

  it("that leaked is refused at once, and an empty one is none", () => {
    const { office } = new Reader();
    const old = property(office, "hook_key");
    change(office, "hook_key", "leak", "yes");
    expect(office.hook(EVENT, old)).toMatchObject({ text: "wrong key" });
    office.ports.properties.set("hook_key", "");
    expect(office.hook(EVENT, "")).toMatchObject({ text: "wrong key" });
  });
});

describe("a log", () => {
  it.each([
    ["Invalid email: ada@example.org", "Invalid email: …@…"],
    ['{"to":"Ada <ada.l+x@b.example.org>"}', '{"to":"Ada <…@…>"}'],
    ["GET https://x.test/?e=ada%40example.org&n=1", "GET https://x.test/?e=…@…&n=1"],
    ["地址 李@例子.中国 无效", "地址 …@… 无效"],
    ["Service invoked too many times", "Service invoked too many times"],
  ])("names nobody: %s", (said, logged) => {
    expect(masked(said)).toBe(logged);
  });
});
