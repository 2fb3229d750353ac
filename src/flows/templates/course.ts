// The words that hand over the SEO system course.
import { letter } from "./letter";

export const courseTemplates = letter("course_delivery", {
  move: "structure",
  doubt: "fit",
  en: {
    subject: "Your SEO system course: the way in, where to begin",
    whyNow:
      "It is built as a system: each part uses what the one before it has settled, so going in order is the shortest way through.",
    costOfNot:
      "Parts picked out singly give techniques without the place they belong to, and they do not add up.",
    body: `
Hi {{ name | default: "there" }},

Your payment has arrived. Thank you; this is the SEO system course.

[Open the course]({{ links.delivery }})

Begin with the first part. {{ why_now }} {{ cost_of_not }}

The pace is yours. The link stays in this mail; after a break you come back and go on, with nothing to explain.

{{ sender.name | default: "" }}
`,
  },
  zh: {
    subject: "SEO 系统课：入口，以及从哪里开始",
    whyNow: "课程是按系统搭建的：每一部分都用到前一部分定下来的东西，所以按顺序走就是最短的路。",
    costOfNot: "单独挑几节看，得到的是技巧，却不知道它该放在哪里，也就累积不起来。",
    body: `
{{ name | default: "你好" }}，

已收到你的付款，谢谢。这是 SEO 系统课。

[打开课程]({{ links.delivery }})

从第一部分开始。{{ why_now }}{{ cost_of_not }}

节奏由你定。链接就在这封邮件里，停一段时间再回来，接着学就好，不需要解释。

{{ sender.name | default: "" }}
`,
  },
});
