// A posted form: kept whatever it says, answered with what comes next or with what to put right.
import { type FormPost, formKeyText, formPayload, readFormPost } from "../../events/form-post";
import { isRobot } from "../../events/robot";
import { consentFrom } from "../../model/consent";
import { shownAt } from "../../model/offer";
import { type Reason, reason, say } from "../../model/reason";
import type { Answer } from "../../model/web";
import {
  type FormAnswer,
  type FormValues,
  formProblem,
  formUnknown,
  notSaved,
  type Page,
  problemAnswer,
  type Site,
  type Terms,
  type ThankYou,
  thanksAnswer,
  thankYou,
  unknownAnswer,
} from "../../pages/index";
import type { Ports } from "../../ports";
import { termsForAll } from "../offers/offer-terms";
import { data, marksOf, page, wantsData } from "../site";
import type { DoorConfig, DoorOffer } from "./door-config";
import { type NewEvent, recordEvent } from "./record-event";

type Kept = Readonly<Record<string, string>>;

export function receiveForm(
  ports: Ports,
  parameters: Kept,
  kept: Kept,
  door: DoorConfig,
  site: Site,
): Answer {
  const now = ports.clock.now();
  const post = readFormPost(parameters, door.forms, door.refusesDisposable);
  const offer = offerOfForm(post, door);
  const shown = offer === undefined ? null : shownAt(offer, now);
  const robot = post.problem === null && isRobot(parameters);
  // Whoever sends the same by hand in the same hour is heard.
  const said = formKeyText(post.submission, now, door.live) + post.typedAddress;
  const event = {
    source: "form" as const,
    type: `form:${post.submission.form}`,
    key: ports.secrets.digest(robot ? `${said} robot` : said).slice(0, 32),
    who: post.submission.email || post.typedAddress,
    payload: formPayload(post, shown, consentFrom(post.asked, site.language)),
    occurredAt: now,
    stops: false,
    ...refusal(post, door, robot),
  };
  const stored = recordEvent(ports, event, kept);
  const terms = offer === undefined ? null : termsOfForm(ports, post, offer, site);
  const taken = { stored, terms, utm: marksOf(parameters) };
  return wantsData(parameters)
    ? data(plainAnswer(post, door, site, taken))
    : page(formAnswer(post, door, site, taken));
}

/** A form that cannot be acted on is kept all the same, so that no lead is lost. */
function refusal(
  post: FormPost,
  door: DoorConfig,
  robot: boolean,
): Pick<NewEvent, "outcome" | "reason"> {
  if (post.problem === null && !robot) return {};
  const why = robot ? reason("robot") : whyRefused(post, door);
  return { outcome: "REFUSED", reason: say(why, door.language) };
}

/** Of a post with a problem. */
export function whyRefused(
  { problem, submission, typedAddress }: FormPost,
  door: Pick<DoorConfig, "forms">,
): Reason {
  if (problem === "form-unknown") {
    return reason("formUnknown", { seen: submission.form, allowed: door.forms.join(", ") });
  }
  if (problem === "address-missing") return reason("addressMissing");
  if (problem === "address-disposable") return reason("addressDisposable");
  return reason("addressMalformed", { seen: typedAddress });
}

interface Taken {
  readonly stored: boolean;
  readonly utm: Kept;
  readonly terms: Terms | null;
}

function formAnswer(post: FormPost, door: DoorConfig, site: Site, taken: Taken): Page {
  const { form } = post.submission;
  if (post.problem === "form-unknown") return taken.stored ? formUnknown(site) : notSaved(site);
  const problem = taken.stored ? post.problem : "not-saved";
  if (problem !== null) return formProblem(site, form, problem, typedValues(post, taken));
  return thankYou(site, whatFor(post, door, taken));
}

/** For a form on the owner's site, which shows it in place. */
function plainAnswer(post: FormPost, door: DoorConfig, site: Site, taken: Taken): FormAnswer {
  if (taken.stored && post.problem === "form-unknown") return unknownAnswer(site);
  const problem = taken.stored && post.problem !== "form-unknown" ? post.problem : "not-saved";
  if (problem !== null) return problemAnswer(site, problem, typedValues(post, taken));
  return thanksAnswer(site, whatFor(post, door, taken));
}

function typedValues({ submission, typedAddress }: FormPost, { utm }: Taken): FormValues {
  const { name, url, source, consent, timeZone } = submission;
  return { name, url, source, consent, timezone: timeZone, email: typedAddress, utm };
}

function whatFor({ submission }: FormPost, door: DoorConfig, { terms }: Taken): ThankYou {
  const { form, email, consent } = submission;
  const asks = consent && door.asks.includes(form);
  return { form, email, downloadUrl: form === "geo" ? door.geoDownloadUrl : "", terms, asks };
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
