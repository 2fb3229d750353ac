// The look of the window that edits a mail: words on the left, the mail as it will look on the right.
import { Markup } from "./html";

/** A desktop's mail is 640 wide; shown smaller, it fits beside the words. */
export const MAIL_EDITOR_STYLE = new Markup(`<style>
.mail-edit .hid { position: absolute; left: -999px; }
.mail-edit .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; margin: 0 0 8px; }
.mail-edit .bar button, .mail-list button { margin: 0; padding: 3px 10px; font-size: 13px; }
.mail-edit .bar button[aria-current] { background: var(--press); color: #fff; opacity: 1; }
.mail-edit .bar h2 { margin: 0 8px 0 0; }
.mail-edit .two { display: grid; grid-template-columns: minmax(0, 1fr) 562px; gap: 0 16px; }
.mail-edit label { margin: 0 0 8px; font-size: 13px; }
.mail-edit textarea { resize: vertical; line-height: 1.5; }
.mail-edit .body { height: calc(100vh - 436px); min-height: 170px; }
.mail-edit .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 10px; }
.mail-edit details { margin: 0 0 8px; font-size: 13px; }
.mail-edit summary { color: var(--press); cursor: pointer; }
.mail-edit code { font: 12px ui-monospace, Menlo, Consolas, monospace; }
.mail-edit dt { margin-top: 4px; }
.mail-edit dd { margin: 0; color: var(--soft); }
.mail-edit .who { display: flex; gap: 8px; margin: -4px 0 8px; }
.mail-edit .who button { flex: none; margin: 0; padding: 3px 10px; font-size: 13px; }
.mail-edit .who select { margin: 0; font-size: 13px; }
.mail-edit .seg { position: absolute; opacity: 0; }
.mail-edit .seg + label { display: inline-block; margin: 0 4px 8px 0; padding: 3px 10px;
  border: 1px solid var(--press); border-radius: 5px; color: var(--press); font-size: 13px;
  cursor: pointer; }
.mail-edit .seg:checked + label { background: var(--press); color: #fff; }
.mail-edit .seg:focus-visible + label { outline: 3px solid #e0a43a; outline-offset: 2px; }
.mail-edit .gap { display: inline-block; width: 12px; }
.mail-edit .inbox { margin: 0 0 6px; padding: 6px 10px; border: 1px solid var(--line);
  border-radius: 5px; font-size: 13px; }
.mail-edit .inbox b { display: block; font-size: 15px; }
.mail-edit { --stage: max(300px, calc(100vh - 306px)); }
.mail-edit .stage { height: var(--stage); overflow: hidden; border: 1px solid var(--line);
  border-radius: 5px; background: #e8ebed; }
.mail-edit .stage iframe, .mail-edit .stage pre { display: none; height: var(--stage); border: 0; }
.mail-edit .stage iframe { width: 375px; margin: 0 auto; background: #fff; }
.mail-edit .stage pre { margin: 0; overflow: auto; user-select: text; }
#w-desktop:checked ~ #preview iframe { width: 640px; height: calc(var(--stage) / .875); transform: scale(.875);
  transform-origin: 0 0; }
#l-light:checked ~ #preview .light, #l-dark:checked ~ #preview .dark,
#l-plain:checked ~ #preview pre { display: block; }
.mail-edit .note { max-height: 92px; margin: 6px 0; overflow: auto; padding: 6px 10px; border-left: 4px solid #e0a43a;
  background: #fdf6ec; font-size: 13px; }
.mail-edit .note ul { margin: 2px 0 0; padding-left: 18px; }
.mail-edit .acts { position: sticky; bottom: 0; padding: 2px 0 6px; background: var(--paper); }
.mail-edit #faults { position: sticky; top: 0; z-index: 1; }
.mail-edit #faults pre { max-height: 120px; overflow: auto; background: #fff; }
body { display: flex; flex-direction: column; }
#said, #progress { position: sticky; top: 0; z-index: 2; order: -1; }
#said:not(:empty) { margin: 0 0 8px; padding: 6px 12px; }
.mail-list td { vertical-align: middle; }
.mail-list .subject { color: var(--soft); font-size: 13px; }
@media (max-width: 800px) {
  .mail-edit .two { grid-template-columns: minmax(0, 1fr); }
  #w-desktop:checked ~ #preview iframe { height: calc(var(--stage) / .54); transform: scale(.54); }
}
</style>`);
