// Which column of a list of people holds what, guessed from its header; the headers of Google Contacts' export, old and
// present, among them.
import { type AdoptField, type Columns, guessColumns } from "./adopt-columns";

export const IMPORT_FIELDS = [
  "email",
  "other_email",
  "name",
  "first_name",
  "last_name",
  "basis",
  "basis_at",
  "unsubscribed",
  "paid",
  "source",
  "locale",
  "phone",
  "website",
  "notes",
] as const satisfies readonly AdoptField[];

/** Each header is taken once. What a value's label is ("Home", "Work") is no value. */
const PATTERNS: readonly (readonly [AdoptField, RegExp])[] = [
  ["unsubscribed", /unsub|opt ?out|退订|取消订阅/],
  [
    "other_email",
    /^e ?mail 2 value$|^(?:other|second|2nd|alternative) e ?mail|^e ?mail ?2$|备用邮箱|其他邮箱/,
  ],
  ["email", /^e ?mail(?: 1)?(?: value| address)?$|^mail(?: address)?$|邮箱|邮件地址|电邮/],
  ["first_name", /^(?:first|given|fore) ?name$|^名$/],
  ["last_name", /^(?:last|family|sur) ?name$|^姓氏?$/],
  ["name", /^(?:full |customer |client |contact |display |your )?name$|姓名|名字|称呼|客户名|昵称/],
  [
    "basis_at",
    /(?:consent|basis|opt ?in|agreed|同意|许可).*(?:\bat\b|\bon\b|time|date|when|时间|日期)/,
  ],
  ["basis", /basis|consent|opt ?in|agreed|permission|同意|许可|依据/],
  ["paid", /^paid$|已付|付款|支付|已购/],
  ["source", /^source$|channel|来源|渠道/],
  ["locale", /^(?:lang(?:uage)?|locale)(?: 1 value)?$|语言|语种/],
  ["phone", /^(?:phone|mobile|tel)(?: 1)?(?: value| number)?$|电话|手机/],
  ["website", /^web ?site(?: 1 value)?$|^url$|^site$|网站|网址/],
  ["notes", /^notes?$|comment|remark|备注|留言/],
];

export function guessImportColumns(headers: readonly string[]): Columns {
  return guessColumns(headers, PATTERNS);
}
