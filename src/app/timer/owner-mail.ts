// A mail to the owner that goes once, whoever tries it at the same moment and wherever a run is cut: claimed under the
// script lock, drafted, noted, sent, noted. What a cut run left is found among the drafts, never guessed.
import { escapeHtml } from "../../model/escape-html";
import { tokenLine } from "../../model/send-token";
import { DAY_MS, HOUR_MS } from "../../model/time";
import type { OutgoingMail, Ports } from "../../ports";

type Kept = Readonly<Record<string, string>>;

export interface OwnerMail {
  readonly subject: string;
  readonly text: string;
}
const TOPICS = ["late", "watch", "runs", "paused", "digest"] as const;
export interface About {
  /** Names the property that remembers it. */
  readonly topic: (typeof TOPICS)[number];
  /** Once for each of its keys; "": once a day. */
  readonly key: string;
}
/** "later": somebody is at it, or it could not go now. */
export type Told = "gone" | "later";

interface Claim {
  readonly key: string;
  /** First and last time it was tried. */
  readonly since: number;
  readonly at: number;
  /** "": none is known of. */
  readonly draft: string;
  readonly sent: boolean;
}

/** Longer than any run: whoever claimed it is gone by then. It also bounds what a flood of visits can try. */
const AGAIN_MS = HOUR_MS;

/** Never throws: what the owner is told of must not fail because of it. */
export function mailOwner(ports: Ports, kept: Kept, about: About, write: () => OwnerMail): Told {
  try {
    const seen = standing(claimOf(kept, about), about, ports.clock.now());
    if (seen !== "free") return seen;
    const taken = ports.locks.intake(0, () => take(ports, about));
    if (!taken.held) return "later";
    if (typeof taken.value === "string") return taken.value;
    return carryOut(ports, kept, about, taken.value, write);
  } catch (error) {
    ports.log.warn(`the mail about ${about.topic} waits: ${String(error)}`);
    return "later";
  }
}

/** What its cause would not bring up again: a mail whose sending failed goes after all, or its draft would lie there for ever. */
export function finishMails(ports: Ports, kept: Kept): void {
  for (const topic of TOPICS) {
    const claim = claimOf(kept, { topic, key: "" });
    if (claim === null || claim.sent || ports.clock.now() - claim.at < AGAIN_MS) continue;
    const about: About = { topic, key: claim.key };
    const taken = ports.locks.intake(0, () => take(ports, about));
    if (taken.held && typeof taken.value !== "string") finish(ports, kept, about, taken.value);
  }
}

function finish(ports: Ports, kept: Kept, about: About, claim: Claim): void {
  const [left, ...others] = leftOf(ports, claim, tokenOf(ports, kept, about, claim));
  if (left === undefined && claim.draft === "") {
    // Perhaps it could not be read just now: it is looked for again, by whoever has cause to tell of it or in an hour.
    if (claim.at - claim.since < DAY_MS) note(ports, about, { ...claim, at: claim.since });
    else ports.properties.remove(nameOf(about));
    return;
  }
  const own = left === undefined ? claim : note(ports, about, { ...claim, draft: left });
  if (left !== undefined) ports.mailer.send(left);
  note(ports, about, { ...own, sent: true });
  for (const draftId of others) ports.mailer.deleteDraft(draftId);
}

function standing(claim: Claim | null, { key }: About, now: number): Told | "free" {
  if (claim === null) return "free";
  if (!claim.sent) return now - claim.at < AGAIN_MS ? "later" : "free";
  const done = key === "" ? now - claim.since < DAY_MS : claim.key === key;
  return done ? "gone" : "free";
}

function take(ports: Ports, about: About): Claim | Told {
  const now = ports.clock.now();
  const claim = claimOf(ports.properties.all(), about);
  const seen = standing(claim, about, now);
  if (seen !== "free") return seen;
  const unfinished = claim !== null && !claim.sent;
  return note(ports, about, unfinished ? { ...claim, at: now } : begun(about, now));
}

function carryOut(
  ports: Ports,
  kept: Kept,
  about: About,
  claim: Claim,
  write: () => OwnerMail,
): Told {
  const token = (of: Claim) => tokenOf(ports, kept, about, of);
  if (claim.at > claim.since && wentBefore(ports, about, claim, token(claim))) {
    note(ports, about, { ...claim, sent: true });
    // What was left may be of another day; its turn is at the next look.
    return claim.key === about.key ? "gone" : "later";
  }
  if (ports.mailer.quotaLeft() < 1) return "later";
  const same = claim.key === about.key;
  const own = same ? { ...claim, draft: "" } : note(ports, about, begun(about, claim.at));
  const draft = ports.mailer.createDraft(addressed(kept.owner ?? "", write(), token(own)));
  note(ports, about, { ...own, draft });
  ports.mailer.send(draft);
  note(ports, about, { ...own, draft, sent: true });
  return "gone";
}

function addressed(owner: string, { subject, text }: OwnerMail, token: string): OutgoingMail {
  const marked = `${text}\n\n${tokenLine(token)}\n`;
  const html = escapeHtml(marked).replace(/https:\/\/\S+/g, '<a href="$&">$&</a>');
  return {
    ...{ to: owner, from: "", fromName: "Dripsheet", replyTo: owner, subject },
    ...{ text: marked, html: `<p>${html.replace(/\n/g, "<br>")}</p>` },
  };
}

/** A draft that was noted and is not listed has gone. One that is listed has not, and its words are old. */
function wentBefore(ports: Ports, about: About, claim: Claim, token: string): boolean {
  const left = leftOf(ports, claim, token);
  if (left.length === 0) return claim.draft !== "";
  // Forgotten before it is deleted: else a cut in between would take it for sent.
  note(ports, about, { ...claim, draft: "" });
  for (const draftId of left) ports.mailer.deleteDraft(draftId);
  return false;
}

function leftOf({ mailer }: Ports, { since, draft }: Claim, token: string): readonly string[] {
  const listed = mailer.listDrafts(since);
  const left = listed.filter((one) => one.token === token || one.draftId === draft);
  return left.map(({ draftId }) => draftId);
}

function begun({ key }: About, now: number): Claim {
  return { key, since: now, at: now, draft: "", sent: false };
}

function note(ports: Ports, about: About, claim: Claim): Claim {
  ports.properties.set(nameOf(about), JSON.stringify(claim));
  return claim;
}

function claimOf(kept: Kept, about: About): Claim | null {
  try {
    return JSON.parse(kept[nameOf(about)] ?? "null") as Claim | null;
  } catch {
    return null;
  }
}

function nameOf({ topic }: About): string {
  return `mailed_${topic}`;
}

/** Unlike a reader's: a recovery deletes drafts with our readers' mark that no row knows. */
function tokenOf({ secrets }: Ports, kept: Kept, { topic }: About, { key, since }: Claim): string {
  return secrets.hmac(`owner:${topic} ${key} ${since}`, kept.token_secret ?? "").slice(0, 20);
}
