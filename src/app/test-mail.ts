// A mail to the owner alone, to look at: it is counted nowhere and carries no mark of a real one.
import type { RenderedMail } from "../content/render";
import { errorText } from "../model/error-text";
import type { Ports } from "../ports";
import type { Office } from "./office";
import { NOT_RUN } from "./owner-only";
import { addressed } from "./sending/write-mail";

/** The address it went to, or why it did not go. In REHEARSAL and LIVE alike, and whatever `sending` says. */
export function sendTestMail(
  ports: Ports,
  office: Pick<Office, "settings">,
  rendered: RenderedMail,
): { readonly to: string } | { readonly problem: string } {
  const { language } = office.settings;
  const { owner = "" } = ports.properties.all();
  const user = ports.person.effectiveUser();
  if (owner === "" || user !== owner) {
    return { problem: NOT_RUN[owner === "" ? "not set up" : "not the owner"][language] };
  }
  const live = { ...office, settings: { ...office.settings, mode: "LIVE" as const } };
  const mail = addressed({ office: live, owner }, owner, {
    ...rendered,
    subject: `[test] ${rendered.subject}`,
  });
  try {
    send(ports, ports.mailer.createDraft(mail));
    return { to: owner };
  } catch (error) {
    return { problem: errorText(error).slice(0, 200) };
  }
}

/** A draft that Gmail does not send would lie in Drafts and be taken for a mail to come. */
function send({ mailer, log }: Ports, draftId: string): void {
  try {
    mailer.send(draftId);
  } catch (error) {
    try {
      mailer.deleteDraft(draftId);
    } catch (again) {
      log.warn(`draft of a test not deleted: ${String(again)}`);
    }
    throw error;
  }
}
