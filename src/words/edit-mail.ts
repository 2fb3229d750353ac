// What the window "Edit this mail" says.
export const EDIT_MAIL_TITLE = { en: "Edit this mail", zh: "编辑邮件" } as const;

export const EDIT_MAIL = {
  en: {
    choose: "Choose a mail. It is also opened from its row in Templates, or from a row of Queue.",
    mail: "Mail",
    usedBy: "Goes in",
    unused: "no step sends it",
    flowOff: "off",
    noNextMail: "The selected row gets no further mail. Choose one here.",
    allMails: "All mails",
    language: "Language",
    missingLanguage: (language: string, instead: string) =>
      `There is no ${language} version: these readers get the ${instead} one. Write it here and press Save; a line of its own is added to Templates.`,
    subject: "Subject",
    body: "Text",
    why_now: "Why now",
    cost_of_not: "What leaving it costs",
    move: "Move",
    doubt: "Doubt it answers",
    values: "What you can write",
    markdown:
      "An empty line parts paragraphs. **bold**, - a list, [words](https://…). A link alone in its paragraph becomes the button.",
    reader: "Shown for",
    invented: "an invented reader",
    readers: "Show real readers",
    preview: "Preview",
    save: "Save",
    test: "Send me a test",
    cancel: "Cancel",
    phone: "Phone",
    desktop: "Desktop",
    light: "Light",
    dark: "Dark",
    plain: "Plain text",
    mailAs: "The mail as it will look",
    from: "From",
    lent: "Not there yet, so a sample stands in its place; for a real reader the mail would wait:",
    linksAreSafe:
      "Links of this preview and of a test belong to nobody: pressing them stops or changes nothing.",
    notSaved: "Not saved.",
    nothingChanged: "Nothing was changed.",
    noName:
      "This line has no name. Write one into the column row of Templates, then open it again.",
    comma: ", ",
    saved: (row: string, columns: string) =>
      `Saved in Templates, ${row}: ${columns}. Mails that go from now on use it.`,
    added: (row: string) => `Saved. Templates has a new line ${row}.`,
    gone: (row: string) =>
      `The line ${row} is no longer in Templates. Your words still stand here; copy them if you need them.`,
    changedMeanwhile: (column: string) =>
      `Somebody changed “${column}” meanwhile. It was left as it is now:`,
    yours: "Press Save again to put yours in its place.",
    unsaved: "There are words here that are not saved.",
    leave: "Leave without saving",
    tested: (to: string) => `A test is on its way to ${to}. It counts as sent to nobody.`,
    testFailed: "The test did not go:",
    faultFirst: "This has to be put right first:",
    hints: "Worth a look",
  },
  zh: {
    choose: "选择一封邮件。也可以先选中 Templates 或 Queue 中的一行，再打开此窗口。",
    mail: "邮件",
    usedBy: "用在",
    unused: "没有步骤使用",
    flowOff: "未开启",
    noNextMail: "所选的行没有下一封邮件。请在这里选择。",
    allMails: "全部邮件",
    language: "语言",
    missingLanguage: (language: string, instead: string) =>
      `还没有${language}版，这些读者会收到${instead}版。在这里写好后点“保存”，Templates 会新增一行。`,
    subject: "标题",
    body: "正文",
    why_now: "为什么是现在",
    cost_of_not: "不做的代价",
    move: "动作",
    doubt: "回答的疑问",
    values: "可以写什么",
    markdown: "空行分段。**加粗**，- 列表，[文字](https://…)。单独成段的链接会显示为按钮。",
    reader: "预览对象",
    invented: "虚拟读者",
    readers: "显示真实读者",
    preview: "预览",
    save: "保存",
    test: "给我发一封测试",
    cancel: "取消",
    phone: "手机",
    desktop: "电脑",
    light: "浅色",
    dark: "深色",
    plain: "纯文本",
    mailAs: "邮件效果",
    from: "发件人",
    lent: "以下内容还没有，这里用示例代替；发给真实读者时，邮件会等它们补齐：",
    linksAreSafe: "预览和测试邮件里的链接不属于任何人，点开不会退订，也不会改变什么。",
    notSaved: "未保存。",
    nothingChanged: "没有改动。",
    noName: "这一行没有代号。请先在 Templates 的 row 列填写，再重新打开。",
    comma: "、",
    saved: (row: string, columns: string) =>
      `已保存到 Templates 的 ${row}：${columns}。之后发出的邮件都用新内容。`,
    added: (row: string) => `已保存。Templates 新增了一行 ${row}。`,
    gone: (row: string) =>
      `Templates 中已没有 ${row} 这一行。你写的内容还在这里，需要的话请先复制。`,
    changedMeanwhile: (column: string) => `“${column}”刚被别人改过，没有覆盖。现在的内容是：`,
    yours: "再点一次“保存”，就换成你写的。",
    unsaved: "这里有尚未保存的内容。",
    leave: "不保存，离开",
    tested: (to: string) => `测试邮件已发往 ${to}，不计入任何人的发送记录。`,
    testFailed: "测试邮件没有发出：",
    faultFirst: "需要先改好这一处：",
    hints: "可以再看一眼",
  },
} as const;

/** Languages by their code; any other is called by its code. */
export const LANGUAGES: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  en: { en: "English", zh: "英文" },
  zh: { en: "Chinese", zh: "中文" },
};

/** What stands in `move` and `doubt`, in words. */
export const CHOICES: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  "smallest check": { en: "smallest check", zh: "最小验证" },
  structure: { en: "judgement by structure", zh: "结构判断" },
  "way back": { en: "a way back in", zh: "回到系统的入口" },
  who: { en: "who am I?", zh: "我是谁" },
  fit: { en: "does it fit their case?", zh: "是否匹配" },
  now: { en: "is it worth it now?", zh: "现在值不值" },
};

/** Who the invented reader is, in the language of the mail. */
export const INVENTED = {
  en: { name: "Ada", email: "ada@reader.test", website: "https://ada.test" },
  zh: { name: "小林", email: "lin@reader.test", website: "https://lin.test" },
} as const;
