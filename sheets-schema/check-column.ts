// The check column: where a wrong row says what is wrong.
import { text } from "./column";

/** The last column of every tab with rules: says what is wrong in its row. */
export const check = text(
  "machine",
  "Empty: fine. Otherwise what is wrong in this row; what depends on it waits until it is mended.",
  "空：没有问题。否则说明本行哪里不对；相关流程会等到修好为止。",
  { widthPx: 300 },
);
