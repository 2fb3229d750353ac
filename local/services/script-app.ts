// ScriptApp: triggers, and where the script is deployed.
import { call, Exception } from "./door.ts";
import { enumValue } from "./enums.ts";
import { lacking } from "./lacking.ts";
import {
  AuthMode,
  AuthorizationStatus,
  EventType,
  TriggerSource,
  Weekday,
} from "./script-enums.ts";
import { TriggerBuilder } from "./trigger-builder.ts";

type GTrigger = GoogleAppsScript.Script.Trigger;

export interface TriggerWire {
  readonly id: string;
  readonly handler: string;
  readonly kind: "clock" | "onEdit" | "onOpen" | "onChange" | "onFormSubmit";
}

const eventNames = {
  clock: "CLOCK",
  onEdit: "ON_EDIT",
  onOpen: "ON_OPEN",
  onChange: "ON_CHANGE",
  onFormSubmit: "ON_FORM_SUBMIT",
} as const;

export class Trigger extends lacking<GTrigger>("Trigger") {
  readonly #wire: TriggerWire;

  constructor(wire: TriggerWire) {
    super();
    this.#wire = wire;
  }

  override getUniqueId(): string {
    return this.#wire.id;
  }
  override getHandlerFunction(): string {
    return this.#wire.handler;
  }
  override getEventType(): GoogleAppsScript.Script.EventType {
    return enumValue(EventType, eventNames[this.#wire.kind]);
  }
  override getTriggerSource(): GoogleAppsScript.Script.TriggerSource {
    return this.#wire.kind === "clock" ? TriggerSource.CLOCK : TriggerSource.SPREADSHEETS;
  }
  override getTriggerSourceId(): string {
    if (this.#wire.kind === "clock") return null as unknown as string;
    return call("ScriptApp.spreadsheetId");
  }
}

class Service extends lacking<GoogleAppsScript.Script.Service>("Service") {
  override getUrl(): string {
    return call("ScriptApp.getServiceUrl");
  }
  override isEnabled(): boolean {
    return true;
  }
}

class AuthorizationInfo extends lacking<GoogleAppsScript.Script.AuthorizationInfo>(
  "AuthorizationInfo",
) {
  override getAuthorizationStatus(): GoogleAppsScript.Script.AuthorizationStatus {
    return AuthorizationStatus.NOT_REQUIRED;
  }
  override getAuthorizationUrl(): string {
    return "";
  }
}

export class ScriptApp extends lacking<GoogleAppsScript.Script.ScriptApp>("ScriptApp") {
  override AuthMode = AuthMode;
  override AuthorizationStatus = AuthorizationStatus;
  override EventType = EventType;
  override TriggerSource = TriggerSource;
  override WeekDay = Weekday;

  override newTrigger(handler: string): GoogleAppsScript.Script.TriggerBuilder {
    if (typeof handler !== "string" || handler === "") {
      throw new Exception("The function name of a trigger may not be empty.");
    }
    return new TriggerBuilder(handler);
  }
  override getProjectTriggers(): GTrigger[] {
    return call<TriggerWire[]>("ScriptApp.getProjectTriggers").map((wire) => new Trigger(wire));
  }
  override getUserTriggers(): GTrigger[] {
    return call<TriggerWire[]>("ScriptApp.getUserTriggers").map((wire) => new Trigger(wire));
  }
  override deleteTrigger(trigger: GTrigger): void {
    call("ScriptApp.deleteTrigger", trigger.getUniqueId());
  }
  override getService(): GoogleAppsScript.Script.Service {
    return new Service();
  }
  override getScriptId(): string {
    return call("ScriptApp.getScriptId");
  }
  override getOAuthToken(): string {
    return call("ScriptApp.getOAuthToken");
  }
  override requireAllScopes(_mode: GoogleAppsScript.Script.AuthMode): void {}
  override requireScopes(_mode: GoogleAppsScript.Script.AuthMode, _scopes: string[]): void {}
  override getAuthorizationInfo(): GoogleAppsScript.Script.AuthorizationInfo {
    return new AuthorizationInfo();
  }
}
