// The words of the Lite drip, mails 7 to 10. Mails 8 and 9 come round again for ever, so no word in
// them may depend on when or how often they were sent.
import { letter } from "./letter";

const lite7 = letter("lite_7", {
  move: "smallest check",
  doubt: "fit",
  en: {
    subject: "What your next three tasks take for granted",
    whyNow:
      "A plan is the cheapest place to find a wrong assumption: a line in it can be moved, finished work cannot.",
    costOfNot:
      "An assumption nobody has checked does not stay in one task. Every task after it takes it over, and in the end nobody remembers that it was one.",
    body: `
Hi {{ name | default: "there" }},

Write down the next three things you plan to do for your site, and beside each what it takes for granted:

- A new article takes for granted that the pages you have are found and understood.
- A new design takes for granted that the pages say the right things and only look wrong.
- A second language takes for granted that the first one works.

Then mark what you have never checked.

{{ why_now }}

{{ cost_of_not }}

If nothing is marked, the plan stands; carry on. If the same thing is marked three times, you have found the place to look, and you found it yourself. For everything in between there is Lite: it looks at the assumption and says which layer it belongs to, indexing, structure, content strategy or the order of execution.

[Open the Lite page]({{ links.offer }})

It can wait until you are ready. Come back then, with nothing to explain.

{{ sender.name | default: "" }}
`,
  },
  zh: {
    subject: "接下来三件事，各自默认了什么",
    whyNow: "错误的假设，在计划里发现代价最小：一行字可以挪，做完的工作挪不了。",
    costOfNot:
      "没核对过的假设不会只留在一件事里。后面每一件都会接过去，到最后没人记得它只是个假设。",
    body: `
{{ name | default: "你好" }}，

写下接下来打算为网站做的三件事，再在每一件旁边写下它默认了什么：

- 写一篇新文章，默认现有的页面找得到、看得懂。
- 换一套新设计，默认页面上的话没有问题，只是不好看。
- 加一种语言，默认原来那种语言已经站得住。

然后标出其中从来没有核对过的。

{{ why_now }}

{{ cost_of_not }}

一个也没标出，计划就是稳的，照做即可。三件事标出的是同一处，那就是该先看的地方，你自己已经找到了。介于两者之间，才用得上 Lite：看清这个假设，说出它属于哪一层，是收录、结构、内容策略，还是执行顺序。

[打开 Lite 页面]({{ links.offer }})

可以等到你准备好。到时候回来就行，不需要解释。

{{ sender.name | default: "" }}
`,
  },
});

const lite8 = letter("lite_8", {
  move: "way back",
  doubt: "who",
  en: {
    subject: "What Lite does not do",
    whyNow:
      "A small answer with clear limits can be weighed in a minute: you know beforehand what you would have in your hands and what you would not.",
    costOfNot:
      "An open question has no such limits. As long as it is open, every decision about the site has to allow for four explanations instead of one.",
    body: `
Hi {{ name | default: "there" }},

Whoever offers an answer should also say where it ends. So, plainly:

- Lite promises no ranking and no number of visitors.
- It does not do the work. It says where the work begins.
- It does not replace your judgement. The conclusion comes with its reason, and you may disagree.

What is left is small: one action, and one conclusion, whether it is indexing, structure, content strategy or the order of execution.

{{ why_now }}

{{ cost_of_not }}

If that is too little for you, leaving it is a reasonable decision. If it is the size you need, it is here, now or later: no explanation, no apology, you simply come back.

[Open the Lite page]({{ links.offer }})

{{ sender.name | default: "" }}
`,
  },
  zh: {
    subject: "Lite 不做什么",
    whyNow: "边界清楚的小答案，一分钟就能掂量：会拿到什么，不会拿到什么，事先都知道。",
    costOfNot:
      "悬着的问题没有这样的边界：只要它还悬着，关于网站的每个决定都要同时照顾四种解释，而不是一种。",
    body: `
{{ name | default: "你好" }}，

给答案的人，也该说清答案到哪里为止。所以直接说：

- Lite 不承诺排名，也不承诺流量。
- 它不替你做完工作，只说清工作从哪里开始。
- 它不代替你的判断。结论带着理由，你可以不同意。

剩下的很小：一次行动，一个结论，是收录、结构、内容策略，还是执行顺序。

{{ why_now }}

{{ cost_of_not }}

如果觉得太少，不做就是合理的决定。如果大小正合适，它就在这里，现在或以后都可以，随时回来，不需要解释，也不需要道歉。

[打开 Lite 页面]({{ links.offer }})

{{ sender.name | default: "" }}
`,
  },
});

