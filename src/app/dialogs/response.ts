// The window that makes a Google Form's response tab a door: choose the tab, say once which column is what.
import { guessColumns } from "../../events/adopt-columns";
import { RESPONSE_FIELDS } from "../../events/response-row";
import { html } from "../../pages/html";
import type { DialogView } from "../../pages/index";
import type { Language, OtherCell, Ports } from "../../ports";
import { DIALOG } from "../../words/dialog";
import { RESPONSE, RESPONSE_TITLE } from "../../words/response";
import { wallReader } from "../adopt/adopt-clock";
import { type DoorConfig, readDoorConfig } from "../doors/door-config";
import { markStop } from "../doors/record-event";
import { refusalOf } from "../owner-only";
import {
  forgetResponseDoor,
  keepResponseDoor,
  NEW,
  type ResponseDoor,
  responseDoorOf,
} from "../response/response-door";
import { chosenColumns, columnChoices, option, samplesOf } from "./adopt-columns";
import { type DialogAnswer, type DialogArgs, type DialogKind, openDialog } from "./dialog";

export const RESPONSE_DIALOG: DialogKind = {
  name: "responses",
  title: RESPONSE_TITLE,
  widthPx: 560,
  heightPx: 640,
  act,
};

export function openResponses(ports: Ports): void {
  const { language } = readDoorConfig(ports.properties.all());
  openDialog(ports, RESPONSE_DIALOG, firstView(ports, language), language);
}

function act(ports: Ports, args: DialogArgs): DialogAnswer {
  const kept = ports.properties.all();
  const door = readDoorConfig(kept);
  const said = RESPONSE[door.language];
  if (args.go === "back") return { view: firstView(ports, door.language) };
  const tab = args.tab ?? "";
  if (args.go === "close") return close(ports, door.language);
  const values = ports.otherTabs.read(tab);
  if (values === null) return { message: said.gone, view: firstView(ports, door.language) };
  if (args.go !== "open") return { view: columnsView(tab, values, door, responseDoorOf(kept)) };
  const columns = chosenColumns(args, RESPONSE_FIELDS);
  if (columns.email === undefined || columns.entered === undefined) {
    const chosen = { ...NEW, tab, form: args.form ?? "", columns };
    return { message: said.needsEmail, view: columnsView(tab, values, door, chosen) };
  }
  const since = args.already === "all" ? "" : nowWall(ports);
  return open(ports, { ...NEW, tab, form: args.form ?? "", columns, since }, door.language);
}

function nowWall(ports: Ports): string {
  return wallReader(ports.workbook).wallOf(ports.clock.now());
}

function open(ports: Ports, door: ResponseDoor, language: Language): DialogAnswer {
  const refusal = refusalOf(ports);
  if (refusal !== null) return { message: refusal[language] };
  keepResponseDoor(ports, door);
  nameInSettings(ports, door.tab);
  markStop(ports);
  return { message: RESPONSE[language].opened(door.tab), view: closeButton(language) };
}

function close(ports: Ports, language: Language): DialogAnswer {
  const refusal = refusalOf(ports);
  if (refusal !== null) return { message: refusal[language] };
  forgetResponseDoor(ports);
  nameInSettings(ports, "");
  return { message: RESPONSE[language].closed, view: closeButton(language) };
}

function nameInSettings({ store }: Ports, tab: string): void {
  store.update("Settings", [{ id: "response_tab", cells: { value: tab } }]);
  store.flush();
}

function closeButton(language: Language): DialogView {
  return html`<button class="close go" type="button">${DIALOG[language].close}</button>`;
}

function firstView(ports: Ports, language: Language): DialogView {
  const said = RESPONSE[language];
  const names = ports.otherTabs.names();
  const door = responseDoorOf(ports.properties.all());
  const stands =
    door === null
      ? null
      : html`<form><p>${said.stands(door.tab, door.form)}</p>
<button name="go" value="close">${said.close}</button></form>`;
  if (names.length === 0)
    return html`<p>${said.intro}</p>${stands}<p class="problem">${said.noTabs}</p>`;
  const tabs = names.map((name) => option(name, name, name === (door?.tab ?? likely(names))));
  return html`<p>${said.intro}</p>${stands}<form><label>${said.tab}<select name="tab">${tabs}</select></label>
<button class="go" name="go" value="tab">${said.next}</button></form>`;
}

/** As Google names them. */
function likely(names: readonly string[]): string {
  return names.find((name) => /form responses|表单回复|表单响应/i.test(name)) ?? names[0] ?? "";
}

function columnsView(
  tab: string,
  values: readonly (readonly OtherCell[])[],
  { language, forms }: DoorConfig,
  before: ResponseDoor | null,
): DialogView {
  const said = RESPONSE[language];
  const [first = [], ...rows] = values;
  const headers = first.map(({ text }) => text.trim());
  const standing = before?.tab === tab ? before : null;
  const chosen = standing?.columns ?? guessColumns(headers);
  const samples = samplesOf(headers, rows);
  const { none, other } = said;
  const needed = ["entered", "email", "name", "consent"] as const;
  const asked = { fields: RESPONSE_FIELDS, headers, chosen, samples, needed, none, other };
  const filled = rows.filter((cells) => cells.some(({ text }) => text !== "")).length;
  const known = forms.map((form) => option(form, form, form === standing?.form));
  return html`<form><input type="hidden" name="tab" value="${tab}">
<label>${said.form}<select name="form">${known}</select></label>
<h2>${said.column}</h2>${columnChoices(asked, language)}
<p class="quiet">${said.noConsent}</p>
<label>${said.already(filled)}<select name="already">${option("new", said.onlyNew, true)}${option("all", said.takeAll, false)}</select></label>
<button class="go" name="go" value="open">${said.open}</button><button name="go" value="back">${said.back}</button></form>`;
}
