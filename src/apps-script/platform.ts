// What can only be learnt from the platform: permissions, and the self-test's probes.
import type { Permission } from "../model/permission";
import type { Platform } from "../ports";
import { runProbes } from "./probes";

const SCOPES: Readonly<Record<Permission, string>> = {
  sheets: "https://www.googleapis.com/auth/spreadsheets",
  mail: "https://mail.google.com/",
  quota: "https://www.googleapis.com/auth/script.send_mail",
  web: "https://www.googleapis.com/auth/script.external_request",
  timers: "https://www.googleapis.com/auth/script.scriptapp",
  windows: "https://www.googleapis.com/auth/script.container.ui",
  account: "https://www.googleapis.com/auth/userinfo.email",
};

/** The types of the platform do not know the second argument yet. */
interface AsksAbout {
  getAuthorizationInfo(
    mode: GoogleAppsScript.Script.AuthMode,
    scopes: string[],
  ): GoogleAppsScript.Script.AuthorizationInfo;
}

export const platform: Platform = {
  probe: runProbes,
  activeUser: () => Session.getActiveUser().getEmail(),
  lacking() {
    if (isGiven(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL))) return [];
    const permissions = Object.keys(SCOPES) as Permission[];
    return permissions.filter((permission) => !isGivenAlone(SCOPES[permission]));
  },
  requireAll: () => ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL),
};

/** A person may untick one permission and keep the others. */
function isGivenAlone(scope: string): boolean {
  const asks: AsksAbout = ScriptApp;
  try {
    return isGiven(asks.getAuthorizationInfo(ScriptApp.AuthMode.FULL, [scope]));
  } catch {
    return false;
  }
}

function isGiven(info: GoogleAppsScript.Script.AuthorizationInfo): boolean {
  return String(info.getAuthorizationStatus()) !== "REQUIRED";
}
