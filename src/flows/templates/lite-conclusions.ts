// The words of the four conclusions of Lite: where the site is stuck, why that reading is
// reasonable, what leaving it costs, and the one step to take.
import { letter } from "./letter";

const indexing = letter("lite_conclusion_indexing", {
  move: "structure",
  doubt: "fit",
  en: {
    subject: "Your Lite conclusion: stuck at indexing",
    whyNow:
      "Indexing is the first of the four layers and everything else rests on it. While it does not hold, structure and content cannot even be tested.",
    costOfNot:
      "New pages go the way of the old ones: written, published and seen by nobody. And the figures go on misleading, because they speak only of the pages that are known.",
    body: `
Hi {{ name | default: "there" }},

This is your conclusion: **the site is stuck at indexing.** Pages that matter are not reliably known to search engines, so they can be neither found nor quoted, however good they are.

**Why this reading is reasonable.** {{ why_now }}

**What leaving it costs.** {{ cost_of_not }}

**The step to take now.** Open the search console, enter the address of the page that matters most and have it inspected. You see whether it is indexed and, if not, for what reason. Remove that one reason before you write anything new.

Take it when you are ready. You can come back here whenever you need to, with nothing to explain.

{% if links.delivery %}[Open Lite]({{ links.delivery }}){% endif %}

{{ sender.name | default: "" }}
`,
  },
  zh: {
    subject: "你的 Lite 结论：卡在收录",
    whyNow: "收录是四层中的第一层，其余都建立在它上面。它站不住，结构和内容连检验都无从谈起。",
    costOfNot:
      "新页面会和旧页面一样：写了，发了，没有人看得到。数据也会一直误导你，因为它只反映已收录的那些页面。",
    body: `
{{ name | default: "你好" }}，

你的结论是：**网站卡在收录。**重要的页面没有稳定地被搜索引擎收录，写得再好，别人也找不到、引用不到。

**为什么这样判断合理**：{{ why_now }}

**放着不做的代价**：{{ cost_of_not }}

**现在做一步**：打开站长工具，输入最重要那一页的网址，做一次检查。它会告诉你这一页是否已收录；如果没有，原因是什么。先解决这一个原因，再写新内容。

准备好了再做。需要时随时回到这里，不需要解释。

{% if links.delivery %}[打开 Lite]({{ links.delivery }}){% endif %}

{{ sender.name | default: "" }}
`,
  },
});

const structure = letter("lite_conclusion_structure", {
  move: "structure",
  doubt: "fit",
  en: {
    subject: "Your Lite conclusion: stuck at structure",
    whyNow:
      "Indexing holds; the pages can be found. The next layer does not: neither a reader nor a machine can tell at once what each page states, and what is unclear is not quoted.",
    costOfNot:
      "Every new text takes over the unclear structure and becomes one more page to move or merge. The rework grows with each publication.",
    body: `
Hi {{ name | default: "there" }},

This is your conclusion: **the site is stuck at structure.** Its pages are found, but what each of them states, and which one answers which question, does not become clear.

**Why this reading is reasonable.** {{ why_now }}

**What leaving it costs.** {{ cost_of_not }}

**The step to take now.** Take your most important page. Write its main statement as one sentence that holds when it stands alone, and put it at the top. Then let each heading below answer one question. Finish this page before you touch another; it becomes the pattern for the rest.

Take it when you are ready. You can come back here whenever you need to, with nothing to explain.

{% if links.delivery %}[Open Lite]({{ links.delivery }}){% endif %}

{{ sender.name | default: "" }}
`,
  },
  zh: {
    subject: "你的 Lite 结论：卡在结构",
    whyNow:
      "收录站得住，页面找得到。站不住的是下一层：读者和机器都不能一眼看出每一页在说什么，而说不清的内容不会被引用。",
    costOfNot:
      "每一篇新内容都会继承不清楚的结构，成为又一个以后要搬、要并的页面。发得越多，返工越多。",
    body: `
{{ name | default: "你好" }}，

你的结论是：**网站卡在结构。**页面找得到，但每一页说的是什么、哪一页回答哪个问题，看不清楚。

**为什么这样判断合理**：{{ why_now }}

**放着不做的代价**：{{ cost_of_not }}

**现在做一步**：拿出最重要的那一页，把它最主要的意思写成一句单独拿出来也成立的话，放在最前面；再让下面每个小标题只回答一个问题。做完这一页，再动别的页面，它就是其余页面的样板。

准备好了再做。需要时随时回到这里，不需要解释。

{% if links.delivery %}[打开 Lite]({{ links.delivery }}){% endif %}

{{ sender.name | default: "" }}
`,
  },
});

