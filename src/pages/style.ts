// The one look of all pages: a sheet of paper, one column, one colour for what can be pressed.
import { Markup } from "./html";

export const style = new Markup(`<style>
:root { color-scheme: light; --ink: #1f2933; --soft: #5b6772; --line: #c9d0d6;
  --edge: #7d8892; --press: #0b5c66;
  --paper: #f8f7f3; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.65 -apple-system,
  BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, "PingFang SC", "Hiragino Sans GB",
  "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
header, main { max-width: 35rem; margin: 0 auto; padding: 0 22px; }
header { display: flex; gap: 16px; justify-content: space-between; align-items: baseline;
  padding-top: clamp(20px, 6vw, 56px); color: var(--soft); font-size: 15px; }
header p { margin: 0; }
header a { flex: none; padding: 10px 0 10px 10px; }
main { padding-top: clamp(14px, 4vw, 26px); padding-bottom: 64px; }
h1 { margin: 0 0 16px; font-size: clamp(27px, 6.4vw, 36px); line-height: 1.24; font-weight: 650;
  letter-spacing: -0.012em; text-wrap: balance; }
p { margin: 0 0 18px; }
a { color: var(--press); }
form { margin: 30px 0 0; }
label { display: block; margin: 0 0 20px; font-weight: 600; }
label small, .quiet { color: var(--soft); font-size: 15px; font-weight: 400; }
input[type="email"], input[type="text"], input[type="url"] { display: block; width: 100%;
  margin-top: 6px; padding: 12px 14px; border: 1px solid var(--edge); border-radius: 6px;
  background: #fff; color: inherit; font: inherit; font-weight: 400; }
.tick { display: flex; gap: 12px; align-items: flex-start; margin: 26px 0 8px; font-weight: 400; }
.tick input { flex: none; width: 22px; height: 22px; margin: 3px 0 0; accent-color: var(--press); }
button, .go { display: block; width: 100%; margin: 26px 0 0; padding: 14px 22px; border: 0;
  border-radius: 6px; background: var(--press); color: #fff; font: inherit; font-weight: 600;
  text-align: center; text-decoration: none; cursor: pointer; }
.go { margin-bottom: 26px; }
button:hover, .go:hover { background: #084a52; }
:focus-visible { outline: 3px solid #e0a43a; outline-offset: 2px; }
.price { margin: 30px 0 6px; font-size: 34px; line-height: 1.2; font-weight: 650;
  font-variant-numeric: tabular-nums; }
.price small { display: block; margin: 0 0 4px; color: var(--soft); font-size: 15px;
  font-weight: 400; }
.after { margin-top: 18px; }
.seen { margin: 0 0 22px; padding: 14px 18px; border-left: 4px solid #b4530a; background: #fff;
  overflow-wrap: anywhere; }
.seen p { margin: 0; }
.aside { position: absolute; left: -9999px; width: 1px; height: 1px; overflow: hidden; }
h2 { margin: 34px 0 14px; font-size: 20px; line-height: 1.3; font-weight: 650; }
dl { margin: 26px 0; }
dt { padding-top: 12px; border-top: 1px solid var(--line); font-weight: 600; }
dd { margin: 0 0 12px; }
.wish { display: grid; gap: 2px 18px; padding: 14px 0; border-top: 1px solid var(--line); }
.wish p, .wish label, .wishes { margin: 0; }
.wish button { margin: 8px 0 0; padding: 10px 18px; }
button.plain { border: 1px solid var(--press); background: #fff; color: var(--press); }
button.plain:hover { background: #eef5f5; }
h1, p { overflow-wrap: break-word; }
@media (min-width: 34rem) { button, .go { width: auto; min-width: 15rem; } .go {
  display: inline-block; } .wish button { min-width: 13rem; } .wish {
  grid-template-columns: 1fr auto; align-items: center; } .wish.field { align-items: end; }
  .wish button { margin: 0; } .field button { padding: 13px 18px; } }
</style>`);
