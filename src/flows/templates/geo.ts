// The words of the GEO flow: the pack at once, one check two days later.
import { letter } from "./letter";

const geo1 = letter("geo_1", {
  move: "structure",
  doubt: "now",
  en: {
    subject: "Your GEO pack, and one sentence to look for",
    whyNow:
      "An answer can only quote what a page states plainly. That is a matter of structure more than of luck or volume, and structure can be checked and changed.",
    costOfNot:
      "Nothing breaks, and that is the difficulty. Every text written on an unclear structure is a text to rework later, and meanwhile somebody else's page becomes the one that is quoted.",
    body: `
Hi {{ name | default: "there" }},

Here is the GEO resource pack you asked for.

[Download the GEO pack]({{ links.download }})

GEO is generative engine optimisation: being found, understood and quoted when somebody puts their question to an AI instead of a list of links.

**Why it is reasonable to look at this now.** {{ why_now }}

**What leaving it costs.** {{ cost_of_not }}

**One step.** Open the page that matters most to you and look for a single sentence that answers your customers' main question and still holds when it stands alone. If it is there, move it to the top. If it is not, you know where to begin.

There is no date on this. The link stays in this mail; come back when you are ready and go on from there, with nothing to explain.

{{ sender.name | default: "" }}
`,
  },
  zh: {
    subject: "你要的 GEO 资料包，以及先找的那一句话",
    whyNow:
      "AI 的回答只能引用页面上已经写清楚的话。这主要是结构问题，不是运气，也不是数量；而结构可以检查，也可以修改。",
    costOfNot:
      "什么都不会马上坏掉，这正是麻烦的地方。结构没有理清，之后写的每一篇都要返工；在这段时间里，被引用的会是别人的页面。",
    body: `
{{ name | default: "你好" }}，

这是你索取的 GEO 资料包。

[下载 GEO 资料包]({{ links.download }})

GEO 是生成式引擎优化：当别人不再翻链接列表、而是直接问 AI 时，让你的内容被找到、被读懂、被引用。

**现在看这件事，为什么合理**：{{ why_now }}

**放着不做的代价**：{{ cost_of_not }}

**只做一步**：打开你最重要的那一页，找一句话：它回答客户最关心的问题，单独拿出来也成立。找到了，就把它移到最前面；找不到，你就知道该从哪里开始。

这件事没有期限。链接就在这封邮件里，准备好了随时回来继续，不需要解释。

{{ sender.name | default: "" }}
`,
  },
});

const geo2 = letter("geo_2", {
  move: "smallest check",
  doubt: "fit",
  en: {
    subject: "A five-minute check: which sources does an AI name?",
    whyNow:
      "It turns a guess into a finding. If you are named, you can leave the subject alone, and for a good reason. If you are not, you see which page stands in that place and how it is built.",
    costOfNot:
      "As long as this is not known, the work goes on, but nobody can say what holds it back: indexing, structure, content strategy or the order of the work. Effort on the wrong layer does not add up.",
    body: `
Hi {{ name | default: "there" }},

Not long ago you asked for the GEO pack. Whether or not you have opened it, here is a check that takes five minutes and rests on nobody's opinion:

1. Write down the question a customer asks just before choosing somebody like you.
2. Put it to two AI assistants.
3. Note which sources they name, and whether you are one of them.

{{ why_now }}

{{ cost_of_not }}

If you were not named, take that one question to the pack and start with the page that should have answered it.

[Open the GEO pack]({{ links.download }})

This is the last mail about the pack. The link stays here; whenever you come back, today or in three months, you go on from the same place, with no explanation and no apology.

{{ sender.name | default: "" }}
`,
  },
  zh: {
    subject: "五分钟检查：AI 会提到哪些来源",
    whyNow:
      "它把猜测变成结论。如果提到了你，这件事可以放下，而且有依据；如果没有，你会看到站在那个位置的是哪个页面、它是怎么写的。",
    costOfNot:
      "这一点不弄清，内容照常在做，却没有人说得清卡在哪一层：收录、结构、内容策略，还是执行顺序。力气用在错的一层，不会累积。",
    body: `
{{ name | default: "你好" }}，

前不久你索取了 GEO 资料包。不管有没有打开，这里有一个五分钟的检查，不依赖任何人的看法：

1. 写下客户在选择你这类服务之前最后会问的那个问题。
2. 拿它去问两个 AI 助手。
3. 记下它们提到了哪些来源，其中有没有你。

{{ why_now }}

{{ cost_of_not }}

如果没有提到你，就带着这一个问题打开资料包，从本该回答它的那一页开始。

[打开 GEO 资料包]({{ links.download }})

这是关于资料包的最后一封邮件。链接一直在这里，今天也好，三个月后也好，回来就从同一个地方继续，不需要解释，也不需要道歉。

{{ sender.name | default: "" }}
`,
  },
});

export const geoTemplates = [...geo1, ...geo2];