const content = letter("lite_conclusion_content", {
  move: "structure",
  doubt: "fit",
  en: {
    subject: "Your Lite conclusion: stuck at content strategy",
    whyNow:
      "Indexing and structure hold, so the site could carry more. What is missing is not more text but the match between what customers ask and what the pages answer.",
    costOfNot:
      "Each further text on a question nobody asks makes the site larger without making it easier to find, and has to be maintained all the same.",
    body: `
Hi {{ name | default: "there" }},

This is your conclusion: **the site is stuck at content strategy.** Its pages are found and clearly built; they answer other questions than the ones your customers ask.

**Why this reading is reasonable.** {{ why_now }}

**What leaving it costs.** {{ cost_of_not }}

**The step to take now.** Write down the five questions customers ask just before they decide, in their words, and beside each the page that answers it. The first question without a page is the next page to write. Write that one before any other.

Take it when you are ready. You can come back here whenever you need to, with nothing to explain.

{% if links.delivery %}[Open Lite]({{ links.delivery }}){% endif %}

{{ sender.name | default: "" }}
`,
  },
  zh: {
    subject: "你的 Lite 结论：卡在内容策略",
    whyNow:
      "收录和结构都站得住，网站还能承载更多。问题不在文字不够多，而在客户问的和页面答的对不上。",
    costOfNot: "在没人问的问题上再写一篇，网站更大了，却没有更好找，而且照样要维护。",
    body: `
{{ name | default: "你好" }}，

你的结论是：**网站卡在内容策略。**页面找得到，写得也清楚，回答的却不是客户在问的问题。

**为什么这样判断合理**：{{ why_now }}

**放着不做的代价**：{{ cost_of_not }}

**现在做一步**：写下客户做决定之前最后会问的五个问题，用他们自己的话，再在每个旁边写上回答它的页面。第一个没有页面的问题，就是下一页要写的内容。先写这一页，再写别的。

准备好了再做。需要时随时回到这里，不需要解释。

{% if links.delivery %}[打开 Lite]({{ links.delivery }}){% endif %}

{{ sender.name | default: "" }}
`,
  },
});

const order = letter("lite_conclusion_order", {
  move: "structure",
  doubt: "now",
  en: {
    subject: "Your Lite conclusion: stuck at the order of work",
    whyNow:
      "The first three layers hold, so nothing has to be invented or rebuilt. What keeps the result away is that work begins before the work it depends on is done.",
    costOfNot:
      "In this order the same work is paid for twice: once when it is done, and once more when what should have come before it changes it.",
    body: `
Hi {{ name | default: "there" }},

This is your conclusion: **the site is stuck at the order of execution.** Indexing, structure and content each hold; what is being done comes in a sequence in which one task undoes another.

**Why this reading is reasonable.** {{ why_now }}

**What leaving it costs.** {{ cost_of_not }}

**The step to take now.** List everything that is under way and note for each item which other one it depends on. Choose one that depends on none, finish it, and let the rest lie until it is done.

Take it when you are ready. You can come back here whenever you need to, with nothing to explain.

{% if links.delivery %}[Open Lite]({{ links.delivery }}){% endif %}

{{ sender.name | default: "" }}
`,
  },
  zh: {
    subject: "你的 Lite 结论：卡在执行顺序",
    whyNow:
      "前三层都站得住，不需要推倒重来。结果出不来，是因为有些事在它依赖的事做完之前就开始了。",
    costOfNot: "按现在的顺序，同一件事要付两遍代价：做的时候一遍，该在它之前的事做完后，再改一遍。",
    body: `
{{ name | default: "你好" }}，

你的结论是：**网站卡在执行顺序。**收录、结构、内容各自都站得住，只是手上的事先后没有排对，做了一件，又抵消另一件。

**为什么这样判断合理**：{{ why_now }}

**放着不做的代价**：{{ cost_of_not }}

**现在做一步**：列出正在进行的每一件事，写下它依赖哪一件。挑一件不依赖任何其他事的，把它做完；在那之前，其余的先放着。

准备好了再做。需要时随时回到这里，不需要解释。

{% if links.delivery %}[打开 Lite]({{ links.delivery }}){% endif %}

{{ sender.name | default: "" }}
`,
  },
});

export const liteConclusionTemplates = [...indexing, ...structure, ...content, ...order];
