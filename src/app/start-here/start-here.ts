// The live list on Start here: what is ready, what is open, one plain action each.
import type { Settings } from "../../model/settings";
import type { Ports } from "../../ports";
import { FLOWS_LINE, MODE_LINE } from "../../words/start";
import { type Check, lineOf, type StartLine } from "../check-words";
import { deletedRowsCheck } from "../deleted-rows/deleted-rows-check";
import type { Office } from "../office";
import { responseCheck } from "../response/response-check";
import { moneyChecks } from "../stripe/money-checks";
import { sendingCheck } from "../timer/error-pause";
import { atItsPace } from "../timer/run-ledger";
import {
  authorisedCheck,
  geoLinkCheck,
  mailOneCheck,
  senderCheck,
  timerCheck,
  webAddressCheck,
} from "./start-setup";
import { testEnrollments } from "./start-test-rows";

type Kept = Readonly<Record<string, string>>;

/** `beatAt`: when the timer last ran. */
export function startHereRows(
  ports: Ports,
  kept: Kept,
  office: Office,
  beatAt: number | null,
): readonly StartLine[] {
  const { language } = office.settings;
  const now = ports.clock.now();
  return checksOf(ports, kept, office, beatAt).map((check) => lineOf(check, language, now));
}

function checksOf(
  ports: Ports,
  kept: Kept,
  office: Office,
  beatAt: number | null,
): readonly Check[] {
  const { settings } = office;
  return [
    authorisedCheck(ports),
    atItsPace(timerCheck(ports, beatAt), kept),
    webAddressCheck(settings.webAppUrl),
    senderCheck(ports, settings),
    geoLinkCheck(settings),
    ...moneyChecks(ports, kept, office),
    ...[responseCheck(kept, settings)].flatMap((check) => check ?? []),
    deletedRowsCheck(kept),
    mailOneCheck(kept),
    flowsCheck(office),
    modeCheck(ports, kept, settings),
    sendingCheck(ports, kept, settings.sending),
  ];
}

function flowsCheck({ rules, faults }: Office): Check {
  const on = [...rules.values()].filter((flow) => flow.on && flow.fault === null);
  return {
    id: "flows",
    ok: on.length > 0 && faults.length === 0,
    ready: FLOWS_LINE.ready(on.map(({ flow }) => flow)),
    open: faults.length > 0 ? FLOWS_LINE.faults : FLOWS_LINE.none,
  };
}

/** The Queue is read only where a rehearsal may have left rows in it. */
function modeCheck(ports: Ports, kept: Kept, { mode }: Settings): Check {
  const id = "mode";
  const rehearsed = (kept.rehearsed ?? "") !== "";
  if (mode !== "LIVE") {
    if (!rehearsed) ports.properties.set("rehearsed", "YES");
    return { id, ok: false, ready: MODE_LINE.live, open: MODE_LINE.rehearsal };
  }
  const waiting = rehearsed ? testEnrollments(ports).length : 0;
  if (rehearsed && waiting === 0) ports.properties.remove("rehearsed");
  return { id, ok: waiting === 0, ready: MODE_LINE.live, open: MODE_LINE.testRows(waiting) };
}
