// Regions: what the law of a region asks of marketing mail to its readers. Chosen by name in Settings.
import { choice, defineTab, integer, type RowOf, text } from "./column";

export const regions = defineTab({
  name: "Regions",
  place: "back",
  about: {
    en: "What a region asks of marketing mail; holds once Settings regions names it.",
    zh: "各地区对营销邮件的要求；在 Settings 的 regions 中写上名称后生效。",
  },
  idColumn: "region",
  columns: {
    region: text("person", "Short name of the region.", "地区代号。", { widthPx: 80 }),
    about: text("person", "What it rests on.", "依据。", { widthPx: 300 }),
    readers: text(
      "person",
      "Whom it is for: zones (Asia/Shanghai, or Europe/ for all of them), phone prefixes (+86), endings of addresses (.cn). Separated by commas; of several rows the upper one holds.",
      "适用对象：时区（Asia/Shanghai，或 Europe/ 表示全部）、电话前缀（+86）、邮箱结尾（.cn），逗号分隔；多行符合时取最上面一行。",
      { widthPx: 260 },
    ),
    subject_mark: text(
      "person",
      "Stands before the subject of marketing mails, e.g. AD.",
      "写在营销邮件标题前，例如 AD 或 广告。",
      { widthPx: 100 },
    ),
    postal_address: text(
      "person",
      "Your address as these readers see it. Empty: that of Settings, which every marketing mail carries.",
      "此地区邮件显示的通讯地址。空：用 Settings 中的地址，每封营销邮件都会写。",
      { widthPx: 220 },
    ),
    age_of_consent: integer(
      "person",
      "Whoever is younger cannot agree alone: marketing stops for readers whose Contacts tags name a lower age, e.g. age:15.",
      "未满此年龄不能自行同意：Contacts 的 tags 写有更小年龄（例如 age:15）的人不收营销邮件。",
    ),
    double_opt_in: choice(
      "person",
      ["YES", "NO"],
      "YES: consent counts once it is confirmed: marketing waits for the button in a mail, or until Contacts tags say confirmed.",
      "YES：同意需经确认才算数：对方点击邮件中的按钮，或 Contacts 的 tags 写上 confirmed 之后，才发营销邮件。",
      { widthPx: 90 },
    ),
  },
});

export type RegionRow = RowOf<typeof regions>;
