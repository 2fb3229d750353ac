// What is worth a second look in a mail that is fit to be sent.
export const MAIL_HINTS = {
  en: {
    urges: (seen: string) => `It urges its reader: ${seen}.`,
    longSubject: (seen: number, most: number) =>
      `The subject has ${seen} characters; a phone shows about ${most}.`,
    placeholder: (seen: string) => `“${seen}” is a placeholder; put your own in its place.`,
    noStep:
      "No link stands alone in a paragraph, so there is no button. Fine for a mail that only tells.",
    manySteps: (count: number) => `${count} buttons: a mail with one next step is followed more.`,
    noReason: "“Why now” is empty or not shown in the text.",
    noCost: "“What leaving it costs” is empty or not shown in the text.",
    noMove: "Say which of the three moves it makes.",
    noDoubt: "Say which doubt it answers.",
    heavy: (kilobytes: number) => `The mail has ${kilobytes} kB; Gmail cuts it off at about 100.`,
  },
  zh: {
    urges: (seen: string) => `有催促读者的字眼：${seen}。`,
    longSubject: (seen: number, most: number) =>
      `标题有 ${seen} 个字符，手机上大约只显示 ${most} 个。`,
    placeholder: (seen: string) => `“${seen}”是占位内容，请换成你自己的。`,
    noStep: "没有单独成段的链接，所以没有按钮。只作告知的邮件可以这样。",
    manySteps: (count: number) => `有 ${count} 个按钮；只留下一步，读者更容易去做。`,
    noReason: "“为什么是现在”为空，或正文里没有显示。",
    noCost: "“不做的代价”为空，或正文里没有显示。",
    noMove: "请选择它做的是三个动作中的哪一个。",
    noDoubt: "请选择它回答哪个疑问。",
    heavy: (kilobytes: number) => `邮件有 ${kilobytes} kB，超过约 100 kB 时 Gmail 会截断。`,
  },
} as const;
