// Templates: the words of every mail, one row per template and language.
import { check } from "./check-column";
import { choice, defineTab, type RowOf, text } from "./column";

export const MOVES = ["smallest check", "structure", "way back"] as const;
export const DOUBTS = ["who", "fit", "now"] as const;

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
    why_now: text(
      "person",
      "Why this step is reasonable now, in a sentence or two. The text shows it where {{ why_now }} stands.",
      "为什么现在做这一步是合理的，一两句话。正文在 {{ why_now }} 处显示。",
      { widthPx: 300 },
    ),
    cost_of_not: text(
      "person",
      "What leaving it costs in structure, in a sentence or two. Shown where {{ cost_of_not }} stands.",
      "不做的结构性代价，一两句话。在 {{ cost_of_not }} 处显示。",
      { widthPx: 300 },
    ),
    move: choice(
      "person",
      MOVES,
      "Which of the three moves the mail makes: the smallest check, judgement by structure, or a way back in.",
      "这封邮件做的是三个动作中的哪一个：最小验证、结构判断、回到系统的入口。",
      { widthPx: 110 },
    ),
    doubt: choice(
      "person",
      DOUBTS,
      "Which doubt it answers: who I am, whether it fits their case, whether it is worth it now.",
      "回答哪个疑问：我是谁、是否匹配、现在值不值。",
      { widthPx: 80 },
    ),
    check,
  },
});

export type TemplateRow = RowOf<typeof templates>;
