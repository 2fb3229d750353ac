// "Use this file": its owner says that mails go from this one, a copy or an older version, and from no other.
import type { Ports } from "../../ports";
import { DISARMED } from "../../words/disarmed";
import { forgetHighWater } from "../cursor";
import { readDoorConfig } from "../doors/door-config";
import { markStop } from "../doors/record-event";
import { beginClosed } from "../history/history-state";
import { forgetHearing } from "../reconcile/reconcile-state";
import { runBatch } from "../run-batch";
import { putSettings, settingValues } from "../start-here/start-settings";
import { armAgain, type Disarmed, disarmedOf } from "./disarmed";

export interface ThisFile {
  /** Another file was the one that mails. */
  readonly copied: boolean;
  /** Set up in a copy has switched sending off. */
  readonly off: boolean;
  readonly disarmed: Disarmed | null;
}

export function thisFile(ports: Ports): ThisFile {
  const { armed_file = "", sending = "" } = settingValues(ports);
  const copied = armed_file !== ports.store.fileId();
  return { copied, off: sending !== "ON", disarmed: disarmedOf(ports.properties.all()) };
}

/** Each step may be the last: what keeps mails from going is taken away at the end. The caller holds the batch mutex. */
export function useThisFile(ports: Ports): string {
  const kept = ports.properties.all();
  const { language } = readDoorConfig(kept);
  forgetHighWater(ports);
  // Payments that only the newer version knew are read once more before any marketing goes.
  if ((kept.stripe_key ?? "") !== "") beginClosed(ports, kept);
  forgetHearing(ports);
  putSettings(ports, { armed_file: ports.store.fileId(), sending: "ON" });
  ports.store.flush();
  armAgain(ports);
  markStop(ports);
  runBatch(ports, "edit");
  return DISARMED[language].armed;
}
