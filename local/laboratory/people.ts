// The people of the histories: every name and address is theirs alone, so that a mail to the wrong one shows.

export interface Person {
  readonly name: string;
  readonly email: string;
  /** The same address as they sometimes type it. */
  readonly typed: string;
  readonly locale: string;
  readonly zone: string;
}

type Line = readonly [name: string, email: string, typed: string, locale: string, zone: string];
const LINES: readonly Line[] = [
  ["Marta Weiss", "marta@weiss.example", "Marta@Weiss.example", "en", "Europe/Berlin"],
  ["陈雨", "chenyu@shanlin.example", " chenyu@shanlin.example ", "zh-CN", "Asia/Shanghai"],
  ["Owen =Pritchard", "owen+geo@cycles.example", "owen+geo@cycles.example", "en", "Europe/London"],
  ["林志豪", "zhihao@haofan.example", "ZHIHAO@haofan.example", "zh-TW", "Asia/Taipei"],
  ["Camila Duarte", "camila@cafe.example", "camila@cafe.example", "en", "America/Sao_Paulo"],
  ["王思远", "siyuan@yuanhang.example", "siyuan@yuanhang.example", "zh-CN", "Asia/Singapore"],
  ["0042", "0042@numbers.example", "0042@numbers.example", "en", "Etc/UTC"],
  ["刘洋", "liuyang@edu.example", "liuyang@EDU.example", "zh-CN", "Asia/Shanghai"],
];
export const PEOPLE: readonly Person[] = LINES.map(([name, email, typed, locale, zone]) => ({
  name,
  email,
  typed,
  locale,
  zone,
}));

/** As many as are wanted, none of whose names or addresses is part of another's. */
export function crowd(count: number): readonly Person[] {
  return Array.from({ length: count }, (_, at) => {
    const email = `p${String(at).padStart(3, "0")}@crowd.example`;
    const name = `Visitor ${String(at).padStart(3, "0")}`;
    return { name, email, typed: email, locale: "en", zone: "Etc/UTC" };
  });
}
