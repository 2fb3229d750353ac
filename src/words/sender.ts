// Who writes: the window that fills in the sender.
export const SENDER = {
  title: { en: "Sender", zh: "发件人" },
  intro: {
    en: "How readers see you. Name and postal address are needed before any marketing mail.",
    zh: "读者看到的发件人。发营销邮件前必须填写名称和通讯地址。",
  },
  sender_name: { en: "Name", zh: "名称" },
  sender_alias: { en: "Mails go from", zh: "发信地址" },
  own: { en: "the account's own address", zh: "账号自己的地址" },
  gone: { en: "(not this account's any more)", zh: "（已不属于此账号）" },
  aliases: {
    en: "Another address? Add it in Gmail ▸ Settings ▸ Accounts ▸ Send mail as, then open this window again.",
    zh: "想用其他地址？先在 Gmail ▸ 设置 ▸ 账号 ▸ 用这个地址发送邮件 中添加，再重新打开此窗口。",
  },
  reply_to: { en: "Answers go to", zh: "回复寄往" },
  replyEmpty: { en: "empty: where the mail came from", zh: "空：寄回发信地址" },
  postal_address: { en: "Postal address", zh: "通讯地址" },
  brand: { en: "Name of the business", zh: "品牌名" },
  brandEmpty: {
    en: "on pages and at the foot of mails; empty: your name",
    zh: "显示在网页和邮件页脚；空：用你的名称",
  },
  signature_en: { en: "Lines below the name, English mails", zh: "英文邮件落款下面的几行" },
  signature_zh: { en: "Lines below the name, Chinese mails", zh: "中文邮件落款下面的几行" },
  save: { en: "Save", zh: "保存" },
  cancel: { en: "Cancel", zh: "取消" },
  saved: { en: "Saved. The next mail goes so.", zh: "已保存，下一封邮件即生效。" },
  wrongAddress: {
    en: "The address for answers is no email address. Nothing was saved.",
    zh: "回复地址不是有效邮箱。未保存任何内容。",
  },
  meanwhile: {
    en: "Somebody changed Settings meanwhile; what they wrote stands. Open this window again to see it:",
    zh: "期间有人改动了 Settings，已保留对方填写的内容。请重新打开此窗口查看：",
  },
} as const;
