// What is wrong with a template, and how it is put right.
import type { Words } from "../../sheets-schema/index";

const ALLOWED = `{{ name }}, {{ name | default: "…" }}, {% if name %} … {% endif %}`;

export const TEMPLATE_FAULTS = {
  noSubject: { en: "The subject is empty. Write one.", zh: "标题为空。请填写标题。" },
  noBody: { en: "The body is empty. Write one.", zh: "正文为空。请填写正文。" },
  noTarget: {
    en: "A link has no target. Write [words](https://…).",
    zh: "有一个链接没有网址。请写成 [文字](https://…)。",
  },
  badTarget: (seen: string): Words => ({
    en: `A link leads to "${seen}". Allowed are https://…, http://… and mailto:….`,
    zh: `有一个链接指向“${seen}”。只允许 https://…、http://… 和 mailto:…。`,
  }),
  missing: (name: string): Words => ({
    en: `The value {{ ${name} }} is not there. Fill it in, or write {{ ${name} | default: "…" }}.`,
    zh: `缺少变量 {{ ${name} }}。请补上它，或写成 {{ ${name} | default: "…" }}。`,
  }),
  group: {
    en: "A {{ … }} names a group of values. Name one of them, such as {{ links.download }}.",
    zh: "某个 {{ … }} 指向一组变量。请写出其中一个，例如 {{ links.download }}。",
  },
  inLine: (line: string): Words => ({ en: ` in line ${line}`, zh: `（第 ${line} 行）` }),
  unreadable: (seen: string, at: Words, filters: readonly string[]): Words => ({
    en: `The template cannot be read${at.en}: ${seen}. Allowed are ${ALLOWED}; filters ${filters.join(", ")}.`,
    zh: `模板无法解析${at.zh}：${seen}。可用写法：${ALLOWED}；过滤器：${filters.join("、")}。`,
  }),
  noRow: (name: string): Words => ({
    en: `Templates has no row for ${name}`,
    zh: `Templates 中没有 ${name} 的行`,
  }),
  tooPersonal: (names: readonly string[], most: number): Words => ({
    en: `It uses ${names.length} details of the reader (${names.join(", ")}), Settings personal_max allows ${most}. Take some out.`,
    zh: `写了 ${names.length} 项对方的个人信息（${names.join("、")}），Settings 的 personal_max 只允许 ${most} 项。请删减。`,
  }),
  locale: (seen: string): Words => ({
    en: `"${seen}" is not a language. Write en, zh or another language code.`,
    zh: `“${seen}”不是语言代码。请填 en、zh 或其他语言代码。`,
  }),
  unknownValue: (name: string, known: readonly string[]): Words => ({
    en: `{{ ${name} }} is not a known value. Known are ${known.join(", ")}.`,
    zh: `{{ ${name} }} 不是已知变量。可用的有 ${known.join("、")}。`,
  }),
} as const;
