// The words of mails that ask their reader one thing, whichever flow they are in.
import { letter } from "./letter";

/** Whoever gets it may never have heard of us: nothing that a stranger has typed stands in it, and nothing is praised. */
const confirm = letter("confirm", {
  move: "smallest check",
  doubt: "who",
  en: {
    subject: "Please confirm: {{ topic }}",
    whyNow:
      "Anybody can type an address into a form, so it counts only once its owner has confirmed.",
    costOfNot: "If you do nothing, nothing comes.",
    body: `
Hi there,

Somebody, probably you, left this address with {{ sender.name | default: "us" }} and asked for “{{ topic }}”.

[Yes, send it to me]({{ links.confirm }})

{{ why_now }} {{ cost_of_not }}

The button works as long as you keep this mail. Press it when you are ready; there is nothing to explain.

{{ sender.name | default: "" }}
`,
  },
  zh: {
    subject: "请确认：{{ topic }}",
    whyNow: "任何人都能在表单里填写别人的邮箱，所以要由邮箱的主人确认才算数。",
    costOfNot: "如果什么都不做，就不会有邮件发来。",
    body: `
你好，

有人（很可能是你）把这个邮箱留给了{{ sender.name | default: "我们" }}，申请接收“{{ topic }}”。

[是我，请发给我]({{ links.confirm }})

{{ why_now }}{{ cost_of_not }}

只要这封邮件还在，按钮就有效。准备好了随时点，不需要解释。

{{ sender.name | default: "" }}
`,
  },
});

const lastQuestion = letter("last_question", {
  move: "way back",
  doubt: "fit",
  en: {
    subject: "Shall these mails go on?",
    whyNow:
      "Mails that nobody needs help nobody, so after a long while without a sign we ask instead of going on.",
    costOfNot: "If you do nothing, this is where they end; nothing you have is lost.",
    body: `
Hi {{ name | default: "there" }},

Some mails have gone to you, and we cannot know whether they are of use: whether a mail was opened tells us nothing, and that is as it should be.

{{ why_now }}

[Keep them coming]({{ links.stay }})

{{ cost_of_not }} What you ask for yourself still comes. The button stays in this mail: come back when you are ready, with nothing to explain.

{{ sender.name | default: "" }}
`,
  },
  zh: {
    subject: "这些邮件还要继续发吗？",
    whyNow: "没人需要的邮件对谁都没有用，所以很久没有动静时，我们先问一声，不再照发。",
    costOfNot: "如果什么都不做，邮件就到此为止；你已有的内容都还在。",
    body: `
{{ name | default: "你好" }}，

我们给你发过一些邮件，却无从知道它们有没有用：邮件是否打开过，我们看不到，也不该看到。

{{ why_now }}

[继续发给我]({{ links.stay }})

{{ cost_of_not }}你主动索取的内容照常发来。按钮一直在这封邮件里，准备好了随时回来，不需要解释。

{{ sender.name | default: "" }}
`,
  },
});

export const askTemplates = [...confirm, ...lastQuestion];
