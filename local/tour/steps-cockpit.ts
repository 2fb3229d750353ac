// The walk's look at the cockpit: a cell that acts and explains, and the reader's own way back.
import {
  cell,
  findMails,
  findRow,
  nextTick,
  placeOf,
  placeOfMail,
  seen,
  threeDaysPass,
} from "./look.ts";
import { linksOf, readForm } from "./pages.ts";
import { type Finding, finding, type Step, type Walk } from "./step.ts";
import { sendForm } from "./visitor.ts";

export const cockpitSteps: readonly Step[] = [
  {
    id: "cockpit",
    title: { en: "You hold the wheel", zh: "方向盘在你手里" },
    before: {
      en: "Mia got mail 1, and you want to talk to her first. In do, at the right of her row, you choose hold; explain asks why nothing goes; release lets it go on. The same stands in the menu (Row ▾, or a right click), with more room for the explanation.",
      zh: "米娅收到了第一封邮件，而你想先和她谈谈。在她那一行右侧的 do 里选 hold（暂停）；选 explain（解释）可问为什么不发；选 release（恢复）就继续。菜单里也有同样的操作（“这一行 ▾”或右键），解释得更详细。",
    },
    button: { en: "Hold, explain, release", zh: "暂停、解释、恢复" },
    act: holdAndRelease,
  },
  {
    id: "back",
    title: { en: "Readers have a way back", zh: "读者有自己的自助页面" },
    before: {
      en: "At the end of each mail stands a link of the reader's own. Rui follows it: the page says where he stands, and he pauses for 30 days. Later he follows the same link again and goes on, with nothing to explain.",
      zh: "每封邮件末尾都有读者自己的链接。睿打开它：页面写明他走到哪里，他选择暂停 30 天。之后他再次打开同一个链接，继续接收，不需要任何解释。",
    },
    button: { en: "Pause as Rui, then go on", zh: "以睿的身份暂停，再继续" },
    act: pauseAndGoOn,
  },
];

const rowColumns = ["status", "next_at", "why"];

async function holdAndRelease(walk: Walk): Promise<readonly Finding[]> {
  const email = walk.leads.held;
  await sendForm(walk, "geo", { email, name: walk.language === "zh" ? "米娅" : "Mia" });
  await nextTick(walk);
  const held = await choose(walk, email, "hold");
  await threeDaysPass(walk);
  const during = await findMails(walk, email);
  const explained = await choose(walk, email, "explain");
  const released = await choose(walk, email, "release");
  await nextTick(walk);
  const after = await findMails(walk, email);
  return [
    finding(
      cell(held, "status") === "PAUSED" && cell(held, "do") === "",
      {
        en: "You chose hold: the row is PAUSED, and the cell is empty again.",
        zh: "你选了 hold：这一行是 PAUSED，格子又空了。",
      },
      { seen: seen(held, rowColumns), ...placeOf("Queue", held) },
    ),
    finding(during.length === 1, {
      en: "Three days later: still only mail 1, although mail 2 was due.",
      zh: "三天之后：虽然第二封已到期，仍只有第一封。",
    }),
    finding(
      cell(explained, "why").includes("release"),
      {
        en: "You chose explain: why names what would make it go.",
        zh: "你选了 explain：why 写明怎样才会继续。",
      },
      { seen: cell(explained, "why"), ...placeOf("Queue", explained) },
    ),
    finding(
      cell(released, "status") === "ACTIVE" && after.length === 2,
      {
        en: "You chose release: the row is ACTIVE, and mail 2 went at the next tick.",
        zh: "你选了 release：这一行是 ACTIVE，第二封在下一次定时任务发出。",
      },
      { seen: after[1]?.subject ?? "–", ...placeOfMail(after[1]) },
    ),
  ];
}

async function pauseAndGoOn(walk: Walk): Promise<readonly Finding[]> {
  const email = walk.leads.returner;
  await sendForm(walk, "geo", { email, name: walk.language === "zh" ? "睿" : "Rui" });
  await nextTick(walk);
  const [first] = await findMails(walk, email);
  const query = linksOf(first ? [first] : [], "back")[0] ?? "";
  const opened = await walk.control.page(query);
  const before = await findRow(walk, "Contacts", email);
  await wish(walk, query, "pause");
  const paused = await findRow(walk, "Contacts", email);
  await threeDaysPass(walk);
  const during = await findMails(walk, email);
  await wish(walk, query, "on");
  const back = await findRow(walk, "Contacts", email);
  await threeDaysPass(walk);
  const after = await findMails(walk, email);
  return [
    finding(
      opened.includes("<form") && cell(before, "paused_until") === "",
      {
        en: "The link opens his page; opening it changed nothing.",
        zh: "链接打开他的页面；仅仅打开，什么也没改变。",
      },
      { place: { kind: "page", path: `/exec?${query}` } },
    ),
    finding(
      cell(paused, "paused_until") !== "" && during.length === 1,
      {
        en: "He paused: Contacts says until when, and three days later no mail more.",
        zh: "他暂停了：Contacts 写明到何时，三天之后没有再发。",
      },
      { seen: seen(paused, ["paused_until"]), ...placeOf("Contacts", paused) },
    ),
    finding(
      cell(back, "paused_until") === "" && after.length > 1,
      { en: "He went on, and mail 2 came.", zh: "他选择继续，第二封邮件来了。" },
      { seen: after[1]?.subject ?? "–", ...placeOfMail(after[1]) },
    ),
  ];
}

/** As a person chooses it from the dropdown in the row. */
async function choose(walk: Walk, email: string, value: string) {
  const row = await findRow(walk, "Queue", email);
  if (row) await walk.control.edit("Queue", { row: row.row, column: "do", value });
  return findRow(walk, "Queue", email);
}

/** Each press comes from the page as it stands then. */
async function wish(walk: Walk, query: string, w: string): Promise<void> {
  const { query: to, fields } = readForm(await walk.control.page(query));
  const { to: _other, ...own } = fields;
  await walk.control.visitorPosts(to, { ...own, w });
  await nextTick(walk);
}
