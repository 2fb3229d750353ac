// The words of the Lite drip, mails 1 to 3. Mail 1 goes when the price has just changed; 2 and 3
// come round again for ever, so no word in them may depend on when or how often they were sent.
import { letter } from "./letter";

const lite1 = letter("lite_1", {
  move: "smallest check",
  doubt: "now",
  en: {
    subject: "Do you need Lite at all? One sentence decides",
    whyNow:
      "Trying to finish it takes a minute and tells you whether there is anything to buy. If it will not come, one conclusion is worth more than one more list.",
    costOfNot:
      "A suspicion nobody tests becomes a plan, and the plan becomes months of work whose starting point was never checked.",
    body: `
Hi {{ name | default: "there" }},

Before you think about Lite, try to finish this sentence:

“My site is held back by …, and I can tell by ….”

- If both gaps fill, you do not need Lite. You have your conclusion; begin there.
- If only the first fills, you have a suspicion.
- If neither does, you have a list of things one could do, and no reason to prefer one of them.

{{ why_now }}

{{ cost_of_not }}

Lite fills both gaps with one action: which of the four it is (indexing, structure, content strategy, order of execution), and how one can tell. {% if offer.price and offer.deadline %}It costs {{ offer.price }} until {{ offer.deadline }}.{% elsif offer.price and offer.price == offer.price_after %}The lower price ended on its date; Lite now costs {{ offer.price }}, and no further date is set.{% elsif offer.price %}It costs {{ offer.price }}.{% endif %}

[Open the Lite page]({{ links.offer }})

You can come back to it at any time, with nothing to explain and nothing to apologise for.

{{ sender.name | default: "" }}
`,
  },
  zh: {
    subject: "需不需要 Lite，一句话就能判断",
    whyNow: "补这句话只要一分钟，补完就知道有没有必要买。如果补不出来，一个结论比多一张清单有用。",
    costOfNot: "没人验证的猜测会变成计划，计划会变成几个月的工作，而起点从来没有核对过。",
    body: `
{{ name | default: "你好" }}，

考虑 Lite 之前，先试着补完这句话：

“我的网站卡在……，我是从……看出来的。”

- 两处都填得出：你不需要 Lite。结论已经有了，从那里开始就好。
- 只填得出前一处：那是猜测。
- 两处都填不出：你手里是一张“可以做的事”的清单，却没有理由先做其中哪一件。

{{ why_now }}

{{ cost_of_not }}

Lite 用一次行动补上这两处：卡在收录、结构、内容策略、执行顺序中的哪一层，依据又是什么。{% if offer.price and offer.deadline %}{{ offer.deadline }}之前，价格是 {{ offer.price }}。{% elsif offer.price and offer.price == offer.price_after %}较低的价格已在约定的日期结束，Lite 现在是 {{ offer.price }}，没有新的截止日期。{% elsif offer.price %}价格是 {{ offer.price }}。{% endif %}

[打开 Lite 页面]({{ links.offer }})

什么时候回来都可以，不需要解释，也不需要道歉。

{{ sender.name | default: "" }}
`,
  },
});

