// Puts the page together: every part draws itself, then the watching starts.
import { hear, tell } from "./bus.js";
import { showCellLine } from "./cell-line.js";
import { showClock } from "./clock.js";
import { button, byId, fill } from "./dom.js";
import { showGrid } from "./grid.js";
import { showHelp } from "./help.js";
import { followLinks } from "./links.js";
import { showLog } from "./log.js";
import { showMenu } from "./menu.js";
import { showMonth } from "./month.js";
import { showOutbox } from "./outbox.js";
import { showRail } from "./rail.js";
import { showRowMenu } from "./row-menu.js";
import { showSaid } from "./said.js";
import { listenToFolds } from "./sheet-acts.js";
import { showSide } from "./side.js";
import { showSplitter } from "./splitter.js";
import { showTabMenu } from "./tab-menu.js";
import { showTabs } from "./tabs.js";
import { showTry } from "./try.js";
import { showViews } from "./views-bar.js";
import { showWalk } from "./walk.js";
import { startWatching } from "./watch.js";
import { showWindows } from "./windows.js";
import { chooseLanguage, followServer, language, setLanguage } from "./words.js";
import { followWorld } from "./world.js";

for (const show of [
  showSaid,
  showClock,
  showRail,
  showTabs,
  showViews,
  showGrid,
  showCellLine,
  showSide,
  showSplitter,
  showOutbox,
  showMonth,
  showWalk,
  showTry,
  showLog,
  showMenu,
  showRowMenu,
  showTabMenu,
  listenToFolds,
  showWindows,
  followWorld,
  showHelp,
  followLinks,
]) {
  show();
}

hear("language", () => {
  const names = /** @type {const} */ ([
    ["en", "English"],
    ["zh", "中文"],
  ]);
  fill(
    byId("language"),
    ...names.map(([code, name]) =>
      button(name, () => chooseLanguage(code), {
        lang: code === "zh" ? "zh-CN" : "en",
        "aria-pressed": String(language() === code),
      }),
    ),
  );
});

followServer();
setLanguage(language());
await startWatching();
tell("refresh");
