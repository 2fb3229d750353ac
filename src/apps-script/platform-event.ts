// What only the running execution knows: its own web address and the tab a person edited.
import type { EditedArea } from "../ports";

/** Right in a live web request; null or dead elsewhere (facts 10.8). */
export function ownUrl(): string {
  return ScriptApp.getService().getUrl() ?? "";
}

/** Where a person edited; tab "" for an event of another shape. */
export function editedArea(event: unknown): EditedArea {
  if (typeof event !== "object" || event === null || !("range" in event)) return NOWHERE;
  const { range } = event as { readonly range?: GoogleAppsScript.Spreadsheet.Range };
  if (range === undefined) return NOWHERE;
  return {
    tab: range.getSheet().getName(),
    firstRow: range.getRow(),
    lastRow: range.getLastRow(),
  };
}

const NOWHERE: EditedArea = { tab: "", firstRow: 0, lastRow: 0 };
