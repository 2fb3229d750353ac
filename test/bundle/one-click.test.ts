// Whole mails through the bundle: what stands in them, what one click does, and that a cut run sends none twice.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openHost } from "../../local/host/open-host.ts";
import { builtBundle } from "../built-bundle.ts";
import { BundleOffice, DAY, EXEC_URL, HOUR, MINUTE } from "./office.ts";

const LEADS = ["ada@example.org", "bo@example.org", "cy@example.org"];
const [ADA = "", BO = ""] = LEADS;
const ONE_CLICK = { "List-Unsubscribe": "One-Click" };
const SWEEP_MS = 120_000;

let base: BundleOffice;
let office: BundleOffice;
beforeAll(() => {
  base = BundleOffice.open();
  base.set("mailer", "raw");
  base.tick();
});
afterAll(() => base.close());
beforeEach(() => {
  office = base.copy();
});
afterEach(() => office.close());

const rawOf = (email: string) => office.host.outbox().find(({ to }) => to === email)?.raw ?? "";
const events = () => office.host.sheet("Events").rows.map(({ type }) => type);
const contact = (email: string) =>
  office.host.sheet("Contacts").rows.find((row) => row.email === email);

async function wayOut(email: string): Promise<string> {
  const { headers } = await PostalMime.parse(rawOf(email));
  const { value = "" } = headers.find(({ key }) => key === "list-unsubscribe") ?? {};
  const [, url = ""] = /^<([^>]+)>/.exec(value) ?? [];
  expect(url.startsWith(`${EXEC_URL}?p=stop&t=c_`)).toBe(true);
  return url.slice(EXEC_URL.length + 1);
}

describe("a mail that goes whole", () => {
  it("is read as what was written, with every header that lets a mail program leave", async () => {
    office.set("sender_name", "凌");
    office.geo();
    office.tick();
    const [mail] = office.host.outbox();
    const seen = await PostalMime.parse(rawOf(ADA));
    const header = (key: string) => seen.headers.find((one) => one.key === key)?.value;
    expect(seen).toMatchObject({ subject: mail?.subject, from: { name: "凌" } });
    expect(seen.text?.trim()).toBe(mail?.text.trim());
    expect(seen.html?.trim()).toBe(mail?.html.trim());
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    expect(header("list-unsubscribe")).toMatch(/>, <mailto:[^>]+\?subject=unsubscribe>$/);
    expect(header("list-id")).toMatch(/^<[a-z0-9-]+\.[a-z0-9.-]+>$/);
    expect(header("auto-submitted")).toBe("auto-generated");
  });

  it("costs no call more than one of GmailApp", () => {
    office.geo();
    office.tick();
    const whole = office.lastCalls();
    expect(whole.filter((op) => op.startsWith("Gmail."))).toEqual([
      "Gmail.Users.Drafts.create",
      "Gmail.Users.Drafts.send",
    ]);
    const plain = base.copy();
    plain.set("mailer", "gmail");
    plain.tick();
    plain.geo();
    plain.tick();
    expect(plain.host.outbox()[0]?.raw).toBeUndefined();
    expect(whole.length).toBe(plain.lastCalls().length);
    plain.close();
  });
});

describe("one click in a mail program (RFC 8058)", () => {
  beforeEach(() => {
    office.geo();
    office.tick();
  });

  it("is answered 200 without a redirect, and nothing goes after it", async () => {
    const answer = office.post(ONE_CLICK, await wayOut(ADA));
    expect(answer.kind).toBe("html");
    office.pass(30 * DAY, HOUR);
    expect(office.mails()).toHaveLength(1);
    expect(contact(ADA)?.suppressed).toBe("unsubscribed");
    expect(office.queue()).toMatchObject([{ status: "STOPPED" }]);
  });

  it("works as multipart/form-data, too", async () => {
    const body =
      '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--';
    const contentType = "multipart/form-data; boundary=x";
    const query = await wayOut(ADA);
    const answer = office.host.request({ method: "POST", query, contentType, body });
    expect(answer.kind).toBe("html");
    office.tick();
    expect(contact(ADA)?.suppressed).toBe("unsubscribed");
  });

  it("told nobody where it could not be stored, it asks to be sent again by its status", async () => {
    const query = await wayOut(ADA);
    office.host.onCall(({ op }) =>
      op === "Sheet.appendRow" || op === "Properties.setProperty"
        ? { kind: "throw", when: "before" }
        : undefined,
    );
    const answer = office.post(ONE_CLICK, query);
    office.host.onCall(null);
    expect(answer.kind).toBe("text");
  });

  it("is nothing that a GET does: whoever follows the link sees a page", async () => {
    const before = events();
    const answer = office.get(`${await wayOut(ADA)}&List-Unsubscribe=One-Click`);
    expect(answer.kind).toBe("html");
    office.tick();
    expect(events()).toEqual(before);
    expect(contact(ADA)?.suppressed).toBe("");
  });
});

