// The rules as the last whole pass read them, mirrored into properties: an edit of one row need not read six tabs.
import { SCHEMA_VERSION } from "../../sheets-schema/index";
import type { Flow } from "../model/flow";
import type { Offer } from "../model/offer";
import type { Ports } from "../ports";
import type { Office, Seldom } from "./office";
import { VERSION } from "./version";

/** What a person's edit is decided by. */
export type RuleOffice = Pick<Office, "settings" | "rules" | "offers">;

const PREFIX = "rules:";
/** A property holds 9 KB, and a character has up to four bytes. */
const PART = /.{1,2000}/gsu;
const FOREVER = "∞";

/** Writes what differs; costs nothing when nothing does. */
export function mirrorRules(
  ports: Ports,
  kept: Readonly<Record<string, string>>,
  office: RuleOffice & Pick<Office, "seldom">,
): void {
  const text = JSON.stringify(
    {
      version: VERSION + SCHEMA_VERSION,
      seldom: office.seldom,
      settings: office.settings,
      rules: [...office.rules.values()],
      offers: [...office.offers.values()].map((offer) => ({
        ...offer,
        allows: [...offer.allows],
      })),
    },
    (_key, value) => (value === Number.POSITIVE_INFINITY ? FOREVER : value),
  );
  const parts = [ports.secrets.digest(text), ...(text.match(PART) ?? [])];
  for (const [at, part] of parts.entries()) {
    if (kept[PREFIX + at] !== part) ports.properties.set(PREFIX + at, part);
  }
  if (kept[PREFIX + parts.length] !== undefined) ports.properties.remove(PREFIX + parts.length);
}

/** Null: not mirrored yet, by another version, or a run was cut while it wrote. */
export function mirroredRules(
  ports: Ports,
  kept: Readonly<Record<string, string>>,
): RuleOffice | null {
  const mirrored = mirroredIn(ports, kept);
  if (mirrored === null) return null;
  const { settings, rules, offers } = mirrored;
  return {
    settings,
    rules: new Map(rules.map((flow: Flow) => [flow.flow, flow])),
    offers: new Map(
      offers.map((offer: Offer) => [offer.offer, { ...offer, allows: new Map(offer.allows) }]),
    ),
  };
}

/** Tabs that are seldom edited, as the last whole pass read them. */
export function mirroredTabs(
  ports: Ports,
  kept: Readonly<Record<string, string>>,
): Seldom | undefined {
  return mirroredIn(ports, kept)?.seldom;
}

export function isMirrored(
  ports: Ports,
  kept: Readonly<Record<string, string>>,
  seldom: Seldom,
): boolean {
  return JSON.stringify(mirroredTabs(ports, kept)) === JSON.stringify(seldom);
}

function mirroredIn({ secrets }: Ports, kept: Readonly<Record<string, string>>) {
  let text = "";
  for (let at = 1; kept[PREFIX + at] !== undefined; at += 1) text += kept[PREFIX + at];
  if (text === "" || secrets.digest(text) !== kept[`${PREFIX}0`]) return null;
  const mirrored = JSON.parse(text, (_key, value) =>
    value === FOREVER ? Number.POSITIVE_INFINITY : value,
  );
  return mirrored.version === VERSION + SCHEMA_VERSION ? mirrored : null;
}
