// An office that rehearses, and its press on Go LIVE.
import { openGoLive } from "../../src/app/dialogs/go-live";
import { type MemoryOffice, MINUTE } from "./memory-office";
import { newestWindow, type OpenWindow } from "./open-window";

export const REHEARSES = {
  mode: "REHEARSAL",
  sender_name: "Ling",
  reply_to: "ling@shop.test",
  postal_address: "1 Lane, Town",
  web_app_url: "https://script.google.com/macros/s/TEST/exec",
  geo_download_url: "https://files.test/geo.pdf",
  quiet_hours: "",
};

export function rehearsed(office: MemoryOffice, ...emails: readonly string[]): void {
  for (const email of emails) office.geo(email);
  office.pass(2 * MINUTE);
}

/** `keep`: ids of rows that are ticked. */
export function goLive(
  office: MemoryOffice,
  keep: readonly string[] = [],
  button = "live",
): OpenWindow {
  openGoLive(office.ports);
  const window = newestWindow(office.ports);
  window.type({ keep: keep.join("\n") });
  window.press(button);
  return window;
}

export function idsOf(office: MemoryOffice, tab: "Queue" | "Contacts"): readonly string[] {
  return office.ports.store.rows(tab).map(({ id }) => id);
}

export function modeOf(office: MemoryOffice): string {
  return office.ports.store.row("Settings", "mode")?.value ?? "";
}

export function mailed(office: MemoryOffice, to: string) {
  return office.ports.mailer.sent.filter(({ mail }) => mail.to === to);
}