describe("one click while a batch runs", () => {
  it("takes that reader's mail back, and no other's", async () => {
    // Mail 1 to all three; the second mails are due together.
    for (const lead of LEADS) office.geo(lead);
    office.tick();
    const query = await wayOut(BO);
    let clicked = false;
    office.host.onCall(({ op, depth }) => {
      if (depth > 0 || clicked || op !== "Gmail.Users.Drafts.send") return undefined;
      clicked = true;
      office.post(ONE_CLICK, query);
      return undefined;
    });
    office.pass(5 * DAY, HOUR);
    expect(clicked).toBe(true);
    // The one in whose send it came has gone; what follows is decided anew.
    const second = LEADS.map((lead) => office.mails(lead).length);
    expect(second[1]).toBe(1);
    expect([second[0], second[2]].every((mails = 0) => mails > 1)).toBe(true);
    expect(office.host.drafts()).toEqual([]);
  });
});

describe.each(["kill", "throw"] as const)("a batch of whole mails and a %s", (kind) => {
  it(
    "met at every call of the mail service sends each of them exactly once in the end",
    () => {
      for (const lead of LEADS) office.geo(lead);
      const dry = office.copy();
      dry.tick();
      const places = dry.lastCalls().flatMap((op, at) => (op.startsWith("Gmail.") ? [at + 1] : []));
      dry.close();
      expect(places).toHaveLength(6);
      for (const atCall of places) {
        for (const when of ["before", "after"] as const) {
          const cut = office.copy();
          cut.host.inject({ atCall, kind, when });
          try {
            cut.tick();
          } catch {
            // As a person would see it.
          }
          cut.pass(2 * HOUR, 10 * MINUTE);
          const at = `${kind} ${when} call ${atCall}`;
          for (const lead of LEADS) expect(cut.mails(lead), `${at}: ${lead}`).toHaveLength(1);
          expect(cut.host.drafts(), at).toEqual([]);
          cut.close();
        }
      }
    },
    SWEEP_MS,
  );
});

describe("an account without the advanced service", () => {
  it("sends by GmailApp, and says beside the setting what is missing", () => {
    const copy = base.copyOnDisk();
    const { folder } = copy;
    const { codeFile, manifestFile } = builtBundle();
    const manifest = JSON.parse(readFileSync(manifestFile, "utf8")) as { dependencies?: object };
    const { dependencies: _none, ...without } = manifest;
    const other = join(folder, "appsscript.json");
    writeFileSync(other, JSON.stringify(without));
    const now = "2026-03-02T10:00:00Z";
    const dataDir = join(folder, "data");
    const host = openHost({ dataDir, codeFile, manifestFile: other, execUrl: EXEC_URL, now });
    const body = new URLSearchParams({ form: "geo", email: ADA, consent: "yes" }).toString();
    const contentType = "application/x-www-form-urlencoded";
    host.request({ method: "POST", query: "", contentType, body });
    host.run({ function: "menu.runBatch" });
    const mails = host.outbox().filter(({ to }) => to === ADA);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.raw).toBeUndefined();
    const setting = host.sheet("Settings").rows.find(({ key }) => key === "mailer");
    expect(String(setting?.check)).toContain("Gmail API");
    host.close();
    copy.close();
  });
});
