// Templates: the words of every mail, one row per template and language.
import { check } from "./check-column";
import { defineTab, type RowOf, text } from "./column";

export const templates = defineTab({
  name: "Templates",
  place: "front",
  about: {
    en: "The words of every mail: plain text, [links](https://…) and {{ values }}.",
    zh: "每封邮件的文字：纯文本、[链接](https://…) 和 {{ 变量 }}。",
  },
  idColumn: "row",
  columns: {
    row: text("person", "Name of this line: template and language.", "本行代号：模板加语言。"),
    template: text("person", "Name of the template.", "模板名。"),
    locale: text("person", "Language of this text: en, zh …", "语言：en、zh …", { widthPx: 70 }),
    subject: text("person", "The subject line.", "邮件标题。", { widthPx: 280 }),
    body: text(
      "person",
      'The text. Empty lines part paragraphs. {{ name | default: "there" }} falls back when the name is empty.',
      '正文。空行分段。{{ name | default: "你好" }} 在没有名字时使用后备文字。',
      { widthPx: 520 },
    ),
    check,
  },
});

export type TemplateRow = RowOf<typeof templates>;
