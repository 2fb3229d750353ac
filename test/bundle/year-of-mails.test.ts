// Every mail of a year of the founder's flows, by either mailer, as a reader of MIME that is none of ours sees it: against
// one list of what a mail must have.
import PostalMime, { type Email } from "postal-mime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SentMail } from "../../local/host/contract.ts";
import { composeEml } from "../../local/server/outbox.ts";
import { failedPayment, paidCheckout } from "../../local/stripe/events.ts";
import { Founder } from "./founder.ts";
import { DAY, MINUTE } from "./office.ts";
import { sale } from "./sales.ts";

const YEAR = 365 * DAY;
/** A timer that rests longer has to ask Stripe anew who has paid. */
const AWAY_MAX = 7 * DAY;
const YEAR_MS = 60_000;
const NAMES = ["Ada", "凌雲", 'O"Hara, Zoë', "<b>Bo</b>", "=1+1", ""];
const FORMS = ["geo", "lite", "free_audit"];

let base: Founder;
beforeAll(() => {
  base = Founder.open();
  base.type("Settings", "sender_name", "value", "凌 “Ling”, Ltd.");
});
afterAll(() => base.close());

function aYear(mailer: "gmail" | "raw"): Founder {
  const founder = base.copy();
  founder.type("Settings", "mailer", "value", mailer);
  founder.ticks(1);
  NAMES.forEach((name, at) => {
    for (const form of FORMS) {
      const locale = at % 2 === 0 ? "en" : "zh";
      const consent = at === 5 ? "" : "yes";
      const url = "https://a.test";
      founder.form(form, `${form}.${at}@example.org`, { name, locale, consent, url });
    }
    passTo(founder, founder.host.now() + DAY);
  });
  const now = founder.host.now();
  founder.hook(...failedPayment(sale("f1", "failed@example.org"), now));
  founder.hook(...paidCheckout(sale("p1", "lite.0@example.org", { link: "plink_lite" }), now));
  passTo(founder, founder.host.now() + YEAR);
  return founder;
}

function passTo(founder: Founder, end: number): void {
  while (founder.host.now() < end) {
    const { nextDue } = JSON.parse(founder.host.property("cursor") ?? "{}") as { nextDue?: number };
    const now = founder.host.now();
    const due = Math.max(now + MINUTE, nextDue ?? end);
    founder.jumpTo(Math.min(end, now + AWAY_MAX, due));
  }
}

interface Seen {
  readonly raw: string;
  readonly mail: Email;
  readonly to: string;
  readonly marketing: boolean;
  readonly agreed: boolean;
}

async function seen(founder: Founder): Promise<readonly Seen[]> {
  const sends = founder.rows("Sends");
  const contacts = founder.rows("Contacts");
  const readers = founder.host.outbox().filter(({ to }) => to.endsWith("@example.org"));
  return Promise.all(
    readers.map(async (sent: SentMail) => {
      const raw = (await composeEml(sent)).toString("latin1");
      const mail = await PostalMime.parse(Buffer.from(raw, "latin1"));
      const send = sends.find(({ message_id }) => message_id === sent.id);
      expect(send, sent.subject).toBeDefined();
      const agreed = contacts.find(({ email }) => email === sent.to)?.consent === "YES";
      return { raw, mail, to: sent.to, marketing: send?.class === "marketing", agreed };
    }),
  );
}

const header = ({ headers }: Email, key: string) =>
  headers.filter((one) => one.key === key).map(({ value }) => value);
const ONCE = ["from", "to", "reply-to", "subject", "date", "message-id", "mime-version"];
const LEFTOVER = /\{\{|\{%|undefined|\[object|NaN|\bnull\b/;
const STOP = /\?p=stop&t=c_[0-9a-z_]+\.\d+\.[0-9a-f]{32}/;

/** What a mail must have; what it says of each is what is missing. */
const LIST: Readonly<Record<string, (seen: Seen) => boolean>> = {
  "lines of at most 998 octets, ended by CRLF": ({ raw }) =>
    raw.split("\r\n").every((line) => line.length <= 998 && !/[\r\n]/.test(line)),
  "each header once": ({ mail }) => ONCE.every((key) => header(mail, key).length === 1),
  "headers of plain ASCII": ({ raw }) => /^[\t\r\n -~]*$/.test(raw.split("\r\n\r\n", 1)[0] ?? ""),
  "the sender by name": ({ mail }) => mail.from?.name === "凌 “Ling”, Ltd.",
  "one reader": ({ mail, to }) => mail.to?.length === 1 && mail.to[0]?.address === to,
  "answers to the owner": ({ mail }) => mail.replyTo?.[0]?.address === "ling@shop.test",
  "a subject": ({ mail }) => (mail.subject ?? "").trim().length > 3,
  "a text part with its mark": ({ mail }) => /\bref [0-9a-f]{20}\b/.test(mail.text ?? ""),
  "a part with looks": ({ mail }) => (mail.html ?? "").includes("</html>"),
  "a visible way out in both": ({ mail }) =>
    STOP.test(mail.text ?? "") && STOP.test((mail.html ?? "").replace(/&amp;/g, "&")),
  "the postal address in both": ({ mail }) =>
    [mail.text, mail.html].every((part) => part?.includes("1 Lane, Town")),
  "no leftover of a template": ({ mail }) =>
    ![mail.subject, mail.text].some((part) => LEFTOVER.test(part ?? "")),
  "marketing only to who agreed": ({ marketing, agreed }) => !marketing || agreed,
};
const WHOLE: typeof LIST = {
  "one click (RFC 8058)": ({ mail }) =>
    header(mail, "list-unsubscribe-post")[0] === "List-Unsubscribe=One-Click" &&
    STOP.test(header(mail, "list-unsubscribe")[0] ?? ""),
  "its list": ({ mail }) => /^<[^@<>\s]+>$/.test(header(mail, "list-id")[0] ?? ""),
  "who wrote it (RFC 3834)": ({ mail }) => header(mail, "auto-submitted")[0] === "auto-generated",
};

describe.each(["gmail", "raw"] as const)("each mail of a year by the mailer %s", (mailer) => {
  it(
    "has everything on the list",
    async () => {
      const founder = aYear(mailer);
      const mails = await seen(founder);
      founder.close();
      const list = mailer === "raw" ? { ...LIST, ...WHOLE } : LIST;
      const faults = mails.flatMap((one) =>
        Object.entries(list)
          .filter(([, has]) => !has(one))
          .map(([what]) => `${one.to}, ${one.mail.subject}: ${what}`),
      );
      expect(faults).toEqual([]);
      expect(mails.length).toBeGreaterThan(70);
      expect(new Set(mails.map(({ marketing }) => marketing)).size).toBe(2);
    },
    YEAR_MS,
  );
});
