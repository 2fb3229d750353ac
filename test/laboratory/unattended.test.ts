// A week in which nobody looks: Google is away for a day, the quota is used up twice, Stripe tells nothing, and then an older
// version of the file is restored. Nobody is lost, nobody is mailed twice, nothing comes in a burst (row 7).
import { expect, it } from "vitest";
import { Accidents } from "../../local/laboratory/accidents.ts";
import { Clockwork } from "../../local/laboratory/clockwork.ts";
import { perform } from "../../local/laboratory/deeds.ts";
import { judge } from "../../local/laboratory/judge.ts";
import { DAY_MS, HOUR_MS, Lab } from "../../local/laboratory/lab.ts";
import { crowd } from "../../local/laboratory/people.ts";
import { Stage } from "../../local/laboratory/stage.ts";
import { builtBundle } from "../built-bundle.ts";

const PEOPLE = 130;
const QUOTA = 100;

it("an unattended week with an outage, two spent quotas and a restored version harms nobody", () => {
  const lab = Lab.open(builtBundle()).fork();
  const stage = new Stage(lab, crowd(PEOPLE));
  new Accidents(stage);
  const since = stage.now;
  const clockwork = new Clockwork(lab, HOUR_MS);
  const pass = (ms: number, silentMs = 0) => clockwork.moveTo(stage.now + ms, stage.now + silentMs);

  // Everybody comes in one morning: more than a day's quota, and the second mails fall due together.
  for (let who = 0; who < PEOPLE; who += 1) {
    perform(stage, { do: "form", who, form: "geo", consent: true });
  }
  pass(DAY_MS);
  expect(stage.witness.went.length).toBeLessThanOrEqual(QUOTA);
  pass(DAY_MS / 2);
  expect(new Set(stage.witness.went.map(({ mail }) => mail.to)).size).toBe(PEOPLE);

  // Google is away for a day; meanwhile five people pay, and no webhook tells of it.
  const payers = [0, 1, 2, 3, 4];
  for (const who of payers) {
    perform(stage, { do: "pay", who, offer: "course", told: "never", agoMin: 0 });
  }
  const before = stage.witness.went.length;
  pass(DAY_MS, DAY_MS);
  expect(stage.witness.went.length).toBe(before);
  pass(2 * HOUR_MS);
  const version = lab.host.fork();
  pass(2 * DAY_MS);

  // Somebody restores the version of two days ago.
  lab.host.restore(version);
  const sent = stage.witness.went.length;
  pass(DAY_MS);
  expect(stage.witness.went.length).toBe(sent);
  press(lab, ["refill", "arm"]);
  pass(3 * DAY_MS);

  expect(judge(stage, [], since).findings).toEqual([]);
  for (const { email } of stage.people.slice(payers.length)) {
    const steps = lab.rows("Sends").filter((row) => row.email === email && row.status === "SENT");
    expect(new Set(steps.map(({ step }) => step))).toEqual(new Set(["geo_1", "geo_2"]));
  }
  for (let day = since; day < stage.now; day += DAY_MS) {
    const gone = stage.witness.went.filter(
      ({ mail }) => mail.sentAt >= day && mail.sentAt < day + DAY_MS,
    );
    expect(gone.length).toBeLessThanOrEqual(QUOTA);
  }
}, 120_000);

/** In the window "Use this file". */
function press({ host }: Lab, buttons: readonly string[]): void {
  const page = host.run({ function: "menu.useThisFile" }).dialogs[0]?.html ?? "";
  const own = JSON.parse(/var dripsheet = (\{.*?\});/.exec(page)?.[1] ?? "{}");
  let { token } = own;
  for (const go of buttons) {
    const event = { dialog: own.name, token, args: { go } };
    const { result } = host.run({ function: "doPost", args: [event], from: "dialog" });
    ({ token } = result as { token: string });
  }
}
