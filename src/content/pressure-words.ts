// Words that urge. Readers mind being pushed, not being written to, so a template that uses one is
// told; whether it stays is its writer's decision.

const URGENCY = [
  "(?:last|final) (?:chance|call|notice|reminder|opportunity|hours?)",
  "hurry",
  "urgent(?:ly)?",
  "asap",
  "(?:act|buy|order|decide|sign up|enrol|enroll) (?:now|today|fast)",
  "only today|today only",
  "now or never",
  "too late",
  "(?:do not|don't) (?:wait|delay|hesitate|miss)",
  "miss(?:ing)? out",
  "what are you waiting for",
  "count ?down|the clock is ticking|time is running out",
  "(?:ends?|ending|expires?|expiring) (?:soon|today|tonight|tomorrow)",
];
const SCARCITY = [
  "limited (?:time|offer|spots?|seats?|places|edition|availability)",
  String.raw`only (?:\d+|a few) (?:\w+ )?(?:left|remaining)`,
  "while (?:stocks?|supplies) lasts?",
  "selling (?:out )?fast|almost gone",
  "once[- ]in[- ]a[- ]lifetime",
];
const NAGGING = [
  "just (?:checking in|following up|a (?:quick |friendly |gentle )?reminder)",
  "checking in|circling back|bumping this|touching base",
  "(?:friendly|gentle) reminder",
  "did you (?:see|get|read) my (?:last )?(?:mail|email|message)",
  "(?:haven't|have not) heard (?:back )?from you",
];
const GUILT_AND_FLATTERY = [
  "you(?:'ll| will) regret",
  "you deserve",
  "don't let (?:yourself|me|us) down",
  "(?:people|someone) like you deserve",
  "congratulations",
  "exclusive(?:ly)?|hand-?picked",
  "guaranteed|risk-free|no-brainer|amazing|incredible",
];
const CHINESE = [
  "最后(?:的)?(?:一次)?(?:机会|通知|提醒|时刻|通牒)",
  "抓紧|赶快|赶紧|尽快|趁早|从速|速抢|火速",
  "(?:马上|立即|立刻|现在就)(?:下单|购买|行动|报名|付款|抢|决定)",
  "仅限|限时|限量|名额有限|数量有限|先到先得",
  String.raw`(?:仅剩|只剩)\s*(?:\d+|[一二三两几])\s*(?:个|位|席|份|天|小时|名)`,
  String.raw`最后\s*(?:\d+|[一二三两几])\s*(?:天|小时|席|名)`,
  "(?:仅|只)(?:在|有)?(?:今天|今日|今晚)",
  "错过|倒计时|手慢无|秒杀|抢购|抢先|疯抢|过期不候|过时不候|即将(?:截止|涨价|结束)",
  "(?:别|不要)(?:再)?(?:犹豫|等了|拖)|还在等什么|机不可失",
  "后悔|(?:你|您)值得(?:拥有|更好)|恭喜|独家|稳赚|保证(?:排名|有效|见效)|百分之百",
  "温馨提醒|友情提醒|再次提醒|提醒(?:一下)?(?:你|您)|跟进一下|(?:没|没有|未)收到(?:你|您)的回复",
];

// An exclamation mark raises the voice; the one of != is Liquid's.
const RAISED_VOICE = /[!！](?!=)/g;
const ENGLISH = [...URGENCY, ...SCARCITY, ...NAGGING, ...GUILT_AND_FLATTERY];
const LINK_TARGET = /\]\([^)]*\)/g;

/** What in a text urges its reader, as it stands there, each once; empty: nothing. */
export function pressureWords(text: string): readonly string[] {
  const read = text.replace(LINK_TARGET, "]").replace(/’/g, "'");
  const patterns = [
    new RegExp(String.raw`\b(?:${ENGLISH.join("|")})\b`, "gi"),
    new RegExp(CHINESE.join("|"), "g"),
    RAISED_VOICE,
  ];
  return [...new Set(patterns.flatMap((pattern) => read.match(pattern) ?? []))];
}
