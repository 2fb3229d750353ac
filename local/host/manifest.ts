// The manifest beside the bundle: time zone, scopes, web app settings.
import { readFileSync } from "node:fs";

export interface Manifest {
  readonly timeZone: string;
  /** Null when the manifest lists none: then every service may be used. */
  readonly scopes: readonly string[] | null;
  readonly anonymousAccess: boolean;
  /** Names by which the script knows its advanced services. */
  readonly advanced: readonly string[];
}

export function readManifest(file: string): Manifest {
  const json = JSON.parse(readFileSync(file, "utf8")) as {
    timeZone?: string;
    oauthScopes?: string[];
    runtimeVersion?: string;
    dependencies?: { enabledAdvancedServices?: { userSymbol: string; serviceId: string }[] };
    webapp?: { access?: string; executeAs?: string };
  };
  if (json.runtimeVersion !== "V8") {
    throw new Error(`${file}: runtimeVersion is ${json.runtimeVersion}; only "V8" runs. Set it.`);
  }
  if (json.webapp?.executeAs && json.webapp.executeAs !== "USER_DEPLOYING") {
    throw new Error(
      `${file}: webapp.executeAs is ${json.webapp.executeAs}; Dripsheet Local only knows USER_DEPLOYING.`,
    );
  }
  return {
    timeZone: json.timeZone ?? "Etc/UTC",
    scopes: json.oauthScopes ?? null,
    anonymousAccess: json.webapp?.access === "ANYONE_ANONYMOUS",
    advanced: (json.dependencies?.enabledAdvancedServices ?? []).map((one) => one.userSymbol),
  };
}
