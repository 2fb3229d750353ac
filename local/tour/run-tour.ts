// The walk in the terminal: every step explained, every expectation with a mark.
import type { Finding, Language, Step } from "./step.ts";
import { openWalk, steps, takeStep } from "./walk.ts";

const widthMax = 84;

/** Answers true only when every expectation held. */
export async function runTour(
  baseUrl: string,
  { lang, print }: { lang: Language; print: (line: string) => void },
): Promise<boolean> {
  const walk = await openWalk(baseUrl, lang);
  const all: Finding[] = [];
  for (const [index, step] of steps.entries()) {
    printStep(step, index, lang, print);
    const findings = await takeStep(step, walk);
    for (const finding of findings) printFinding(finding, lang, print);
    all.push(...findings);
  }
  const broken = all.filter((finding) => !finding.held).length;
  print("");
  print(summary(all.length, broken, lang));
  return broken === 0;
}

function printStep(step: Step, index: number, lang: Language, print: (line: string) => void): void {
  print("");
  print(`${index + 1}/${steps.length}  ${step.title[lang]}`);
  for (const line of wrap(step.before[lang])) print(`     ${line}`);
}

function printFinding(finding: Finding, lang: Language, print: (line: string) => void): void {
  print(`   ${finding.held ? "✓" : "✗"} ${finding.words[lang]}`);
  if (finding.seen) print(`       ${finding.seen}`);
}

function summary(count: number, broken: number, lang: Language): string {
  if (lang === "zh")
    return broken === 0 ? `${count} 项预期全部成立。` : `${count} 项预期中有 ${broken} 项不成立。`;
  return broken === 0
    ? `All ${count} expectations held.`
    : `${broken} of ${count} expectations did not hold.`;
}

/** Chinese has no spaces to break at and is twice as wide. */
function wrap(text: string): readonly string[] {
  const lines = [""];
  let width = 0;
  for (const piece of text.match(
    /[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]+\s*|\s+/g,
  ) ?? []) {
    const pieceWidth = /^[\u3000-\u9fff\uff00-\uffef]$/.test(piece) ? 2 : piece.length;
    const staysOnLine = /^[\u3001\u3002\u201d\uff01\uff09\uff0c\uff1a\uff1b\uff1f]/.test(piece);
    if (width + pieceWidth > widthMax && width > 0 && !staysOnLine) {
      lines.push("");
      width = 0;
    }
    lines[lines.length - 1] += piece;
    width += pieceWidth;
  }
  return lines.map((line) => line.trimEnd());
}
