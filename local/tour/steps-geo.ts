// The first half of the walk: what is there, a form comes in, two mails go out.
import {
  cell,
  findMails,
  findMention,
  findRow,
  moveJustBefore,
  nextTick,
  placeOf,
  placeOfMail,
  seen,
} from "./look.ts";
import { type Finding, finding, type Step, type Walk } from "./step.ts";
import { sendForm } from "./visitor.ts";

const twoDaysMs = 48 * 3_600_000;
const toleranceMs = 1_000;
const frontTabs = ["Start here", "Queue", "Contacts", "Templates", "Offers", "Settings"];
const timers = ["jobs.tick", "jobs.watch", "jobs.edit"];

export const geoSteps: readonly Step[] = [
  {
    id: "start",
    title: { en: "A workbook that is ready", zh: "一份准备就绪的工作簿" },
    before: {
      en: "Dripsheet lives in a spreadsheet. In front are the tabs you read; the grey ones at the right are its records. Three timers were installed by “Set up”: one each minute, one each hour, one for your own edits.",
      zh: "Dripsheet 住在一份电子表格里。前面是给你看的工作表，右边灰色的是它的记录。“初始化”已安装三个定时器：每分钟一个、每小时一个、还有一个留意你的编辑。",
    },
    button: { en: "Look at it", zh: "看一看" },
    act: lookAtStart,
  },
  {
    id: "form",
    title: { en: "A visitor asks for the download", zh: "一位访客索取下载" },
    before: {
      en: "Lin fills in your form. The door does the least it can: it checks the post, appends one row to Events, and answers. No mail yet; nothing can be lost here.",
      zh: "林女士填了你的表单。入口只做最少的事：检查、在 Events 追加一行、回答。此时还不发邮件，也没有什么会丢。",
    },
    button: { en: "Send the form as Lin", zh: "以林女士的身份提交" },
    act: sendFirstForm,
  },
  {
    id: "tick",
    title: { en: "The next tick writes the first mail", zh: "下一次定时任务发出第一封邮件" },
    before: {
      en: "Each minute a batch reads what happened. It makes Lin a contact, puts her in the Queue, sends the mail with the download, and writes when the next one is due.",
      zh: "每分钟一批，读取发生了什么：把林女士记为联系人，放进 Queue，发出带下载链接的邮件，并写下下一封的时间。",
    },
    button: { en: "Let the minute pass", zh: "让这一分钟过去" },
    act: letMailOneGo,
  },
  {
    id: "two-days",
    title: { en: "48 hours later", zh: "48 小时之后" },
    before: {
      en: "The second mail is due 48 hours after the first one really went. Not a minute before; then the row is done.",
      zh: "第二封邮件在第一封真正发出的 48 小时之后到期，一分钟也不提前；然后这一行就完成了。",
    },
    button: { en: "Wait two days", zh: "等两天" },
    act: letMailTwoGo,
  },
];

async function lookAtStart(walk: Walk): Promise<readonly Finding[]> {
  const [names, status, settings] = await Promise.all([
    walk.control.sheetNames(),
    walk.control.status(),
    walk.control.rows("Settings"),
  ]);
  const setting = (key: string) => settings.find(({ cells }) => cells.key === key);
  const handlers = status.triggers.map((trigger) => trigger.handler);
  const once = timers.every(
    (timer) => handlers.filter((handler) => handler === timer).length === 1,
  );
  const mode = setting("mode");
  const sending = setting("sending");
  return [
    finding(
      frontTabs.every((tab) => names.includes(tab)),
      { en: "The tabs are there.", zh: "工作表都在。" },
      { seen: names.join(" · ") },
    ),
    finding(
      once,
      { en: "Each timer is installed exactly once.", zh: "每个定时器恰好安装一次。" },
      { seen: handlers.join(" · ") },
    ),
    finding(
      cell(mode, "value") === "LIVE" && cell(sending, "value") === "ON",
      {
        en: "Sending is on. Here “live” means a folder on this computer.",
        zh: "发送已开启。在这里，“正式”指的是这台电脑上的一个文件夹。",
      },
      {
        seen: `mode ${cell(mode, "value")} · sending ${cell(sending, "value")}`,
        ...placeOf("Settings", sending),
      },
    ),
  ];
}

