// The words around buying Lite: the receipt of a request, and what happens after payment.
import { letter } from "./letter";

const receipt = letter("lite_receipt", {
  move: "smallest check",
  doubt: "now",
  en: {
    subject: "You asked for Lite: what it gives, what it costs",
    whyNow:
      "Knowing the layer comes before choosing the work, so this is the step that every later one can rest on.",
    costOfNot:
      "Without it, the next task is chosen by guess, and a task done on the wrong layer does not count.",
    body: `
Hi {{ name | default: "there" }},

You asked for Lite. It is one action that gives one clear conclusion: whether your site is stuck at indexing, structure, content strategy, or the order of execution.

{% if offer.price and offer.deadline %}Until {{ offer.deadline }} it costs {{ offer.price }}{% if offer.price_after %}, after that {{ offer.price_after }}{% endif %}. {% elsif offer.price %}It costs {{ offer.price }}. {% endif %}The page shows the price that holds when you open it.

{{ why_now }} {{ cost_of_not }}

[Open the Lite page]({{ links.offer }})

If it is too early, let it pass. Lite stays, and this link leads back to it when you are ready: no explanation, no apology.

{{ sender.name | default: "" }}
`,
  },
  zh: {
    subject: "你要的 Lite：得到什么，价格多少",
    whyNow: "先知道卡在哪一层，再决定做什么，后面的每一步才有依据。",
    costOfNot: "没有它，下一件事只能靠猜；做在错的一层，做完也不算数。",
    body: `
{{ name | default: "你好" }}，

你要的 Lite，是用一次行动换一个清晰结论：你的网站现在卡在收录、结构、内容策略，还是执行顺序。

{% if offer.price and offer.deadline %}{{ offer.deadline }}之前，价格是 {{ offer.price }}{% if offer.price_after %}，之后是 {{ offer.price_after }}{% endif %}。{% elsif offer.price %}价格是 {{ offer.price }}。{% endif %}打开页面时看到的，就是当时有效的价格。

{{ why_now }}{{ cost_of_not }}

[打开 Lite 页面]({{ links.offer }})

如果现在还早，先放着也没关系。Lite 一直在，准备好了，这个链接会带你回来，不需要解释，也不需要道歉。

{{ sender.name | default: "" }}
`,
  },
});

const delivery = letter("lite_delivery", {
  move: "structure",
  doubt: "who",
  en: {
    subject: "Lite: payment received, and what happens now",
    whyNow:
      "The order is fixed because each layer rests on the one before it: a later one can only be judged once the earlier one holds.",
    costOfNot: "To skip one would leave every judgement after it uncertain.",
    body: `
Hi {{ name | default: "there" }},

Your payment has arrived. Thank you; Lite begins now.

{% if links.delivery %}[Open Lite]({{ links.delivery }}){% endif %}

What happens next: {{ contact.website | default: "your site" }} is looked at in four layers, one after the other: indexing, structure, content strategy, order of execution. The first that does not hold is the conclusion. {{ why_now }} {{ cost_of_not }}

The conclusion comes to this address as one mail: where you are stuck, why that reading is reasonable, and which step to take. If another site or page is meant, answer this mail with its address; otherwise there is nothing for you to do.

You can use the conclusion when you are ready. There is nothing to explain.

{{ sender.name | default: "" }}
`,
  },
  zh: {
    subject: "Lite：已收到付款，接下来是这样",
    whyNow: "先后是固定的，因为后一层建立在前一层上：前一层站得住，后一层才判断得了。",
    costOfNot: "跳过其中一层，后面的判断就都不可靠。",
    body: `
{{ name | default: "你好" }}，

已收到你的付款，谢谢。Lite 现在开始。

{% if links.delivery %}[打开 Lite]({{ links.delivery }}){% endif %}

接下来，{% if contact.website %}{{ contact.website }} {% else %}你的网站{% endif %}会按四层依次看一遍：收录、结构、内容策略、执行顺序。第一个站不住的那一层，就是结论。{{ why_now }}{{ cost_of_not }}

结论会以一封邮件发到这个邮箱：卡在哪里，为什么这样判断，现在做哪一步。如果要看的是另一个网站或页面，回复这封邮件写明网址即可；除此之外，你不用做什么。

收到结论后，准备好了再用，不需要解释。

{{ sender.name | default: "" }}
`,
  },
});

export const liteServiceTemplates = [...receipt, ...delivery];
