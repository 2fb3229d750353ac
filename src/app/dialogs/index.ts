// Every window that can be pressed, by its name.
import type { DialogKind } from "./dialog";
import { EDIT_MAIL_DIALOG } from "./edit-mail";
import { EXPLAIN_DIALOG } from "./explain";
import { FORMS_DIALOG } from "./forms";
import { RESPONSE_DIALOG } from "./response";

export const DIALOGS: readonly DialogKind[] = [
  EDIT_MAIL_DIALOG,
  EXPLAIN_DIALOG,
  RESPONSE_DIALOG,
  FORMS_DIALOG,
];
