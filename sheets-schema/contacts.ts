// Contacts: one row per person, from every source. The master table.
import { choice, defineTab, type RowOf, text, time } from "./column";

export const SUPPRESSIONS = ["unsubscribed", "bounced", "complained", "by hand"] as const;

export const contacts = defineTab({
  name: "Contacts",
  place: "front",
  about: { en: "One row per person, from every source.", zh: "每人一行，汇总所有来源。" },
  idColumn: "id",
  columns: {
    id: text("machine", "Name of this person's row, for ever.", "固定编号。", { widthPx: 130 }),
    email: text(
      "person",
      "The address, in lower case. Correct it here; the Queue follows.",
      "邮箱（小写）。在这里更正，Queue 会随之更新。",
      { widthPx: 200 },
    ),
    name: text("machine", "As the person wrote it.", "名字。"),
    aliases: text(
      "person",
      "Other addresses of the same person, separated by commas. A payment from one of them counts.",
      "此人的其他邮箱，逗号分隔；用这些邮箱付款也算此人付款。",
      { widthPx: 180 },
    ),
    phone: text("machine", "As the person wrote it.", "电话。"),
    stripe_ids: text("machine", "Stripe customers of this person.", "此人的 Stripe 客户编号。"),
    user_id: text("machine", "Who this is in your own product.", "此人在你产品里的用户编号。"),
    device_id: text("machine", "The device that named itself.", "对方设备的编号。"),
    locale: text("person", "Language of the mails: en, zh …", "邮件语言：en、zh …", {
      widthPx: 70,
    }),
    time_zone: text("machine", "The person's time zone.", "时区。", { widthPx: 130 }),
    source: text("machine", "The first source; never overwritten.", "首次来源，不会被覆盖。"),
    first_event: text("machine", "What the person did first.", "首次事件。", { widthPx: 130 }),
    utm: text("machine", "Campaign marks of the first visit.", "首次访问的广告标记。"),
    website: text("machine", "The site to look at, from the form.", "表单里填写的网站。"),
    first_seen_at: time("machine", "When the person first appeared.", "首次出现时间。"),
    consent: choice(
      "machine",
      ["YES", "NO"],
      "YES: agreed to further mails. Without it only the asked-for mail goes.",
      "YES：同意接收后续邮件。没有同意时只发对方索取的那一封。",
      { widthPx: 80 },
    ),
    consent_at: time("machine", "When consent was given.", "同意时间。"),
    consent_proof: text("machine", "The event that holds the proof.", "同意的凭证事件。"),
    consent_confirmed_at: time(
      "machine",
      "When this person confirmed it by the button in a mail. Empty: not, or not since they came back.",
      "此人点击邮件中的按钮确认的时间。空：尚未确认，或恢复接收后尚未重新确认。",
    ),
    suppressed: choice(
      "person",
      SUPPRESSIONS,
      "Filled: nothing is mailed to this person any more.",
      "一旦填写，不再给此人发邮件。",
      { widthPx: 110 },
    ),
    suppressed_at: time("machine", "Since when.", "起始时间。"),
    paid: choice("machine", ["YES", "NO"], "YES: this person has paid.", "YES：已付款。", {
      widthPx: 60,
    }),
    paid_at: time("machine", "When the first payment happened.", "首次付款时间。"),
    paid_for: text("machine", "What was bought, where it is known.", "购买的产品（若已知）。"),
    payments: text("machine", "Payments counted so far.", "已计入的付款编号。"),
    reversals: text(
      "machine",
      "Payments that came back: refunded, disputed, cancelled.",
      "已退回的付款：退款、争议、取消。",
    ),
    pending: text(
      "machine",
      "Checkouts completed whose money has not arrived yet.",
      "已结账但款项尚未到账。",
    ),
    paused_until: time(
      "machine",
      "Until then this person wants no further mails; what they ask for goes.",
      "此人要求暂停到此时；期间只发对方索取的邮件。",
    ),
    pace: choice(
      "person",
      ["less"],
      "less: this person asked to hear less often; every wait of marketing mails is doubled.",
      "less：此人希望少收邮件；营销邮件的间隔加倍。",
      { widthPx: 70 },
    ),
    resumed_at: time("machine", "When this person asked to go on.", "此人要求恢复的时间。"),
    merged_into: text(
      "machine",
      "The row of the same person that this one was joined with: it is met as that one. Undo in Duplicates.",
      "与此行合并为同一人的那一行；按那一行处理。可在“重复联系人”中撤销。",
    ),
    rows: text(
      "machine",
      "The rows of this person in Queue; shows when one was deleted. Leave it.",
      "此人在 Queue 中的行，用来发现被删除的行。请勿改动。",
      { hidden: true },
    ),
    sealed: text(
      "machine",
      "The address Dripsheet last wrote; it shows an edit by hand. Leave it.",
      "系统上次写入的邮箱，用来识别手动修改。请勿改动。",
      { hidden: true },
    ),
    tags: text("person", "Your own labels.", "自定义标签。"),
    notes: text("person", "Your own notes.", "备注。", { widthPx: 200 }),
  },
  highlights: [{ column: "paid", equals: "YES", background: "#d9ead3" }],
});

export type ContactRow = RowOf<typeof contacts>;
