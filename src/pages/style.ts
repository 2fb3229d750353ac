// The one look of all pages: a sheet of paper, one column, one colour for what can be pressed.
import { Markup } from "./html";

export const style = new Markup(`<style>
:root { color-scheme: light; --ink: #1f2933; --soft: #5b6772; --line: #b9c1c8; --press: #0b5c66;
  --paper: #f8f7f3; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.65 -apple-system,
  BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, "PingFang SC", "Hiragino Sans GB",
  "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
main { max-width: 35rem; margin: 0 auto; padding: clamp(28px, 9vw, 76px) 22px 64px; }
.by { margin: 0 0 22px; padding-top: 14px; border-top: 3px solid var(--press); color: var(--soft);
  font-size: 15px; }
h1 { margin: 0 0 16px; font-size: clamp(27px, 6.4vw, 36px); line-height: 1.24; font-weight: 650;
  letter-spacing: -0.012em; text-wrap: balance; }
p { margin: 0 0 18px; }
a { color: var(--press); }
form { margin: 30px 0 0; }
label { display: block; margin: 0 0 20px; font-weight: 600; }
label small, .quiet { color: var(--soft); font-size: 15px; font-weight: 400; }
input[type="email"], input[type="text"], input[type="url"] { display: block; width: 100%;
  margin-top: 6px; padding: 12px 14px; border: 1px solid var(--line); border-radius: 6px;
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
h1, p { overflow-wrap: break-word; }
@media (min-width: 34rem) { button, .go { width: auto; min-width: 15rem; } .go {
  display: inline-block; } }
</style>`);