const lite2 = letter("lite_2", {
  move: "structure",
  doubt: "fit",
  en: {
    subject: "Four layers, and the sign that gives each away",
    whyNow:
      "In the figures the four look alike; the work they need is entirely different. Telling them apart is therefore the part that comes before any other.",
    costOfNot:
      "Take one for another, and the work gets finished without moving anything. The next plan then starts from a false conclusion.",
    body: `
Hi {{ name | default: "there" }},

“The site does nothing for us” can mean four different things. Each has a sign you can look for yourself:

- **Indexing.** The page exists, but a search for its own title does not bring it up.
- **Structure.** It comes up, and after ten seconds on it one cannot say which question it answers.
- **Content strategy.** Every page is clear, and answers what customers do not ask.
- **Order of execution.** Each single thing is right, but the next begins before the one before it holds.

{{ why_now }}

{{ cost_of_not }}

If one of the four is plainly yours, begin there; you need nobody for that. If two seem to fit, the one further up comes first. And if you would rather have it looked at from outside, that is the whole of Lite.

[Open the Lite page]({{ links.offer }})

The page is there whenever you are ready. Nobody counts the weeks, and there is nothing to explain.

{{ sender.name | default: "" }}
`,
  },
  zh: {
    subject: "四层问题，各有一个看得见的信号",
    whyNow: "这四件事在数据上看起来差不多，要做的工作却完全不同，所以动手之前，先要把它们分清。",
    costOfNot: "认错了一层，工作照样会做完，结果却没有变化；下一份计划，又会从这个错误的结论出发。",
    body: `
{{ name | default: "你好" }}，

“网站没有效果”，其实可能是四件不同的事。每一件都有一个信号，自己就能看：

- **收录**：页面在，但拿它自己的标题去搜，搜不出来。
- **结构**：搜得到，可是看了十秒，还是说不清它回答什么问题。
- **内容策略**：每一页都清楚，答的却不是客户会问的。
- **执行顺序**：单看每件事都对，但前一件还没站住，后一件就开始了。

{{ why_now }}

{{ cost_of_not }}

如果其中一条明显就是你，从那里开始，不需要找任何人。如果有两条都像，先看排在前面的那条。如果想请外面的人看一遍，Lite 做的就是这件事。

[打开 Lite 页面]({{ links.offer }})

准备好了，页面就在那里。没有人在数日子，也不需要解释。

{{ sender.name | default: "" }}
`,
  },
});

const lite3 = letter("lite_3", {
  move: "smallest check",
  doubt: "fit",
  en: {
    subject: "Search for one sentence of your own page",
    whyNow:
      "It takes two minutes and rests on nobody's opinion; of four possible explanations it confirms one or takes it off the table.",
    costOfNot:
      "While indexing is unsettled, no other figure means much: a page nobody wanted and a page nobody was shown look the same.",
    body: `
Hi {{ name | default: "there" }},

One whole layer can be checked in two minutes:

1. Open the page that matters most and copy a sentence from it that nobody else would write.
2. Put it in quotation marks and search for it.
3. Look at what comes up.

There are three outcomes:

- **Your page.** It is known; what holds it back lies further on, in structure, content or order.
- **Somebody else's page.** The same text stands in two places, and the other one was chosen.
- **Nothing.** The page may be good, but nobody can come across it. Look it up in the search console before you change a word.

{{ why_now }}

{{ cost_of_not }}

One page is one finding. Lite goes on in the same way through all four layers and ends in one conclusion instead of a list.

[Open the Lite page]({{ links.offer }})

Any day will do. Come back when it suits you; no explanation, no apology.

{{ sender.name | default: "" }}
`,
  },
  zh: {
    subject: "拿自己页面上的一句话去搜一次",
    whyNow: "只要两分钟，不用听谁的意见，四种解释里就能确认一种，或者划掉一种。",
    costOfNot:
      "收录没弄清，别的数据就说明不了什么：没人要的页面，和没人看见过的页面，看起来是一样的。",
    body: `
{{ name | default: "你好" }}，

有一整层问题，两分钟就能检查：

1. 打开最重要的那一页，复制一句别人不会这样写的话。
2. 加上引号，拿去搜索。
3. 看看出来的是什么。

结果有三种：

- **你的页面**：它已被收录，问题在后面几层：结构、内容或顺序。
- **别人的页面**：同样的文字出现在两处，搜索引擎选了另一处。
- **什么都没有**：页面也许写得很好，但没有人看得到。先去站长工具里查这一页，再考虑改内容。

{{ why_now }}

{{ cost_of_not }}

一页只是一个发现。Lite 用同样的办法走完四层，最后给的是一个结论，不是一张清单。

[打开 Lite 页面]({{ links.offer }})

哪天都可以。方便的时候再回来，不需要解释，也不需要道歉。

{{ sender.name | default: "" }}
`,
  },
});

export const liteTemplates1To3 = [...lite1, ...lite2, ...lite3];
