// The words about a payment that failed, and about a checkout that was left open.
import { letter } from "./letter";

const failed1 = letter("stripe_failed_1", {
  move: "way back",
  doubt: "now",
  en: {
    subject: "Your payment did not go through",
    whyNow:
      "The cause usually lies with the card or the bank (a limit, an expired card, a confirmation that did not arrive), so trying once more or using another card is often enough.",
    costOfNot: "Until it is paid, the order stays open and nothing can be delivered.",
    body: `
Hi {{ name | default: "there" }},

The payment{% if payment.amount %} of {{ payment.amount }}{% endif %}{% if offer.name %} for “{{ offer.name }}”{% endif %} did not go through. Nothing is lost; what you chose is still there.

[Complete the payment]({{ links.checkout }})

{{ why_now }} {{ cost_of_not }}

If you have paid meanwhile or decided otherwise, no answer is needed. Come back when you are ready; there is nothing to explain.

{{ sender.name | default: "" }}
`,
  },
  zh: {
    subject: "你的付款没有完成",
    whyNow:
      "原因多半在银行卡或银行一侧（额度不够、卡片过期、没收到验证），再试一次或换一张卡，往往就够了。",
    costOfNot: "付款完成之前，这次购买还没有成立，内容也无法交付。",
    body: `
{{ name | default: "你好" }}，

{% if offer.name %}“{{ offer.name }}”的付款{% else %}你的付款{% endif %}{% if payment.amount %}（{{ payment.amount }}）{% endif %}没有完成。什么都没有丢，你选的内容还在。

[完成付款]({{ links.checkout }})

{{ why_now }}{{ cost_of_not }}

如果你已经付了，或者另有决定，不用回复。准备好了再回来，不需要解释。

{{ sender.name | default: "" }}
`,
  },
});

const failed2 = letter("stripe_failed_2", {
  move: "way back",
  doubt: "now",
  en: {
    subject: "Last mail about this payment: it is still open",
    whyNow:
      "What you chose is still there, and the link leads straight to it, so it takes one step.",
    costOfNot: "As long as it is unpaid, it counts as not bought, and nothing is delivered.",
    body: `
Hi {{ name | default: "there" }},

The payment{% if payment.amount %} of {{ payment.amount }}{% endif %}{% if offer.name %} for “{{ offer.name }}”{% endif %} is still not complete. This mail is the final confirmation; no further one about it will come.

[Complete the payment]({{ links.checkout }})

{{ why_now }} {{ cost_of_not }}

If you have decided against it, no answer is needed. Should you want it later, come back: no explanation, no apology.

{{ sender.name | default: "" }}
`,
  },
  zh: {
    subject: "关于这笔付款的最后一封邮件",
    whyNow: "你选的内容还在，链接直接通到那里，只需要一步。",
    costOfNot: "没有付款，就视为没有购买，内容也不会交付。",
    body: `
{{ name | default: "你好" }}，

{% if offer.name %}“{{ offer.name }}”的付款{% else %}你的付款{% endif %}{% if payment.amount %}（{{ payment.amount }}）{% endif %}仍未完成。这是最后一次确认，之后不会再为它写信。

[完成付款]({{ links.checkout }})

{{ why_now }}{{ cost_of_not }}

如果你决定不买，不用回复。以后又需要了，随时回来，不需要解释，也不需要道歉。

{{ sender.name | default: "" }}
`,
  },
});

const open = letter("checkout_open", {
  move: "way back",
  doubt: "now",
  en: {
    subject: "The checkout you left, if you still want it",
    whyNow:
      "If something merely came between, the link leads straight back to it, and the price is shown before you pay.",
    costOfNot:
      "If you leave it, nothing is charged and nothing is delivered; it is as if nothing had been ordered.",
    body: `
Hi {{ name | default: "there" }},

You opened a checkout{% if offer.name %} for “{{ offer.name }}”{% endif %} and did not complete it. That is all right, and nothing was paid.

[Return to the checkout]({{ links.checkout }})

{{ why_now }} {{ cost_of_not }}

If it was a decision, it needs no answer. Come back when you are ready; there is nothing to explain.

{{ sender.name | default: "" }}
`,
  },
  zh: {
    subject: "结账没有完成，需要时从这里回来",
    whyNow: "如果只是中途有事，链接会直接带你回到结账页，付款前会先显示价格。",
    costOfNot: "放着不管，不会扣款，也不会交付，就当没有下过单。",
    body: `
{{ name | default: "你好" }}，

你打开过{% if offer.name %}“{{ offer.name }}”的{% endif %}结账页，没有完成。这没有关系，也没有扣款。

[回到结账页]({{ links.checkout }})

{{ why_now }}{{ cost_of_not }}

如果这就是你的决定，不用回复。准备好了再回来，不需要解释。

{{ sender.name | default: "" }}
`,
  },
});

export const paymentTemplates = [...failed1, ...failed2, ...open];
