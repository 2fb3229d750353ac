// Register: where people's data is kept and where it goes, for the owner and for the public page built from it.
import { choice, defineTab, type RowOf, text } from "./column";

export const register = defineTab({
  name: "Register",
  place: "back",
  about: {
    en: "Where people's data is kept and goes. The page ?p=privacy, linked from every mail, shows what is YES. A beginning: check every row against your own business.",
    zh: "个人数据存放在哪里、流向哪里。每封邮件都链接到 ?p=privacy 页面，页面显示 shown 为 YES 的行。这只是初稿：请逐行对照自己的业务核对。",
  },
  idColumn: "entry",
  columns: {
    entry: text("person", "Short name of the row.", "简称。", { widthPx: 80 }),
    shown: choice(
      "person",
      ["YES", "NO"],
      "YES: the public page shows this row. Rows of regions begin with NO: check them first.",
      "YES：公开页面显示此行。地区各行默认为 NO：请先核对。",
      { widthPx: 70 },
    ),
    kind: choice(
      "person",
      ["place", "region"],
      "place: where data lies or goes. region: what readers of a region are told besides.",
      "place：数据存放或流向的地方。region：对某地区读者的补充说明。",
      { widthPx: 80 },
    ),
    place: text(
      "person",
      "The service and whose it is; or the region.",
      "服务及其提供者；或地区。",
      {
        widthPx: 200,
      },
    ),
    what: text(
      "person",
      "Whose data, and which; or what to tell.",
      "谁的、哪些数据；或要说明的内容。",
      {
        widthPx: 320,
      },
    ),
    purpose: text("person", "What for.", "目的。", { widthPx: 220 }),
    basis: text("person", "Legal basis.", "法律依据。", { widthPx: 220 }),
    kept: text(
      "person",
      "How long. Empty: by Settings keep.",
      "保存多久。空：按 Settings 的 keep。",
      { widthPx: 200 },
    ),
    where: text(
      "person",
      "In which country, and what guards it on the way there.",
      "在哪个国家；跨境传输的保障。",
      { widthPx: 260 },
    ),
    contact: text("person", "Address or link to ask.", "联系方式或链接。", { widthPx: 220 }),
  },
});

export type RegisterRow = RowOf<typeof register>;
