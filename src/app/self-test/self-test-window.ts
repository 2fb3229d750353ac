// The window "Self-test": what was found, and the report as text that says nothing of any person.
import type { Probe, Probed } from "../../model/probe";
import { utcDay } from "../../model/time";
import { html, type Markup } from "../../pages/html";
import type { Language, Ports } from "../../ports";
import { DIALOG } from "../../words/dialog";
import { PROBE_WORDS, SELF_TEST } from "../../words/self-test";
import { type DialogKind, openDialog } from "../dialogs/dialog";
import { mayWrite, refusalOf, sheetLanguage } from "../owner-only";
import { VERSION } from "../version";
import { tested } from "./self-test";

/** Between these lines Dripsheet Local reads what calls cost. */
const [FIRST, LAST] = ["--- costs ---", "--- end of costs ---"];
/** Addresses, links, and names that only machines give: files, drafts, people. */
const PERSONAL = /[^\s"'<>]+@[^\s"'<>]+|https?:\/\/[^\s"]+|[\w-]{25,}/g;

export const SELF_TEST_DIALOG: DialogKind = {
  name: "self-test",
  title: SELF_TEST.title,
  widthPx: 760,
  heightPx: 620,
  act(ports) {
    const refusal = refusalOf(ports);
    const language = sheetLanguage(ports);
    if (refusal !== null) return { message: refusal[language] };
    return { view: viewOf(ports, tested(ports, language), language) };
  },
};

export function selfTest(ports: Ports): void {
  if (!mayWrite(ports)) return;
  const language = sheetLanguage(ports);
  openDialog(ports, SELF_TEST_DIALOG, viewOf(ports, tested(ports, language), language), language);
}

function viewOf({ clock }: Ports, found: Probed, language: Language): Markup {
  const rows = found.probes.map(
    (probe) => html`<tr><td>${markOf(probe)}</td><td>${nameOf(probe, language)}</td>
<td>${PROBE_WORDS[probe.name].means[language]}<br><small>${probe.seen[language]}</small></td></tr>`,
  );
  return html`<p>${SELF_TEST.intro[language]}</p><table class="rules">${rows}</table>
<p>${SELF_TEST.report[language]}</p><pre tabindex="0">${reportOf(found, clock.now())}</pre>
<form><button name="go" value="again">${SELF_TEST.again[language]}</button>
<button class="close" type="button">${DIALOG[language].close}</button></form>`;
}

const nameOf = ({ name }: Probe, language: Language) =>
  PROBE_WORDS[name].name[language].replace(/^.*?[:：]\s*/, "");

const markOf = ({ ok }: Probe) => (ok === null ? "·" : ok ? "✓" : "✗");

/** In English, for whoever reads it elsewhere. */
function reportOf({ probes, times }: Probed, now: number): string {
  const lines = probes.map((probe) => `${markOf(probe)} ${nameOf(probe, "en")}: ${probe.seen.en}`);
  const head = `Dripsheet ${VERSION} self-test, ${utcDay(now)}`;
  const costs = times.map((time) => JSON.stringify(time));
  return [head, ...lines.map(impersonal), "", FIRST, ...costs, LAST].join("\n");
}

const impersonal = (line: string) => line.replace(PERSONAL, "…");
