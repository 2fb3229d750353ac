// The window that takes in a list of people, over an office in memory.
import { openImport } from "../../src/app/dialogs/import";
import { FounderOffice } from "./founder-office";
import { newestWindow, type OpenWindow } from "./open-window";

export class Importing extends FounderOffice {
  /** The window after the source has been given. */
  mapping(text: string, list = "Fair Berlin"): OpenWindow {
    openImport(this.ports);
    const window = newestWindow(this.ports);
    window.type({ text, list });
    window.press("columns");
    return window;
  }
  /** What a dry run says. */
  dry(text: string, more: Readonly<Record<string, string>> = {}, list?: string): OpenWindow {
    const window = this.mapping(text, list);
    window.type({ words: "", ...more });
    window.press("dry");
    return window;
  }
  take(text: string, more: Readonly<Record<string, string>> = {}, list?: string): OpenWindow {
    const window = this.dry(text, more, list);
    window.press("write");
    return window;
  }
  eventsOf(type: string) {
    return this.ports.store.rows("Events").filter((event) => event.type === type);
  }
  people() {
    return this.ports.store.rows("Contacts");
  }
  sheet(): string {
    return JSON.stringify([
      this.people(),
      this.ports.store.rows("Queue"),
      this.eventsOf("imported"),
    ]);
  }
}
