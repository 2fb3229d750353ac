// The sheet cannot be read as it stands, and its owner can mend it: said in both languages.
import type { Words } from "../../sheets-schema/index";

export class SheetProblem extends Error {
  constructor(readonly words: Words) {
    super(words.en);
  }
}
