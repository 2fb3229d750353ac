// A posted form: kept whatever it says, answered with what comes next or with what to put right.
import { type FormPost, formKeyText, formPayload, readFormPost } from "../events/form-post";
import { shownAt } from "../model/offer";
import { type Reason, reason, say } from "../model/reason";
import type { Answer } from "../model/web";
import {
  formProblem,
  formUnknown,
  notSaved,
  type Page,
  type Site,
  type Terms,
  thankYou,
} from "../pages/index";
import type { Ports } from "../ports";
import type { DoorConfig, DoorOffer } from "./door-config";
import { termsForAll } from "./offer-terms";
import { type NewEvent, recordEvent } from "./record-event";
import { marksOf, page } from "./site";

type Kept = Readonly<Record<string, string>>;

export function receiveForm(
  ports: Ports,
  parameters: Kept,
  kept: Kept,
  door: DoorConfig,
  site: Site,
): Answer {
  const now = ports.clock.now();
  const post = readFormPost(parameters, door.forms);
  const offer = offerOfForm(post, door);
  const shown = offer === undefined ? null : shownAt(offer, now);
  const event = {
    source: "form" as const,
    type: `form:${post.submission.form}`,
    key: ports.secrets.digest(formKeyText(post.submission, now) + post.typedAddress).slice(0, 32),
    who: post.submission.email || post.typedAddress,
    payload: formPayload(post, shown),
    occurredAt: now,
    stops: false,
    ...refusal(post, door),
  };
  const stored = recordEvent(ports, event, kept);
  const terms = offer === undefined ? null : termsOfForm(ports, post, offer, site);
  return page(formAnswer(post, door, site, { stored, terms, utm: marksOf(parameters) }));
}

/** A form that cannot be acted on is kept all the same, so that no lead is lost. */
function refusal(post: FormPost, door: DoorConfig): Pick<NewEvent, "outcome" | "reason"> {
  if (post.problem === null) return {};
  return { outcome: "REFUSED", reason: say(whyRefused(post, door), door.language) };
}

function whyRefused({ problem, submission, typedAddress }: FormPost, door: DoorConfig): Reason {
  if (problem === "form-unknown") {
    return reason("formUnknown", { seen: submission.form, allowed: door.forms.join(", ") });
  }
  if (problem === "address-missing") return reason("addressMissing");
  return reason("addressMalformed", { seen: typedAddress });
}

interface Taken {
  readonly stored: boolean;
  readonly utm: Kept;
  readonly terms: Terms | null;
}

function formAnswer(post: FormPost, door: DoorConfig, site: Site, taken: Taken): Page {
  const { submission, typedAddress } = post;
  const { form, name, url, source, consent, timeZone } = submission;
  const { stored, utm, terms } = taken;
  const values = { name, url, source, consent, timezone: timeZone, email: typedAddress, utm };
  if (post.problem === "form-unknown") return stored ? formUnknown(site) : notSaved(site);
  if (!stored) return formProblem(site, form, "not-saved", values);
  if (post.problem !== null) return formProblem(site, form, post.problem, values);
  const downloadUrl = form === "geo" ? door.geoDownloadUrl : "";
  return thankYou(site, { form, email: submission.email, downloadUrl, terms });
}

function offerOfForm({ submission }: FormPost, { offers }: DoorConfig): DoorOffer | undefined {
  return offers.find((one) => one.form && one.offer === submission.form);
}

/** The same for everybody, whoever they are to us. */
function termsOfForm(ports: Ports, post: FormPost, offer: DoorOffer, site: Site): Terms | null {
  const reader = {
    now: ports.clock.now(),
    language: site.language,
    timeZone: post.submission.timeZone,
  };
  return termsForAll(ports, offer, reader)?.terms ?? null;
}
