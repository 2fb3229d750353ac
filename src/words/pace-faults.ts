// What the settings of when and how often marketing may go allow.
export const PACE_FAULTS = {
  hours: { en: "empty, or two times such as 21:00-08:00", zh: "空，或两个时间，例如 21:00-08:00" },
  days: {
    en: "empty, or days such as Mon-Fri or Mon, Wed",
    zh: "空，或星期，例如 Mon-Fri 或 Mon, Wed",
  },
  holidays: {
    en: "empty, or dates such as 2026-12-24..2026-12-31, 05-01",
    zh: "空，或日期，例如 2026-12-24..2026-12-31, 05-01",
  },
  zone: { en: "empty or a zone such as Europe/Berlin", zh: "空，或时区，例如 Europe/Berlin" },
  caps: {
    en: "empty, or so many mails per span: 2 per 7 d, 6 per 30 d",
    zh: "空，或某段时间内的封数：2 per 7 d, 6 per 30 d",
  },
  coolDown: {
    en: "empty, or rules such as 6 rarer, 10 pause 60 d, 14 ask 14 d",
    zh: "空，或规则，例如 6 rarer, 10 pause 60 d, 14 ask 14 d",
  },
  rhythm: { en: "empty, or two spans such as 1 d, 4 d", zh: "空，或两个时长，例如 1 d, 4 d" },
  regions: {
    en: "empty, or names of rows in Regions: CN, DE",
    zh: "空，或 Regions 中的行名：CN, DE",
  },
  gap: { en: "empty or a span: 24 h, 3 d", zh: "空，或时长：24 h、3 d" },
} as const;
