// The words of the Lite drip, mails 4 to 6. Mails 5 and 6 come round again for ever, so no word in
// them may depend on when or how often they were sent.
import { letter } from "./letter";

const lite4 = letter("lite_4", {
  move: "structure",
  doubt: "who",
  en: {
    subject: "Three questions to put to any diagnosis",
    whyNow:
      "A judgement that can be tested needs no trust in advance: you see what it rests on and decide for yourself.",
    costOfNot:
      "Advice that cannot be tested is followed in parts. Afterwards nobody can say which part did anything, and the next decision starts from nothing.",
    body: `
Hi {{ name | default: "there" }},

You have no particular reason to trust my view of your site. You need none, if the view can be tested. Three questions are enough, whoever gives it:

1. **What was looked at?** A judgement that names no page would fit any site.
2. **What would show it to be wrong?** If nothing could, it says nothing.
3. **What comes first, and what is left out?** Forty recommendations are a way of not choosing.

{{ why_now }}

{{ cost_of_not }}

Put the same questions to Lite. Its answer is short: one conclusion, the layer it concerns, the step that follows from it.

[Open the Lite page]({{ links.offer }})

If the answers speak against it, that is a good reason to leave it. Should it look different later, come back; there is nothing to explain.

{{ sender.name | default: "" }}
`,
  },
  zh: {
    subject: "任何诊断，都可以先问三个问题",
    whyNow: "能检验的判断，不需要你事先相信：依据看得到，你自己就能决定。",
    costOfNot:
      "不能检验的建议，往往只照做一部分；事后没人说得清哪一部分起了作用，下一次决定又从零开始。",
    body: `
{{ name | default: "你好" }}，

你没有什么理由先相信我对你网站的看法。其实也不需要，只要这个看法经得起检验。不管是谁给的诊断，三个问题就够：

1. **看了什么？** 说不出看的是哪一页的判断，放到哪个网站上都成立。
2. **什么情况能说明它错了？** 如果没有任何情况能，它就什么也没说。
3. **先做什么，不做什么？** 一口气给四十条建议，等于没有取舍。

{{ why_now }}

{{ cost_of_not }}

这三个问题，也可以拿来问 Lite。它的回答很短：一个结论，属于哪一层，接着做哪一步。

[打开 Lite 页面]({{ links.offer }})

如果问下来的结果是不做，那就有了不做的理由。以后想法变了再回来，不需要解释。

{{ sender.name | default: "" }}
`,
  },
});

const lite5 = letter("lite_5", {
  move: "way back",
  doubt: "now",
  en: {
    subject: "Three cases in which to leave Lite alone",
    whyNow:
      "If none of the three is yours, nothing has to happen before the question can be answered: what is looked at is the site as it stands.",
    costOfNot:
      "What is added while the question is open rests on a layer nobody has checked, and becomes part of what has to be sorted out later.",
    body: `
Hi {{ name | default: "there" }},

There are good reasons not to do Lite. Three of them:

- The site is about to be rebuilt. A conclusion about the old one would not outlive it.
- Your customers come neither by search nor by an AI's answer, and need not. Then this is not where you are stuck.
- You know the layer and are at work on it. Finish that.

{{ why_now }}

{{ cost_of_not }}

If one of the three is yours, leaving it is the right decision. The way back stays open: when the case has passed, you go on here from the same place, with no explanation and no apology.

[Open the Lite page]({{ links.offer }})

{{ sender.name | default: "" }}
`,
  },
  zh: {
    subject: "三种情况下，先不必做 Lite",
    whyNow: "如果三种都不是，就没有什么需要先等：要看的，就是网站现在的样子。",
    costOfNot:
      "问题还悬着的时候，新加的东西都建在没有核对过的一层上，以后都会变成要一起整理的部分。",
    body: `
{{ name | default: "你好" }}，

有些时候，不做 Lite 是对的。至少有这三种：

- 网站即将重做。旧站的结论，带不到新站上。
- 客户不从搜索或 AI 的回答里来，也不需要从那里来。那么，你卡住的地方不在这里。
- 你知道卡在哪一层，而且正在做。先把它做完。

{{ why_now }}

{{ cost_of_not }}

如果正是其中一种，放下就是对的决定。入口一直开着：等情况过去再回来，从同一个地方继续，不需要解释，也不需要道歉。

[打开 Lite 页面]({{ links.offer }})

{{ sender.name | default: "" }}
`,
  },
});

const lite6 = letter("lite_6", {
  move: "structure",
  doubt: "fit",
  en: {
    subject: "Ten pages, and the question each one answers",
    whyNow:
      "Whoever searches, person or machine, arrives with a question. Pages set against questions show the site as it looks from outside, and a sheet of paper is enough for that.",
    costOfNot:
      "Without that list, each new text makes one of the three patterns firmer. Undoing it later means moving pages that others already link to.",
    body: `
Hi {{ name | default: "there" }},

Take ten of your pages and write beside each the one question it answers, in a customer's words. A quarter of an hour shows whether one of three patterns is there:

- **One question, two pages.** They compete, and neither is the obvious one to quote.
- **A page, no question.** It speaks about you, and nobody comes looking for it.
- **A question, no page.** Customers ask it, and somebody else answers.

{{ why_now }}

{{ cost_of_not }}

If the list is clean, content is not where you are stuck, and that alone is worth knowing. If it is not, you know what is wrong there, but not yet whether it comes first. That second half is what Lite settles.

[Open the Lite page]({{ links.offer }})

The list keeps, and so does the way back. Come when you are ready, with nothing to explain.

{{ sender.name | default: "" }}
`,
  },
  zh: {
    subject: "十个页面，各自回答哪个问题",
    whyNow:
      "不管是人还是机器，都是带着问题来的。把页面和问题对一遍，看到的就是网站在外人眼里的样子，一张纸就够。",
    costOfNot:
      "没有这张表，每写一篇，都会让其中一种情况更牢固；以后再改，要动的是别人已经链接的页面。",
    body: `
{{ name | default: "你好" }}，

挑十个页面，在每一页旁边写下它回答的那一个问题，用客户自己的话。一刻钟，就能看出有没有这三种情况：

- **一个问题，两个页面**：互相竞争，哪一页都不是最该被引用的。
- **有页面，没有问题**：只在介绍自己，没有人会来找它。
- **有问题，没有页面**：客户在问，别人在答。

{{ why_now }}

{{ cost_of_not }}

如果这张表很干净，说明你没有卡在内容上，知道这一点就有用。如果不干净，你就知道乱在哪里了，但还不知道该不该先处理它。后面这一半，由 Lite 来定。

[打开 Lite 页面]({{ links.offer }})

表可以先留着，入口也一样。准备好了就来，不需要解释。

{{ sender.name | default: "" }}
`,
  },
});

export const liteTemplates4To6 = [...lite4, ...lite5, ...lite6];