async function sendFirstForm(walk: Walk): Promise<readonly Finding[]> {
  const name = walk.language === "zh" ? "林薇" : "Lin";
  const status = await sendForm(walk, "geo", { email: walk.leads.first, name });
  const event = await findMention(walk, "Events", walk.leads.first);
  return [
    finding(
      status === 200,
      { en: "She sees a thank-you page with the download.", zh: "她看到带下载链接的致谢页。" },
      { seen: `HTTP ${status}`, place: { kind: "page", path: "/exec?p=geo" } },
    ),
    finding(
      event !== undefined,
      { en: "Events has her row.", zh: "Events 里有了她的一行。" },
      { seen: seen(event, ["type", "who", "outcome"]), ...placeOf("Events", event) },
    ),
  ];
}

async function letMailOneGo(walk: Walk): Promise<readonly Finding[]> {
  await nextTick(walk);
  const contact = await findRow(walk, "Contacts", walk.leads.first);
  const row = await findRow(walk, "Queue", walk.leads.first);
  const mails = await findMails(walk, walk.leads.first);
  const settings = await walk.control.rows("Settings");
  const download = settings.find(({ cells }) => cells.key === "geo_download_url");
  const link = cell(download, "value");
  const waitMs = Date.parse(cell(row, "next_at")) - Date.parse(cell(row, "first_sent_at"));
  return [
    finding(
      contact !== undefined,
      { en: "Lin is a contact.", zh: "林女士成了联系人。" },
      { seen: seen(contact, ["email", "name", "source"]), ...placeOf("Contacts", contact) },
    ),
    finding(
      mails.length === 1 && link !== "" && mails[0]?.text.includes(link) === true,
      { en: "Mail 1 went, with the download link.", zh: "第一封邮件已发出，带着下载链接。" },
      { seen: mails[0]?.subject ?? "–", ...placeOfMail(mails[0]) },
    ),
    finding(
      cell(row, "status") === "ACTIVE" && Math.abs(waitMs - twoDaysMs) <= toleranceMs,
      {
        en: "Her row in the Queue says where she is and when the next mail goes: 48 h after the first.",
        zh: "Queue 里她的一行写明走到哪里、下一封何时发出：第一封之后 48 小时。",
      },
      { seen: seen(row, ["status", "stage", "next_at", "why"]), ...placeOf("Queue", row) },
    ),
  ];
}

async function letMailTwoGo(walk: Walk): Promise<readonly Finding[]> {
  const due = cell(await findRow(walk, "Queue", walk.leads.first), "next_at");
  if (due !== "") await moveJustBefore(walk, due);
  const early = await findMails(walk, walk.leads.first);
  await walk.control.move({ advance: "PT4M" });
  await letNightPass(walk, due);
  const mails = await findMails(walk, walk.leads.first);
  const row = await findRow(walk, "Queue", walk.leads.first);
  return [
    finding(early.length === 1, {
      en: "A minute before the hour: still one mail.",
      zh: "到点前一分钟：仍只有一封邮件。",
    }),
    finding(
      mails.length === 2,
      { en: "Then mail 2 went.", zh: "随后第二封邮件发出。" },
      { seen: mails[1]?.subject ?? "–", ...placeOfMail(mails[1]) },
    ),
    finding(
      cell(row, "status") === "DONE" && cell(row, "next_at") === "",
      { en: "The row is DONE; nothing more is due.", zh: "这一行是 DONE，不再有待发的邮件。" },
      { seen: seen(row, ["status", "next_at", "why"]), ...placeOf("Queue", row) },
    ),
  ];
}

/** Whoever walks in the evening meets quiet hours: the mail waits for the morning. */
async function letNightPass(walk: Walk, due: string): Promise<void> {
  const heldUntil = cell(await findRow(walk, "Queue", walk.leads.first), "next_at");
  if (heldUntil === "" || heldUntil === due) return;
  await moveJustBefore(walk, heldUntil);
  await walk.control.move({ advance: "PT4M" });
}
