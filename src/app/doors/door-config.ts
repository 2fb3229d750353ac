// What a door must know to answer without reading a tab: one small property, mirrored from Settings, Flows and Offers.
import type { Words } from "../../../sheets-schema/index";
import { byteLength } from "../../model/byte-length";
import { asksByMail, type Flow, type Rules } from "../../model/flow";
import type { Offer, Offers } from "../../model/offer";
import type { Settings } from "../../model/settings";
import type { Language, Ports } from "../../ports";
import { linkBaseOf } from "../links/link-base";

/** An offer as its page needs it. */
export interface DoorOffer
  extends Pick<Offer, "offer" | "name" | "flow" | "before" | "after" | "windowMs" | "windowEnds"> {
  /** A form of this name lets people into a flow. */
  readonly form: boolean;
  /** A press on its page lets people into its flow, and mails follow. */
  readonly press: boolean;
}
export interface DoorConfig {
  readonly language: Language;
  readonly webAppUrl: string;
  /** Where links that we show lead. */
  readonly linkBase: string;
  readonly geoDownloadUrl: string;
  readonly senderName: string;
  readonly forms: readonly string[];
  readonly offers: readonly DoorOffer[];
  /** Names that a keyed POST may carry. */
  readonly events: readonly string[];
  /** Mails go to the readers themselves. */
  readonly live: boolean;
  /** Addresses that are thrown away after use are not taken. */
  readonly refusesDisposable: boolean;
  /** Flows that send now, each with its steps that need no consent. */
  readonly sending: Readonly<Record<string, readonly string[]>>;
  /** What readers know flows as, where the owner says it. */
  readonly names: Readonly<Record<string, Words>>;
  /** Flows whose marketing waits until its reader has confirmed. */
  readonly confirms: readonly string[];
  /** Forms that are answered with nothing but a mail that asks to confirm. */
  readonly asks: readonly string[];
}

/** Forms that are always taken, whether or not a flow starts from them. */
const SHIPPED_FORMS = ["geo", "free_audit", "lite"];
const CLOSED: DoorConfig = {
  language: "en",
  webAppUrl: "",
  linkBase: "",
  geoDownloadUrl: "",
  senderName: "",
  forms: SHIPPED_FORMS,
  offers: [],
  events: [],
  live: false,
  refusesDisposable: false,
  sending: {},
  names: {},
  confirms: [],
  asks: [],
};
/** A property holds 9 KB; the rest is for its key and for wide characters in the last offer. */
const PROPERTY_BYTES_MAX = 8 * 1024;

/** Many ask for it in one run, and the text is the same each time. */
let lastRead = { text: "{}", config: CLOSED };

export function readDoorConfig({ door = "{}" }: Readonly<Record<string, string>>): DoorConfig {
  if (door !== lastRead.text) lastRead = { text: door, config: parsed(door) };
  return lastRead.config;
}

function parsed(door: string): DoorConfig {
  try {
    return { ...CLOSED, ...(JSON.parse(door) as Partial<DoorConfig>) };
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
  offers: Offers,
): void {
  const flows = [...rules.values()];
  const entries = new Set(flows.flatMap((flow) => flow.entries));
  const config: DoorConfig = {
    language: settings.language,
    webAppUrl: settings.webAppUrl,
    linkBase: linkBaseOf(settings),
    geoDownloadUrl: settings.geoDownloadUrl,
    senderName: settings.brand || settings.senderName,
    forms: [...new Set([...SHIPPED_FORMS, ...flows.flatMap(formsOf)])],
    offers: [...offers.values()].map((offer) => doorOffer(offer, entries, rules.get(offer.flow))),
    events: [...new Set(flows.flatMap(eventsOf))],
    live: settings.mode === "LIVE",
    refusesDisposable: settings.disposable === "refuse",
    sending: settings.sending ? Object.fromEntries(flows.flatMap(sendingOf)) : {},
    names: Object.fromEntries(flows.filter(isNamed).map(({ flow, names }) => [flow, names])),
    confirms: flows.filter(({ confirms }) => confirms).map(({ flow }) => flow),
    asks: [...new Set(flows.filter((flow) => flow.confirms && asksByMail(flow)).flatMap(formsOf))],
  };
  const mirrored = fitted(ports, config);
  if (properties.door !== mirrored) ports.properties.set("door", mirrored);
}

function doorOffer(offer: Offer, entries: ReadonlySet<string>, flow: Flow | undefined): DoorOffer {
  const { name, before, after, windowMs, windowEnds } = offer;
  const press =
    flow?.entries.includes(`press:${offer.offer}`) === true &&
    flow.steps.some(({ sentOn }) => sentOn === "stage" || sentOn === "entry");
  const form = entries.has(`form:${offer.offer}`);
  return {
    ...{ offer: offer.offer, name, flow: offer.flow, before, after, windowMs, windowEnds },
    ...{ form, press },
  };
}

const FORM = "form:";

function formsOf({ entries }: Flow): readonly string[] {
  return entries.filter((one) => one.startsWith(FORM)).map((one) => one.slice(FORM.length));
}

function isNamed({ names }: Flow): boolean {
  return names.en + names.zh !== "";
}

function sendingOf({ flow, on, fault, steps }: Flow): readonly (readonly [string, string[]])[] {
  if (!on || fault !== null) return [];
  const free = steps.filter((step) => step.class === "service").map(({ step }) => step);
  return [[flow, free]];
}

/** What a row of this flow may wait for. */
function eventsOf({ flow, steps, waits }: Flow): readonly string[] {
  const waited = waits.map(({ until }) => until).filter((name) => name !== "");
  const concludes = steps.some(({ sentOn }) => sentOn === "conclusion");
  return concludes ? [...waited, `${flow}.conclusion`] : waited;
}

/** Offers beyond what the property holds have no page; the rest of the doors must not suffer from them. */
function fitted(ports: Ports, config: DoorConfig): string {
  const text = JSON.stringify(config);
  if (byteLength(text) <= PROPERTY_BYTES_MAX || config.offers.length === 0) return text;
  ports.log.warn(`no room for the page of offer ${config.offers[config.offers.length - 1]?.offer}`);
  return fitted(ports, { ...config, offers: config.offers.slice(0, -1) });
}
