// The line of Start here that says how far the payment history is known.
import type { Settings } from "../model/settings";
import type { Ports } from "../ports";
import { lineOf } from "./check-words";
import { writeStartHere } from "./report-run";
import { paidBeforeCheck } from "./stripe/money-checks";

export function tellHistory(ports: Ports, settings: Settings): void {
  const check = paidBeforeCheck(ports.properties.all(), settings);
  writeStartHere(ports, [lineOf(check, settings.language, ports.clock.now())]);
}
