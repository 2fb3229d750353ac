// The window "Edit this mail", opened from a row.
import { editMail } from "../../src/app/edit-mail/edit-mail";
import type { MemoryOffice } from "./memory-office";
import { newestWindow, type OpenWindow } from "./open-window";

export function opened(office: MemoryOffice, tab: "Templates" | "Queue" | "", id = ""): OpenWindow {
  office.ports.person.selected = { tab, ids: id === "" ? [] : [id] };
  editMail(office.ports);
  return newestWindow(office.ports);
}

/** What stands in Templates now. */
export function words(office: MemoryOffice, row: string) {
  return office.ports.store.row("Templates", row);
}
