// The words of the free check: a receipt, and the result with a way to read it.
import { letter } from "./letter";

const receipt = letter("free_check_receipt", {
  move: "smallest check",
  doubt: "now",
  en: {
    subject: "Free check: request received, and one look meanwhile",
    whyNow:
      "A check is worth most before more work is planned, because it shows what that work would rest on.",
    costOfNot: "Without one, the plan rests on a guess that only shows once the work is done.",
    body: `
Hi {{ name | default: "there" }},

Your request for the free check{% if contact.website %} of {{ contact.website }}{% endif %} has arrived. The result comes to this address as soon as it is ready; until then there is nothing you need to do.

{{ why_now }} {{ cost_of_not }}

One thing you can already see for yourself: which of your pages a search engine knows. If a page that matters is not among them, that is a finding.

{% if contact.website %}[See which pages Bing knows](https://www.bing.com/search?q=site%3A{{ contact.website | remove: "https://" | remove: "http://" }}){% else %}Type site: into the search box, and your domain directly after it.{% endif %}

The result will wait in your mailbox. Read it when you are ready; there is nothing to explain.

{{ sender.name | default: "" }}
`,
  },
  zh: {
    subject: "免费检测申请已收到，等待时可先看一处",
    whyNow: "在安排更多工作之前做检测最有用：它会说明这些工作要建立在什么之上。",
    costOfNot: "没有检测，计划就建立在猜测上；猜得对不对，要等做完才知道。",
    body: `
{{ name | default: "你好" }}，

{% if contact.website %}你为 {{ contact.website }} 申请的免费检测已收到。{% else %}你的免费检测申请已收到。{% endif %}结果一出来就会发到这个邮箱，在这之前你什么都不用做。

{{ why_now }}{{ cost_of_not }}

有一处现在就可以自己看：搜索引擎收录了你的哪些页面。如果重要的页面不在其中，这已经是一个发现。

{% if contact.website %}[看看必应收录了哪些页面](https://www.bing.com/search?q=site%3A{{ contact.website | remove: "https://" | remove: "http://" }}){% else %}在搜索框里输入 site: ，后面紧接你的域名。{% endif %}

结果会留在你的邮箱里，准备好了再看，不需要解释。

{{ sender.name | default: "" }}
`,
  },
});

const result = letter("free_check_result", {
  move: "structure",
  doubt: "fit",
  en: {
    subject: "Your free check is ready, and how to read it",
    whyNow:
      "Later layers rest on earlier ones, so the earliest finding is the one that is certain to be worth working on now.",
    costOfNot:
      "Left alone, it stays the limit of everything after it: good work further on does not show.",
    body: `
Hi {{ name | default: "there" }},

Your free check is ready.

[Read the result]({{ links.result }})

Every finding in it belongs to one of four layers:

1. **Indexing**: can the page be found at all?
2. **Structure**: can a reader, or a machine, tell what it states?
3. **Content strategy**: does it answer a question somebody asks?
4. **Order of execution**: is the work done in a sequence that holds?

Take the first layer that has a finding and leave the others for the moment. {{ why_now }} {{ cost_of_not }}

{% if links.lite %}If you would rather have the four looked at together, with one conclusion, that is [Lite]({{ links.lite }}). {% endif %}The links stay in this mail. Come back when you are ready, with nothing to explain.

{{ sender.name | default: "" }}
`,
  },
  zh: {
    subject: "免费检测结果已出，附读法",
    whyNow: "后一层建立在前一层上，所以最靠前的那个发现，就是现在确定值得做的那一件。",
    costOfNot: "放着它，后面的一切都受它限制：做得再好，也显不出来。",
    body: `
{{ name | default: "你好" }}，

你的免费检测结果出来了。

[查看结果]({{ links.result }})

里面的每一个发现，都属于四层中的一层：

1. **收录**：这一页找得到吗？
2. **结构**：读者或机器看得出它说的是什么吗？
3. **内容策略**：它回答的问题有人问吗？
4. **执行顺序**：手上的事，先后对吗？

只看第一个有发现的那一层，其余的先放下。{{ why_now }}{{ cost_of_not }}

{% if links.lite %}如果你更想把四层一起看，只要一个结论，那就是 [Lite]({{ links.lite }})。{% endif %}链接都在这封邮件里，准备好了随时回来，不需要解释。

{{ sender.name | default: "" }}
`,
  },
});

export const freeCheckTemplates = [...receipt, ...result];
