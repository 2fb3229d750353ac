// The windows "Connect Stripe": the first takes the key, the second shows what Stripe needs to know of us.
import { STRIPE_TYPES } from "../../events/stripe-payment";
import { html, type Markup } from "../../pages/html";
import type { Language, Ports } from "../../ports";
import { STRIPE } from "../../words/stripe";
import { lineOf } from "../check-words";
import { type DoorConfig, readDoorConfig } from "../doors/door-config";
import { keyKind } from "../history/history-state";
import { keyNow } from "../links/kept-keys";
import { mayWrite, refusalOf } from "../owner-only";
import { hearingCheck } from "../reconcile/reconcile-check";
import { writeStartHere } from "../report-run";
import { takeKey } from "../stripe/connect-stripe";
import { paidBeforeCheck, stripeCheck } from "../stripe/money-checks";
import { type DialogAnswer, type DialogArgs, type DialogKind, openDialog } from "./dialog";

type Kept = Readonly<Record<string, string>>;

export const STRIPE_DIALOG: DialogKind = {
  name: "stripe",
  title: STRIPE.title,
  widthPx: 620,
  heightPx: 600,
  act: pressed,
};

/** What it shows is a password: for the owner alone. */
export function openStripe(ports: Ports): void {
  if (!mayWrite(ports)) return;
  const kept = ports.properties.all();
  const { language } = readDoorConfig(kept);
  openDialog(ports, STRIPE_DIALOG, keyView(kept, language), language);
}

function pressed(ports: Ports, args: DialogArgs): DialogAnswer {
  const before = ports.properties.all();
  const door = readDoorConfig(before);
  const refusal = refusalOf(ports);
  if (refusal !== null) return { message: refusal[door.language] };
  if (args.go !== "store") return { view: hookView(before, door) };
  const { stored, told } = takeKey(ports, before, args.key ?? "");
  if (!stored) return { message: told };
  tellLines(ports, door);
  return { message: told, view: hookView(before, door) };
}

function tellLines(ports: Ports, { live, language }: DoorConfig): void {
  const kept = ports.properties.all();
  const mode = live ? "LIVE" : "REHEARSAL";
  const now = ports.clock.now();
  const heard = [hearingCheck(kept, mode)].flatMap((check) => check ?? []);
  const checks = [stripeCheck(kept, { mode }), ...heard, paidBeforeCheck(kept, { mode })];
  writeStartHere(
    ports,
    checks.map((check) => lineOf(check, language, now)),
  );
}

function keyView(kept: Kept, language: Language): Markup {
  const key = kept.stripe_key ?? "";
  const standing = key === "" ? STRIPE.none : STRIPE.standing(STRIPE[keyKind(key)]);
  const skip = key === "" ? STRIPE.without : STRIPE.skip;
  return html`<p>${STRIPE.intro[language]}</p><p>${STRIPE.where[language]}
 <a href="https://dashboard.stripe.com/apikeys">${STRIPE.open[language]}</a></p>
<p class="quiet">${standing[language]}</p>
<form><label>${STRIPE.key[language]}
<input type="password" name="key" autocomplete="off" spellcheck="false" data-first></label>
<button class="go" name="go" value="store">${STRIPE.store[language]}</button>
<button name="go" value="hook">${skip[language]}</button></form>`;
}

function hookView(kept: Kept, { language, webAppUrl }: DoorConfig): Markup {
  const address = `${webAppUrl}?hook=stripe&key=${keyNow(kept, "hook_key")}`;
  const place =
    webAppUrl === ""
      ? html`<p class="problem">${STRIPE.noAddress[language]}</p>`
      : html`<p>${STRIPE.hook[language]}</p><pre tabindex="0">${address}</pre>`;
  return html`<h2>${STRIPE.step2[language]}</h2><p>${STRIPE.poll[language]}</p>${place}
<p>${STRIPE.events[language]}</p><pre tabindex="0">${STRIPE_TYPES.join("\n")}</pre>
<p>${STRIPE.ownMails[language]}</p>
<button type="button" class="close go">${STRIPE.close[language]}</button>`;
}
