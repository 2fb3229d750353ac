// Every window that can be pressed, by its name.
import { DELETED_DIALOG } from "../deleted-rows/deleted-rows-dialog";
import { SELF_TEST_DIALOG } from "../self-test/self-test-window";
import { ADOPT_DIALOG } from "./adopt";
import { ARCHIVE_DIALOG } from "./archive";
import { AUDIT_DIALOG } from "./audit";
import { LINKS_DIALOG } from "./check-links";
import type { DialogKind } from "./dialog";
import { DISARMED_DIALOG } from "./disarmed";
import { DUPLICATES_DIALOG } from "./duplicates";
import { EDIT_MAIL_DIALOG } from "./edit-mail";
import { EXPLAIN_DIALOG } from "./explain";
import { FORMS_DIALOG } from "./forms";
import { GO_LIVE_DIALOG } from "./go-live";
import { IMPORT_DIALOG } from "./import";
import { KEYS_DIALOG } from "./keys";
import { OUTDATED_DIALOG } from "./outdated";
import { PERSON_DIALOG } from "./person";
import { PREVIEW_DIALOG } from "./preview";
import { CADENCE_DIALOG } from "./preview-cadence";
import { RESOLVE_DIALOG } from "./resolve";
import { RESPONSE_DIALOG } from "./response";
import { SENDER_DIALOG } from "./sender";
import { STRIPE_DIALOG } from "./stripe";

export const DIALOGS: readonly DialogKind[] = [
  ADOPT_DIALOG,
  ARCHIVE_DIALOG,
  AUDIT_DIALOG,
  DELETED_DIALOG,
  DISARMED_DIALOG,
  DUPLICATES_DIALOG,
  EDIT_MAIL_DIALOG,
  KEYS_DIALOG,
  IMPORT_DIALOG,
  LINKS_DIALOG,
  EXPLAIN_DIALOG,
  OUTDATED_DIALOG,
  PERSON_DIALOG,
  PREVIEW_DIALOG,
  CADENCE_DIALOG,
  RESOLVE_DIALOG,
  RESPONSE_DIALOG,
  FORMS_DIALOG,
  GO_LIVE_DIALOG,
  SELF_TEST_DIALOG,
  SENDER_DIALOG,
  STRIPE_DIALOG,
];
