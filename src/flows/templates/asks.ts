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

export const askTemplates = [...confirm];
