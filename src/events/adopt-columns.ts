// Which column of somebody else's tab holds what, guessed from its header in English or Chinese. A guess only: a person
// sees it and may choose another.

export const ADOPT_FIELDS = [
  "email",
  "name",
  "flow",
  "status",
  "stage",
  "first_sent",
  "first_sent_at",
  "second_sent",
  "second_sent_at",
  "last",
  "next",
  "paid",
  "paid_at",
  "failed",
  "failed_at",
  "payment",
  "unsubscribed",
  "consent",
  "entered",
  "source",
  "locale",
  "phone",
  "website",
  "notes",
] as const;
/** Lists of people have some more (import-columns.ts). */
export type AdoptField =
  | (typeof ADOPT_FIELDS)[number]
  | "other_email"
  | "first_name"
  | "last_name"
  | "basis"
  | "basis_at";
/** Field → header. What is not named there has no column. */
export type Columns = Readonly<Partial<Record<AdoptField, string>>>;

const FIRST = "(?:first|1st|e?mail ?1|第一封|第1封|首封)";
const SECOND = "(?:second|2nd|e?mail ?2|第二封|第2封)";
const WHEN = "(?:\\bat\\b|\\bon\\b|time|date|when|时间|日期)";

/** The narrower words first: each header is taken once. */
const PATTERNS: readonly (readonly [AdoptField, RegExp])[] = [
  ["unsubscribed", /unsub|opt ?out|退订|取消订阅/],
  ["name", /^(?:full |first |customer |client |contact |your )?name$|姓名|名字|称呼|客户名|昵称/],
  ["email", /(?:^| )e ?mail(?: address)?$|^mail(?: address)?$|邮箱|邮件地址|电邮/],
  ["payment", /payment (?:intent|id)|stripe id|付款编号|支付单号|交易号|订单号/],
  ["paid_at", new RegExp(`(?:paid|payment|付款|支付|成交).*${WHEN}|date paid`)],
  ["failed_at", new RegExp(`(?:fail|失败).*${WHEN}`)],
  ["first_sent_at", new RegExp(`${FIRST}.*${WHEN}`)],
  ["second_sent_at", new RegExp(`${SECOND}.*${WHEN}`)],
  ["first_sent", new RegExp(FIRST)],
  ["second_sent", new RegExp(SECOND)],
  ["next", /^next|下次|下一封|下一次|下封/],
  ["last", /^last(?! name)|最近|最后|上次|上一封/],
  ["stage", /stage|^step|阶段|步骤|进度|第几封/],
  ["status", /status|^state$|状态/],
  ["failed", /fail|失败/],
  ["paid", /^paid|已付|付款|支付|成交|已购|付费|purchased|bought/],
  ["consent", /consent|opt ?in|agree|subscri|newsletter|further|may we|同意|许可|授权|订阅|接收/],
  ["source", /source|channel|来源|渠道/],
  ["flow", /^flow|product|流程|产品/],
  ["locale", /lang|locale|语言|语种/],
  ["phone", /phone|mobile|^tel|电话|手机/],
  ["website", /web ?site|^url$|^site$|网站|网址/],
  ["notes", /note|comment|remark|备注|留言/],
  [
    "entered",
    /timestamp|时间戳|created|sign(?:ed)? ?up|submitted|registered|entered|joined|提交|登记|加入|报名|注册|创建|^date$|^日期$|^时间$/,
  ],
];

export function guessColumns(headers: readonly string[], patterns = PATTERNS): Columns {
  const left = headers.map((header) => header.trim()).filter((header) => header !== "");
  const found: Partial<Record<AdoptField, string>> = {};
  for (const [field, pattern] of patterns) {
    const at = left.findIndex((header) => pattern.test(plain(header)));
    if (at < 0) continue;
    found[field] = left[at] ?? "";
    left.splice(at, 1);
  }
  return found;
}

/** "First_sent-at?" reads as "first sent at". */
function plain(header: string): string {
  return header
    .toLowerCase()
    .replace(/[\s_\-–/:：?？*()（）]+/g, " ")
    .trim();
}
