// Every word that setting up says, in English and Chinese. {name} is filled in when it is said.

/** @typedef {"en" | "zh"} Language */

/** @satisfies {Record<string, Record<Language, string>>} */
export const WORDS = {
  hello: {
    en: "Dripsheet {version}, set up on your own Sheet. Stop at any moment with Ctrl-C; the same command goes on.",
    zh: "把 Dripsheet {version} 装进你自己的表格。随时可按 Ctrl-C 停下，再运行同一条命令会接着做。",
  },
  signIn: { en: "Google account", zh: "Google 账号" },
  api: { en: "Apps Script API", zh: "Apps Script API" },
  project: { en: "Sheet and script", zh: "表格与脚本" },
  build: { en: "Build", zh: "构建" },
  push: { en: "Script sent", zh: "送入脚本" },
  deploy: { en: "Web address", zh: "网址" },

  signedIn: { en: "signed in as {email}", zh: "已登录：{email}" },
  signedInUnknown: { en: "signed in", zh: "已登录" },
  signInNow: {
    en: "Sign in with the account that will send the mails. Your browser opens; tick every box and press Continue.",
    zh: "请用将来发信的那个账号登录。浏览器会打开；勾选每一项，再点“继续”。",
  },
  signInByHand: {
    en: "Sign in with the account that will send the mails. Open the address below, tick every box, then copy the address of the page that cannot be shown and paste it here.",
    zh: "请用将来发信的那个账号登录。打开下面的网址，勾选每一项；最后会到一个打不开的页面，把它的网址复制到这里。",
  },
  notSignedIn: { en: "nobody signed in", zh: "没有登录" },
  signInAgain: {
    en: "Run the command again and finish signing in within the browser.",
    zh: "再运行一次，并在浏览器里完成登录。",
  },

  apiOn: { en: "switched on", zh: "已打开" },
  apiOff: { en: "switched off in your account", zh: "你的账号里还没打开" },
  apiOffTodo: {
    en: "Switch it on at https://script.google.com/home/usersettings, wait a minute, and run the command again.",
    zh: "到 https://script.google.com/home/usersettings 打开它，等一分钟，再运行一次。",
  },

  whichSheet: {
    en: "Where is Dripsheet to live?\n  1  in a new Sheet, made now\n  2  in a Sheet or script that is there already\nYour choice [1]: ",
    zh: "装在哪里？\n  1  现在新建一份表格\n  2  已有的表格或脚本\n请选择 [1]：",
  },
  pasteId: {
    en: "In that Sheet choose Extensions ▸ Apps Script and paste the address of the page that opens\n(the Script ID under Project Settings will do, too): ",
    zh: "在那份表格里点 扩展程序 ▸ Apps Script，把打开的页面的网址粘贴到这里\n（“项目设置”里的脚本 ID 也可以）：",
  },
  notAnId: {
    en: "That is neither a script's address nor a Script ID, nor a Sheet's address.",
    zh: "这不是脚本网址、脚本 ID，也不是表格网址。",
  },
  bindToSheet: {
    en: "That is a Sheet's address. A new script is put into it. If it has a script already, answer n and paste the script's address instead. Go on? (y/n) [n]: ",
    zh: "这是表格的网址，会在里面新建一个脚本。如果它已有脚本，请答 n，改为粘贴脚本的网址。继续吗？(y/n) [n]：",
  },
  cutWhileMaking: {
    en: "The last run was cut off while Google was making the Sheet. Look at https://sheets.google.com:\nis there a Sheet “{title}” of that moment? Then paste its address. If not, press Enter: ",
    zh: "上次运行在 Google 新建表格时中断了。请看 https://sheets.google.com：\n有没有那时新建的“{title}”？有就把它的网址粘贴到这里；没有就直接按回车：",
  },
  cutWhileBinding: {
    en: "The last run was cut off while Google was putting a script into the Sheet {sheet}\nOpen it, choose Extensions ▸ Apps Script, and paste the address of the page that opens: ",
    zh: "上次运行在 Google 往表格里放脚本时中断了：{sheet}\n请打开它，点 扩展程序 ▸ Apps Script，把打开的页面的网址粘贴到这里：",
  },
  making: { en: "Making a Sheet and its script …", zh: "正在新建表格和脚本……" },
  binding: { en: "Putting a script into the Sheet …", zh: "正在往表格里放脚本……" },
  made: { en: "made: {sheet}", zh: "已新建：{sheet}" },
  bound: { en: "a script in {sheet}", zh: "脚本已放进 {sheet}" },
  linked: { en: "script {script}", zh: "脚本 {script}" },
  sheetTooFresh: {
    en: "Give that Sheet a title, wait until it says saved, and run the command again; or paste the script's address instead.",
    zh: "给那份表格起个名字，等它显示已保存，再运行一次；或者改为粘贴脚本的网址。",
  },

  looking: { en: "Looking at what is in the script …", zh: "正在查看脚本里的内容……" },
  foreign: {
    en: "That script holds code which is not Dripsheet's: {files}\nDripsheet would replace all of it. A copy lies in {folder}\nReplace it? (y/n) [n]: ",
    zh: "脚本里有不属于 Dripsheet 的代码：{files}\nDripsheet 会全部替换掉。副本存在 {folder}\n要替换吗？(y/n) [n]：",
  },
  foreignKept: {
    en: "other code lies there; nothing was touched",
    zh: "里面有别的代码，什么都没有动",
  },
  foreignTodo: {
    en: "Run the command again to decide anew. For another Sheet, delete {memory} first.",
    zh: "再运行一次可以重新决定。要换一份表格，请先删除 {memory}。",
  },
  sending: { en: "Sending …", zh: "正在送出……" },
  pushed: {
    en: "Code.js and appsscript.json, {size} KB",
    zh: "Code.js 和 appsscript.json，{size} KB",
  },
  upToDate: { en: "as it is here already", zh: "已是最新" },

  deploying: { en: "Publishing …", zh: "正在发布……" },
  deployed: { en: "{version} is what the address shows now", zh: "网址现在显示的是 {version}" },
  deployedAlready: { en: "shows {version} already", zh: "已经是 {version}" },
  whichDeployment: {
    en: "This script has web addresses already. Whichever you choose keeps its address:\n{list}\n  {last}  a new one\nYour choice: ",
    zh: "这个脚本已经有网址。选中的那个网址不变：\n{list}\n  {last}  新建一个\n请选择：",
  },
  deploymentGone: {
    en: "The deployment in {memory} is no longer there. A new one has another address, and links in mails already sent would miss it.\nMake a new one? (y/n) [n]: ",
    zh: "{memory} 里记的那个部署已经不在了。新建的网址不同，已发出的邮件里的链接会失效。\n要新建吗？(y/n) [n]：",
  },
  deploymentGoneSeen: { en: "the deployment is gone", zh: "部署已不在" },

  summary: {
    en: "\nDone.\n\n  Your Sheet     {sheet}\n  Web address    {exec}\n",
    zh: "\n完成。\n\n  你的表格   {sheet}\n  网址       {exec}\n",
  },
  sheetUnknown: {
    en: "open {script} and choose Overview; the Sheet stands under “Container”",
    zh: "打开 {script}，点“概览”，表格在“容器”一栏",
  },
  next: {
    en: "Next:\n  1. Open the Sheet and wait for the menu Dripsheet (reload once if it was open).\n  2. Dripsheet ▸ Set-up ▸ Set up. Google asks for permission: Advanced ▸ Go to Dripsheet, tick every box.\n     If that only asked, choose Set up once more.\n  3. Open the web address once, in the same browser.\n  4. Follow the tab Start here from the top.\n\nFor a new version: the same command again. The address stays.",
    zh: "接下来：\n  1. 打开表格，等菜单 Dripsheet 出现（表格原本开着就刷新一次）。\n  2. Dripsheet ▸ 设置 ▸ 初始化。Google 请求授权：高级 ▸ 转至 Dripsheet，勾选每一项。\n     如果只弹出了授权，再点一次初始化。\n  3. 在同一个浏览器里打开一次上面的网址。\n  4. 从上到下跟着 Start here 工作表做。\n\n更新版本：再运行同一条命令，网址不变。",
  },
  nextUpdate: {
    en: "Next: reload the Sheet. If CHANGELOG.md speaks of new tabs or columns, choose Dripsheet ▸ Set-up ▸ Set up once.",
    zh: "接下来：刷新表格。如果 CHANGELOG.md 提到新的工作表或列，点一次 Dripsheet ▸ 设置 ▸ 初始化。",
  },

  stopped: { en: "Stopped.", zh: "已停下。" },
  goesOn: {
    en: "What is done is kept. The same command goes on here: npm run setup",
    zh: "做完的都已记住。再运行同一条命令，会从这里接着做：npm run setup",
  },
  finishing: {
    en: "One moment: this step is finished first, so that nothing is left half. (Ctrl-C once more: at once)",
    zh: "稍等：先做完这一步，不留下做了一半的东西。（再按一次 Ctrl-C：立即停）",
  },
  noAnswer: { en: "there is nobody to answer", zh: "没有人回答" },
  noAnswerTodo: { en: "Run it in a terminal you can type into.", zh: "请在可以输入的终端里运行。" },

  offline: { en: "Google cannot be reached", zh: "连不上 Google" },
  offlineTodo: {
    en: "Check the connection. Where Google is blocked, this command needs a proxy (HTTPS_PROXY) as well.",
    zh: "检查网络。在访问不了 Google 的地方，这条命令也需要代理（HTTPS_PROXY）。",
  },
  signedOutTodo: {
    en: "Your sign-in has ended. Run: npx clasp login, then this command again.",
    zh: "登录已失效。运行 npx clasp login，再运行这条命令。",
  },
  notFoundTodo: {
    en: "This account sees no such script: is it the right account (npx clasp login changes it)? For another Sheet, delete {memory}.",
    zh: "这个账号看不到该脚本：账号对吗（npx clasp login 可更换）？要换一份表格，请删除 {memory}。",
  },
  refusedTodo: {
    en: "You need to be able to edit that Sheet with this account.",
    zh: "这个账号需要有编辑那份表格的权限。",
  },
  otherTodo: {
    en: "Run the command again in a minute. If it stays so, tell us with this message.",
    zh: "过一分钟再运行一次。还是这样的话，请把这条信息告诉我们。",
  },
  brokenMemory: {
    en: "Correct or delete that file; it only remembers which Sheet is yours.",
    zh: "改正或删除这个文件；它只记着哪份表格是你的。",
  },
};

/** @typedef {keyof typeof WORDS} Saying */
/** @typedef {(saying: Saying, values?: Readonly<Record<string, string>>) => string} Say */

/** @param {Language} language @returns {Say} */
export const speak =
  (language) =>
  (saying, values = {}) =>
    WORDS[saying][language].replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);

/**
 * What the person asked for, else what their system speaks.
 * @param {string | undefined} asked @param {NodeJS.ProcessEnv} env @returns {Language}
 */
export function languageOf(asked, env) {
  const { LC_ALL, LC_MESSAGES, LANG } = env;
  const system = LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale;
  return /^zh/i.test(asked ?? system) ? "zh" : "en";
}
