// The words of the one mail that follows the GEO pack: four questions, and where Lite begins.
import { letter } from "./letter";

export const geoToLiteTemplates = letter("geo_to_lite", {
  move: "smallest check",
  doubt: "fit",
  en: {
    subject: "Four questions: what holds your site back?",
    whyNow:
      "The pack says what can be done. It cannot say which of these things your site needs first, and that is the one point to settle before any work is planned.",
    costOfNot:
      "Without that answer, work is spread over every layer, and whatever was built on the weak one has to be done again once it is repaired.",
    body: `
Hi {{ name | default: "there" }},

The GEO pack describes the whole. A site, though, is usually held back in one place first: indexing, structure, content strategy, or the order in which things are done.

{{ why_now }}

You can get to a first answer by yourself. Take the page that matters most, go through four questions, and stop at the first no:

1. Does a search find it by a sentence copied from it?
2. Can a stranger say, after the first screen, what it is about and whom it is for?
3. Does it answer a question that customers do ask?
4. Is the next task on your list the one the others depend on?

{{ cost_of_not }}

If the answer stays unclear, that is what Lite is for: one action, and one conclusion about which of the four it is. This page says what it is and what it costs.

[See what Lite is]({{ links.lite }})

If this is not the time, leave it. Come back when you are ready; there is nothing to explain.

{{ sender.name | default: "" }}
`,
  },
  zh: {
    subject: "四个问题，看你的网站卡在哪一处",
    whyNow:
      "资料包说的是可以做什么，说不出你的网站该先做哪一件。而排任何计划之前，先要定下的正是这一件。",
    costOfNot: "没有这个答案，力气会摊到每一层；等薄弱的那一层补好，建在它上面的又要重做一遍。",
    body: `
{{ name | default: "你好" }}，

资料包讲的是全貌。而一个网站，通常先卡在其中一处：收录、结构、内容策略，或者执行顺序。

{{ why_now }}

不靠别人，也能得到一个初步答案。拿最重要的那一页，依次问四个问题，停在第一个“否”：

1. 复制这一页里的一句话去搜索，搜得到它吗？
2. 陌生人只看第一屏，说得出它讲什么、写给谁吗？
3. 它回答的，是客户真的会问的问题吗？
4. 清单上的下一件事，是其他事情都依赖的那一件吗？

{{ cost_of_not }}

如果答案还是不清楚，Lite 就是为此准备的：一次行动，换一个结论，说清是四处中的哪一处。它是什么、多少钱，这一页上都写着。

[看看 Lite 是什么]({{ links.lite }})

现在不合适，就先放着。准备好了再回来，不需要解释。

{{ sender.name | default: "" }}
`,
  },
});