const lite9 = letter("lite_9", {
  move: "structure",
  doubt: "now",
  en: {
    subject: "Right work in the wrong order",
    whyNow:
      "A change of order costs nothing while the work still lies ahead. It needs no larger budget, only one fixed point to begin from.",
    costOfNot:
      "In the wrong order the same result is paid for twice, and the second bill is hard to see, because it looks like ordinary work.",
    body: `
Hi {{ name | default: "there" }},

Some sites do everything right and pay for it twice, because of the order:

- Writing before the structure is settled: the texts are moved, merged and written again.
- Translating before the original holds: every correction is made once per language.
- Asking for links before the pages are indexed: they lead to pages no search shows.

There is a simple test. Take any two tasks and ask of each: if it came first, would the other force it to be done again? What would have to be done again goes second.

{{ why_now }}

{{ cost_of_not }}

That fixed point is what Lite gives: the layer at which to begin.

[Open the Lite page]({{ links.offer }})

The order can be put right at any time, and the page is there at any time. Come back when you are ready, with nothing to explain.

{{ sender.name | default: "" }}
`,
  },
  zh: {
    subject: "事情都对，顺序不对",
    whyNow: "工作还没开始的时候，换顺序不花钱，也不用加预算，只需要一个确定的起点。",
    costOfNot: "顺序错了，同一个结果要付两遍代价；第二遍很难发现，因为它看起来就是日常工作。",
    body: `
{{ name | default: "你好" }}，

有些网站每件事都做对了，代价却付了两遍，原因在顺序：

- 结构没定就写内容：写好的要搬、要并、要重写。
- 原文没站住就翻译：每改一处，有几种语言就改几遍。
- 页面没收录就找外链：链接指向的，是搜不到的页面。

有一个简单的判断办法。任取两件事，分别问一句：如果先做它，会不会因为另一件而重做？会重做的，放在后面。

{{ why_now }}

{{ cost_of_not }}

Lite 给的就是这个起点：从哪一层开始。

[打开 Lite 页面]({{ links.offer }})

顺序什么时候都能理，页面什么时候都在。准备好了就回来，不需要解释。

{{ sender.name | default: "" }}
`,
  },
});

const lite10 = letter("lite_10", {
  move: "way back",
  doubt: "now",
  en: {
    subject: "Two sentences, and either one settles it",
    whyNow:
      "To finish one of them takes a few minutes and turns an open matter into a decision, whichever way it falls.",
    costOfNot:
      "A matter that stays open is not free: it is weighed again with every plan, and whatever depends on it stays provisional.",
    body: `
Hi {{ name | default: "there" }},

A decision is good when you can say why, to yourself as well. Here are two beginnings. Finish the one that is true:

- “I am having this looked at now, because …”
- “I am leaving it for now, because …, and I will look again when …”

Both are reasonable, as long as the sentence stands without anybody's persuasion.

{{ why_now }}

{{ cost_of_not }}

If it is the second, note down what you are waiting for, and the matter is closed until then. The way back stays open: no explanation, no apology. If it is the first, this is the page.

[Open the Lite page]({{ links.offer }})

{{ sender.name | default: "" }}
`,
  },
  zh: {
    subject: "两句话，补完哪一句都算决定",
    whyNow: "补完其中一句只要几分钟，一件悬着的事就成了决定，不管落在哪一边。",
    costOfNot: "悬着的事并非没有成本：每次做计划都要重新掂量一遍，凡是依赖它的，也都只能是暂定。",
    body: `
{{ name | default: "你好" }}，

一个决定好不好，看你能不能说出为什么，包括对自己说。这里有两个开头，把真实的那一句补完：

- “我现在就把这件事弄清楚，因为……”
- “我先放着，因为……；等到……的时候再看。”

只要不靠别人劝也站得住，哪一句都合理。

{{ why_now }}

{{ cost_of_not }}

如果是第二句，记下你在等什么，这件事就可以先放下。入口一直开着，随时可以回来，不需要解释，也不需要道歉。如果是第一句，页面在这里。

[打开 Lite 页面]({{ links.offer }})

{{ sender.name | default: "" }}
`,
  },
});

export const liteTemplates7To10 = [...lite7, ...lite8, ...lite9, ...lite10];
