// What only the running execution knows: its own web address and the tab a person edited.

/** Right in a live web request; null or dead elsewhere (facts 10.8). */
export function ownUrl(): string {
  return ScriptApp.getService().getUrl() ?? "";
}

/** Name of the edited tab; "" for an event of another shape. */
export function editedTab(event: unknown): string {
  if (typeof event !== "object" || event === null || !("range" in event)) return "";
  const { range } = event as { readonly range?: GoogleAppsScript.Spreadsheet.Range };
  return range?.getSheet().getName() ?? "";
}
