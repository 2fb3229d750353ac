// Weakens one protection of the bundle under test, so that it shows whether a broken one would be found.
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bundle } from "./lab.ts";

interface Change {
  readonly find: RegExp;
  readonly put: string;
}

/** Of the text of the bundle. What does not match is an error: a protection may have moved. */
const CHANGES = {
  /**
   * Written is written when the run ends: what was buffered dies with it. A reading flushes as well, so that of the headers
   * after an append is left out with it.
   */
  "no-flush": [
    { find: /SpreadsheetApp\.flush\(\)/g, put: "void 0" },
    { find: /if \(sameOrder\(\w+, \w+, headers\(\)\)\) return/, put: "return" },
  ],
  /** Two batches at once. */
  "no-mutex": [{ find: /batchHeld = batchHeld \|\| [^;]+;/, put: "batchHeld = true;" }],
  /** The outcome is written before the mail goes. */
  "mark-first": [
    {
      find: /const (receipt\w*) = (\w+)\.ports\.mailer\.send\(draftId\);\s*receipts\.set\((\w+)\.key, \{ \.\.\.\1, at: \2\.ports\.clock\.now\(\) \}\);/,
      put: `receipts.set($3.key, { messageId: "", threadId: "", at: $2.ports.clock.now() });
			writeOutcomes($2, drafted, receipts, []);
			$2.ports.store.flush();
			$2.ports.mailer.send(draftId);`,
    },
  ],
  /** Nobody asks again just before a mail goes. */
  "skip-recheck": [{ find: /(end\w*) = lastLook\(run\w*\);/, put: '$1 = "done";' }],
  /** A draft that cannot be got has gone. */
  "trust-getDraft": [
    {
      find: /function recoverOne\((\w+), (\w+), (\w+)\) \{/,
      put: `$&
	try {
		if ($2.status === "INTENT") $3 = GmailApp.getDraft($2.draft_id).getId();
	} catch {
		putSends($1, [sentRow($2, { messageId: "", threadId: "" }, $1.now)]);
		return true;
	}`,
    },
  ],
  /** The end of the tab is looked up, then written to. */
  "append-by-size": [
    {
      find: /(\w+)\.appendRow\((\w+)\)/g,
      put: "$1.getRange($1.getLastRow() + 1, 1, 1, $2.length).setValues([$2])",
    },
  ],
} as const satisfies Readonly<Record<string, readonly Change[]>>;

export type Sabotage = keyof typeof CHANGES;
export const SABOTAGES = Object.keys(CHANGES) as readonly Sabotage[];

/** A bundle of its own in a folder of its own. */
export function sabotaged({ codeFile, manifestFile }: Bundle, name: Sabotage): Bundle {
  let code = readFileSync(codeFile, "utf8");
  for (const { find, put } of CHANGES[name] as readonly Change[]) {
    const changed = code.replace(find, put);
    if (changed === code) throw new Error(`--sabotage ${name}: the bundle has no ${find}`);
    code = changed;
  }
  const folder = mkdtempSync(join(tmpdir(), "dripsheet-sabotage-"));
  const own = { codeFile: join(folder, "Code.js"), manifestFile: join(folder, "appsscript.json") };
  writeFileSync(own.codeFile, code);
  cpSync(manifestFile, own.manifestFile);
  return own;
}
