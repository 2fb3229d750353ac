// The lines of Start here that a founder works through once: permissions, timer, address, sender, link, a first look.
import type { Settings } from "../../model/settings";
import { HOUR_MS, MINUTE_MS } from "../../model/time";
import type { Ports } from "../../ports";
import { AUTHORISED, GEO_LINK, MAIL_ONE_LINE, SENDER_LINE, TIMER, WEB } from "../../words/start";
import type { Check } from "../check-words";
import { VERSION } from "../version";

type Kept = Readonly<Record<string, string>>;

/** Google starts a minute's trigger when it finds the time; this is no delay any more. */
const LATE_MS = 20 * MINUTE_MS;

export function authorisedCheck({ platform }: Ports): Check {
  const lacking = platform.lacking();
  const ok = lacking.length === 0;
  return { id: "authorised", ok, ready: AUTHORISED.ready, open: AUTHORISED.open(lacking) };
}

/** `beatAt`: when it last ran; null: it was never seen to run. */
export function timerCheck({ triggers, clock }: Ports, beatAt: number | null): Check {
  const missing = triggers.missing();
  const late = lateness(beatAt, clock.now());
  const open = missing.length > 0 ? TIMER.missing(missing) : TIMER.late(Math.floor(late / HOUR_MS));
  const ready = TIMER.ready(VERSION);
  return { id: "timer", ok: missing.length === 0 && late === 0, ready, open };
}

/** 0: in time. */
export function lateness(beatAt: number | null, now: number): number {
  const since = beatAt === null ? 0 : now - beatAt;
  return since > LATE_MS ? since : 0;
}

/** A line that says the timer is late is taken back by its next beat. */
export function rememberLate(ports: Ports, kept: Kept, beatAt: number | null): void {
  const late = lateness(beatAt, ports.clock.now()) > 0;
  if (late && (kept.timer_late ?? "") === "") ports.properties.set("timer_late", "YES");
}

export function webAddressCheck(url: string): Check {
  return { id: "web address", ok: url !== "", ready: WEB.ready(url), open: WEB.open };
}

/** Aliases are asked for only where one is set: each answer is a call. */
export function senderCheck({ mailer }: Ports, settings: Settings): Check {
  const { senderName, postalAddress, senderAlias } = settings;
  const missing = [
    ...(senderName === "" ? ["sender_name"] : []),
    ...(postalAddress === "" ? ["postal_address"] : []),
  ];
  const wrong = senderAlias !== "" && !mailer.aliases().includes(senderAlias);
  const ready = SENDER_LINE.ready(senderName, senderAlias);
  const open = missing.length > 0 ? SENDER_LINE.missing(missing) : SENDER_LINE.alias(senderAlias);
  return { id: "sender", ok: missing.length === 0 && !wrong, ready, open };
}

export function geoLinkCheck({ geoDownloadUrl }: Settings): Check {
  return { id: "GEO link", ok: geoDownloadUrl !== "", ...GEO_LINK };
}

export function mailOneCheck(kept: Kept): Check {
  return { id: "mail 1", ok: (kept.mail_1_at ?? "") !== "", ...MAIL_ONE_LINE };
}
