// What the platform calls by name: the doors, the timers and the menu. Builds the ports; decides nothing.
import { backUp } from "./app/back-up";
import { openDeleted } from "./app/deleted-rows/deleted-rows-dialog";
import { openAdopt } from "./app/dialogs/adopt";
import { openArchive } from "./app/dialogs/archive";
import { openAudit } from "./app/dialogs/audit";
import { checkLinks } from "./app/dialogs/check-links";
import { answerDialog } from "./app/dialogs/dialog";
import { openDisarmed } from "./app/dialogs/disarmed";
import { openDuplicates } from "./app/dialogs/duplicates";
import { explainSelected } from "./app/dialogs/explain";
import { openForms } from "./app/dialogs/forms";
import { openGoLive } from "./app/dialogs/go-live";
import { openImport } from "./app/dialogs/import";
import { DIALOGS } from "./app/dialogs/index";
import { openKeys } from "./app/dialogs/keys";
import { openOutdated } from "./app/dialogs/outdated";
import { openPerson } from "./app/dialogs/person";
import { previewNext } from "./app/dialogs/preview";
import { previewCadence } from "./app/dialogs/preview-cadence";
import { resolveUnmatched } from "./app/dialogs/resolve";
import { openResponses } from "./app/dialogs/response";
import { openSender } from "./app/dialogs/sender";
import { openStripe } from "./app/dialogs/stripe";
import { sayCopy } from "./app/disarmed/disarmed-open";
import { readDoorConfig } from "./app/doors/door-config";
import { receivePost } from "./app/doors/receive-post";
import { showPage } from "./app/doors/show-page";
import { receiveEdit } from "./app/edit-door";
import { editMail } from "./app/edit-mail/edit-mail";
import { readHistory } from "./app/history/history";
import { runNow } from "./app/menu-commands";
import { showView } from "./app/queue-view";
import { actOnSelected } from "./app/row-actions";
import { selfTest } from "./app/self-test/self-test-window";
import { setUp } from "./app/set-up";
import { sendMailOne } from "./app/start-here/start-mail";
import { pastePaidList } from "./app/stripe/paid-list";
import { runTick } from "./app/tick";
import { besideLedger, onLedger } from "./app/timer/run-ledger";
import { watch } from "./app/timer/watch";
import { readDialogCall } from "./apps-script/dialog-call";
import { buildMenu } from "./apps-script/menu";
import { editedArea, ownUrl } from "./apps-script/platform-event";
import { makePorts } from "./apps-script/ports";
import { oddAnswer } from "./apps-script/probes/web-app";
import { readWebRequest, toOutput } from "./apps-script/web";

export function doGet(event: unknown) {
  const odd = oddAnswer(event);
  if (odd !== null) return odd();
  return toOutput(showPage(makePorts(), readWebRequest("GET", event), ownUrl()));
}

/** Also what windows over the sheet call: there is no fourth global function. */
export function doPost(event: unknown) {
  const call = readDialogCall(event);
  if (call !== null) return answerDialog(makePorts(), DIALOGS, call);
  return toOutput(receivePost(makePorts(), readWebRequest("POST", event)));
}

export function onOpen(): void {
  const ports = makePorts();
  const kept = ports.properties.all();
  buildMenu(readDoorConfig(kept).language);
  sayCopy(ports, kept);
}

export const jobs = {
  tick: () => onLedger(makePorts(), runTick),
  watch: () => besideLedger(makePorts(), "watch", watch),
  edit: (event: unknown) =>
    besideLedger(makePorts(), "edit", (ports) => receiveEdit(ports, editedArea(event))),
};

export const menu = {
  runBatch: () => runNow(makePorts()),
  previewBatch: () => previewNext(makePorts()),
  explainRow: () => explainSelected(makePorts()),
  sendNow: () => actOnSelected(makePorts(), "send now"),
  hold: () => actOnSelected(makePorts(), "hold"),
  release: () => actOnSelected(makePorts(), "release"),
  markPaid: () => actOnSelected(makePorts(), "mark paid"),
  undoLast: () => actOnSelected(makePorts(), "undo"),
  viewAll: () => showView(makePorts(), "all"),
  viewLive: () => showView(makePorts(), "live"),
  viewToday: () => showView(makePorts(), "today"),
  viewStuck: () => showView(makePorts(), "stuck"),
  viewLite: () => showView(makePorts(), "lite"),
  viewPaid: () => showView(makePorts(), "paid"),
  editMail: () => editMail(makePorts()),
  checkLinks: () => checkLinks(makePorts()),
  previewCadence: () => previewCadence(makePorts()),
  resolve: () => resolveUnmatched(makePorts()),
  paidList: () => pastePaidList(makePorts()),
  readHistory: () => readHistory(makePorts()),
  setUp: () => setUp(makePorts()),
  responses: () => openResponses(makePorts()),
  goLive: () => openGoLive(makePorts()),
  sender: () => openSender(makePorts()),
  mailOne: () => sendMailOne(makePorts()),
  importPeople: () => openImport(makePorts()),
  adopt: () => openAdopt(makePorts()),
  outdated: () => openOutdated(makePorts()),
  duplicates: () => openDuplicates(makePorts()),
  restoreRows: () => openDeleted(makePorts()),
  audit: () => openAudit(makePorts()),
  useThisFile: () => openDisarmed(makePorts()),
  backUp: () => backUp(makePorts()),
  archive: () => openArchive(makePorts()),
  stripe: () => openStripe(makePorts()),
  forms: () => openForms(makePorts()),
  personData: () => openPerson(makePorts()),
  keys: () => openKeys(makePorts()),
  selfTest: () => selfTest(makePorts()),
};
