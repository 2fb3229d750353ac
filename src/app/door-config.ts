// What a door must know to answer without reading a tab: one small property, mirrored from Settings and Flows.
import type { Rules } from "../model/flow";
import type { Settings } from "../model/settings";
import type { Language, Ports } from "../ports";

export interface DoorConfig {
  readonly language: Language;
  readonly webAppUrl: string;
  readonly geoDownloadUrl: string;
  readonly senderName: string;
  readonly forms: readonly string[];
}

/** Forms that are always taken, whether or not a flow starts from them. */
const SHIPPED_FORMS = ["geo", "free_audit"];
const CLOSED: DoorConfig = {
  language: "en",
  webAppUrl: "",
  geoDownloadUrl: "",
  senderName: "",
  forms: SHIPPED_FORMS,
};

export function readDoorConfig(properties: Readonly<Record<string, string>>): DoorConfig {
  try {
    const kept = JSON.parse(properties.door ?? "{}") as Partial<DoorConfig>;
    return { ...CLOSED, ...kept };
  } catch {
    return CLOSED;
  }
}

/** Writes the mirror when it differs; costs nothing when it does not. */
export function mirrorDoor(
  ports: Ports,
  properties: Readonly<Record<string, string>>,
  settings: Settings,
  rules: Rules,
): void {
  const forms = [...rules.values()].flatMap((flow) =>
    flow.entries.filter((entry) => entry.startsWith("form:")).map((entry) => entry.slice(5)),
  );
  const config: DoorConfig = {
    language: settings.language,
    webAppUrl: settings.webAppUrl,
    geoDownloadUrl: settings.geoDownloadUrl,
    senderName: settings.senderName,
    forms: [...new Set([...SHIPPED_FORMS, ...forms])],
  };
  const mirrored = JSON.stringify(config);
  if (properties.door !== mirrored) ports.properties.set("door", mirrored);
}
