// What setting up remembers between two runs, in a file git ignores: which Sheet, script and
// deployment are the owner's, and what was begun and not yet heard to be finished.
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

export const MEMORY_FILE = ".clasp.local.json";

/**
 * @typedef {object} Remembered
 * @property {string} [scriptId]
 * @property {string} [sheetId]
 * @property {string} [deploymentId]
 * @property {boolean} [making] Google was asked for a Sheet or a script and has not answered yet.
 * @property {string} [deployed] Digest of the files that the web address shows.
 */

export class Memory {
  /** @param {string} root */
  constructor(root) {
    this.file = path.join(root, MEMORY_FILE);
    /** @type {Remembered} */
    this.now = existsSync(this.file) ? JSON.parse(readFileSync(this.file, "utf8")) : {};
  }

  /** Written aside and renamed: whoever pulls the plug finds the old file or the new one. @param {Remembered} news */
  keep(news) {
    this.now = { ...this.now, ...news };
    const aside = `${this.file}.${process.pid}.new`;
    writeFileSync(aside, `${JSON.stringify(this.now, null, 2)}\n`);
    renameSync(aside, this.file);
  }
}
