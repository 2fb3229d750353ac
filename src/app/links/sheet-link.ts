// Where the owner finds the sheet again, from a mail.
import type { Ports } from "../../ports";

export function sheetLink({ store }: Pick<Ports, "store">): string {
  return `https://docs.google.com/spreadsheets/d/${store.fileId()}/edit`;
}
