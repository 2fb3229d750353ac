// What surrounds a run: dialogs and menus, the log, who is who.
import type { Dialog } from "../contract.ts";
import { ServiceError } from "../errors.ts";
import { type Call, free, type OpTable } from "../op.ts";

interface MenuItem {
  readonly path: readonly string[];
  readonly caption: string;
  readonly handler: string;
}

export const uiOps: OpTable = {
  "Ui.check": free((call: Call) => {
    if (call.execution.hasUi) return;
    throw new ServiceError("Cannot call SpreadsheetApp.getUi() from this context.");
  }),
  "Ui.addMenu": free((call: Call, menu: string, items: readonly MenuItem[]) => {
    for (const { path, caption, handler } of items) {
      call.execution.menu.push({ menu, path, caption, function: handler });
    }
  }),
  /** The person's answer; without one the dialog was closed. */
  "Ui.ask": free((call: Call, dialog: Dialog) => {
    call.execution.dialogs.push(dialog);
    return call.execution.answers.shift() ?? null;
  }),
  "Ui.show": free(
    (
      call: Call,
      kind: "modal" | "modeless" | "sidebar",
      title: string,
      html: string,
      widthPx: number | null,
      heightPx: number | null,
    ) => {
      const width = widthPx === null ? {} : { widthPx };
      const height = heightPx === null ? {} : { heightPx };
      call.execution.dialogs.push({ kind, title, text: "", html, ...width, ...height });
    },
  ),
};

export const loggerOps: OpTable = {
  "Logger.log": free((call: Call, text: string) => {
    call.execution.logs.push(text);
  }),
};

export const sessionOps: OpTable = {
  "Session.getActiveUser": free((call: Call) => call.execution.activeUser),
  "Session.getEffectiveUser": free((call: Call) => call.execution.effectiveUser),
  "Session.getTimeZone": free((call: Call) => call.platform.manifest.timeZone),
  "Session.getLocale": free((call: Call) => call.platform.weather.now.language),
  "Session.getTemporaryKey": free(
    (call: Call) => `key-${call.execution.activeUser || "anonymous"}`,
  ),
};
