// A program that opens every link of a mail in a browser and runs what stands there, as mail scanners do: it changes nothing.
import { expect, it } from "vitest";
import { useStage } from "./stage.ts";

const waitMsMax = 180_000;
const ADA = "ada@example.org";
const stage = useStage();

async function control<T>(path: string, body?: object): Promise<T> {
  const json = { method: "POST", headers: { "content-type": "application/json" } };
  const init = body === undefined ? {} : { ...json, body: JSON.stringify(body) };
  return (await fetch(`${stage.local.url}/local/api/${path}`, init)).json() as Promise<T>;
}
type Rows = readonly Readonly<Record<string, unknown>>[];
const rowsOf = async (tab: string) => (await control<{ rows: Rows }>(`sheets/${tab}`)).rows;
async function standing(): Promise<object> {
  const [events, contacts, queue] = await Promise.all(["Events", "Contacts", "Queue"].map(rowsOf));
  const { consent, suppressed, paused_until, email, locale } =
    contacts?.find((row) => row.email === ADA) ?? {};
  const rows = queue
    ?.filter((row) => row.email === ADA)
    .map(({ status, stage: at, paid }) => [status, at, paid]);
  return { events: events?.length, consent, suppressed, paused_until, email, locale, rows };
}

it(
  "a scanner that follows every link of a mail and runs scripts changes nothing",
  async () => {
    const form = { form: "geo", email: ADA, name: "Ada", consent: "yes", locale: "en" };
    const body = new URLSearchParams(form);
    await fetch(`${stage.local.url}/exec`, { method: "POST", body });
    await control("clock", { advance: "PT3M" });
    const mails = await control<readonly { to: string; text: string }[]>("outbox");
    const text = mails.find(({ to }) => to === ADA)?.text ?? "";
    const own = [...text.matchAll(/https?:\/\/\S+/g)].flatMap(([url]) =>
      url.startsWith(`${stage.local.url}/exec`) ? [url] : [],
    );
    expect(own.length).toBeGreaterThanOrEqual(2);
    const before = await standing();
    expect(before).toMatchObject({ consent: "YES", suppressed: "", email: ADA });
    expect(before).toMatchObject({ rows: [["ACTIVE", expect.anything(), expect.anything()]] });
    const context = await stage.browser.newContext();
    for (const url of own) {
      for (const more of ["", "&List-Unsubscribe=One-Click", "&w=pause&v=1"]) {
        const page = await context.newPage();
        await page.goto(`${url}${more}`, { waitUntil: "load" });
        await page.frameLocator("#sandboxFrame").locator("h1").first().waitFor();
        await page.close();
      }
    }
    await context.close();
    await control("clock", { advance: "PT3M" });
    expect(await standing()).toEqual(before);
  },
  waitMsMax,
);
