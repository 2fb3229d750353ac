// The words around a button that says yes: on its page, and in the mail whose reader is asked.
import type { Words } from "../../sheets-schema/index";

export const YES = {
  confirm: {
    en: {
      title: "Shall these mails come?",
      ask: "Somebody left the address this link was sent to. If that was you, say so by one press:",
      press: "Yes, send them",
      rather: "If it was not you, or you think otherwise now, close this page: nothing comes.",
      doneTitle: "Confirmed",
      done: "Thank you. The mails come from now on, each at its time.",
      back: "Where you stand; pause or stop at any time",
    },
    zh: {
      title: "要接收这些邮件吗？",
      ask: "有人填写了收到此链接的邮箱。如果是你本人，按一下确认：",
      press: "是我，请发给我",
      rather: "如果不是你，或者改变了主意，直接关闭页面即可，不会有邮件发来。",
      doneTitle: "已确认",
      done: "谢谢。邮件会按各自的时间发来。",
      back: "查看我的进度；随时可以暂停或停止",
    },
  },
  stay: {
    en: {
      title: "Shall these mails go on?",
      ask: "One press, and they go on from where they stopped, at the pace they had. Without it none come.",
      press: "Keep them coming",
      rather: "To let them end, close this page. What you ask for yourself still comes.",
      doneTitle: "They go on",
      done: "Thank you. The next one comes when it is due, not within the hour.",
      back: "Where you stand; pause or stop at any time",
    },
    zh: {
      title: "这些邮件还要继续发吗？",
      ask: "按一下，就从停下的地方按原来的节奏继续；不按就不再发。",
      press: "继续发给我",
      rather: "不想再收到，直接关闭页面即可。你主动索取的内容照常发来。",
      doneTitle: "会继续发来",
      done: "谢谢。下一封到时间再发，一小时内不会有。",
      back: "查看我的进度；随时可以暂停或停止",
    },
  },
} as const;

/** Below the words of a mail that was asked for, where consent must be confirmed. Markdown. */
export const CONFIRM_BELOW: Words = {
  en: `

One more thing: you also agreed to further mails. Was that you?

[Yes, send them]({{ links.confirm }})

Without this press none come.`,
  zh: `

还有一件事：你同时同意了接收后续邮件。是你本人吗？

[是我，请发给我]({{ links.confirm }})

不点击就不会有后续邮件。`,
};
