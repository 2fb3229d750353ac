// The people of the month. All are invented; their addresses end in .example, which belongs to nobody.
import type { StoryName } from "./stories.ts";

/** Zone, hours east of Greenwich near enough to be awake by, and language. */
const PLACES = {
  berlin: ["Europe/Berlin", 1, "en"],
  lisbon: ["Europe/Lisbon", 0, "en"],
  london: ["Europe/London", 0, "en"],
  newYork: ["America/New_York", -5, "en"],
  denver: ["America/Denver", -7, "en"],
  saoPaulo: ["America/Sao_Paulo", -3, "en"],
  delhi: ["Asia/Kolkata", 5, "en"],
  sydney: ["Australia/Sydney", 10, "en"],
  shanghai: ["Asia/Shanghai", 8, "zh-CN"],
  taipei: ["Asia/Taipei", 8, "zh-TW"],
  singapore: ["Asia/Singapore", 8, "zh-CN"],
} as const satisfies Record<string, readonly [zone: string, hoursEast: number, locale: string]>;

const SOURCES = {
  youtube: { source: "youtube", utm_source: "youtube", utm_medium: "video" },
  talk: { source: "youtube", utm_source: "youtube", utm_campaign: "geo-talk" },
  article: { source: "article" },
  letter: { source: "newsletter", utm_source: "newsletter", utm_medium: "email" },
  linkedin: { source: "linkedin", utm_source: "linkedin", utm_medium: "social" },
  ad: { source: "google", utm_source: "google", utm_medium: "cpc", utm_campaign: "free-check" },
  friend: { source: "recommended" },
  direct: {},
  bilibili: { source: "bilibili", utm_source: "bilibili", utm_medium: "video" },
  zhihu: { source: "zhihu", utm_source: "zhihu", utm_medium: "answer" },
  wechat: { source: "wechat", utm_source: "wechat", utm_medium: "article" },
} as const;

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly site: string;
  readonly zone: string;
  readonly hoursEast: number;
  readonly locale: string;
  /** Hidden fields of the form they came by. */
  readonly origin: Readonly<Record<string, string>>;
  readonly story: StoryName;
  /** Day of the month on which they first appear, from 1. */
  readonly day: number;
}

type Line = readonly [
  name: string,
  local: string,
  domain: string,
  place: keyof typeof PLACES,
  source: keyof typeof SOURCES,
  story: StoryName,
  day: number,
];

const LINES: readonly Line[] = [
  ["Marta Weiss", "marta", "weiss-keramik.example", "berlin", "youtube", "pack then lite", 1],
  ["陈雨", "chenyu", "shanlin-tea.example", "shanghai", "bilibili", "lite", 1],
  ["Jonas Brandt", "jonas.brandt", "brandt-solar.example", "berlin", "article", "pack", 1],
  ["Priya Raman", "priya", "raman-textiles.example", "delhi", "linkedin", "check", 1],
  ["林志豪", "zhihao.lin", "haofan-tools.example", "taipei", "zhihu", "lite disputed", 2],
  ["Owen Pritchard", "owen", "pritchardcycles.example", "london", "talk", "pack then lite", 2],
  ["周敏", "zhoumin", "mianyang-home.example", "shanghai", "wechat", "pack", 2],
  ["Camila Duarte", "camila", "duartecafe.example", "saoPaulo", "youtube", "lite late", 3],
  ["Greta Lindqvist", "greta", "nordlys-studio.example", "berlin", "friend", "lite", 3],
  ["吴佳", "wujia", "jia-ceramics.example", "shanghai", "bilibili", "check then lite", 3],
  ["Daniel Okafor", "daniel", "okaforlegal.example", "london", "linkedin", "pack leaves", 4],
  ["王思远", "siyuan.wang", "yuanhang-travel.example", "singapore", "youtube", "lite early", 4],
  ["Hannah Cole", "hannah", "coleandco.example", "newYork", "ad", "check", 4],
  ["刘洋", "liuyang", "yangguang-edu.example", "shanghai", "zhihu", "pack then lite buys", 5],
  ["Tomás Ferreira", "tomas", "ferreira-azulejos.example", "lisbon", "article", "lite refunded", 5],
  ["赵雪", "zhaoxue", "xuehua-ski.example", "shanghai", "wechat", "pack paid by hand", 5],
  ["Elise Martin", "elise.martin", "atelier-martin.example", "berlin", "letter", "pack", 6],
  ["黄伟", "huangwei", "weihua-parts.example", "shanghai", "direct", "lite fails for good", 6],
  ["Nadia Haddad", "nadia", "haddadspices.example", "london", "youtube", "check by hand", 6],
  ["孙悦", "sunyue", "yue-yoga.example", "shanghai", "bilibili", "pack twice", 7],
  ["Peter Novak", "peter", "novakmachines.example", "berlin", "talk", "lite old checkout", 7],
  ["何静", "hejing", "jingxin-clinic.example", "shanghai", "zhihu", "check then lite", 7],
  ["Rachel Stein", "rachel", "steinbooks.example", "newYork", "friend", "lite early", 8],
  ["Amara Nwosu", "amara", "nwosu-interiors.example", "london", "linkedin", "lite held", 9],
  ["马丽", "mali", "lihua-flowers.example", "shanghai", "wechat", "lite pending arrives", 9],
  [
    "Henrik Dahl",
    "henrik",
    "dahlorgler.example",
    "berlin",
    "direct",
    "stranger invoice paid late",
    9,
  ],
  ["郭婷", "guoting", "tingyu-design.example", "taipei", "bilibili", "pack course", 10],
  [
    "Sofia Almeida",
    "sofia",
    "almeidawines.example",
    "lisbon",
    "youtube",
    "stranger buys course",
    10,
  ],
  ["Ben Carver", "ben", "carverroofing.example", "denver", "ad", "check leaves", 11],
  ["罗文", "luowen", "wenxin-books.example", "shanghai", "article", "lite late", 11],
  ["Ingrid Solberg", "ingrid", "solberg-ull.example", "berlin", "letter", "pack quiet", 11],
  ["梁晨", "liangchen", "chenguang-print.example", "shanghai", "zhihu", "lite fails then pays", 12],
  ["Maya Goldberg", "maya", "goldbergmontessori.example", "newYork", "talk", "pack then lite", 12],
  ["宋佳怡", "jiayi.song", "yixiang-bakery.example", "singapore", "friend", "check then lite", 13],
  ["Felix Huber", "felix", "huber-optik.example", "berlin", "youtube", "lite leaves", 13],
  ["唐欣", "tangxin", "xinyuan-garden.example", "shanghai", "bilibili", "pack", 14],
  ["Grace Wanjiru", "grace", "wanjirucoffee.example", "london", "linkedin", "lite", 14],
  ["韩冰", "hanbing", "bingfeng-hvac.example", "shanghai", "direct", "stranger invoice fails", 15],
  ["Noah Fischer", "noah", "fischer-klettern.example", "berlin", "article", "check", 15],
  ["冯琳", "fenglin", "linlang-music.example", "shanghai", "wechat", "lite partly refunded", 16],
  [
    "Ruth Abrams",
    "ruth",
    "abramsarchitects.example",
    "newYork",
    "friend",
    "lite fails and comes back",
    16,
  ],
  ["曹阳", "caoyang", "chaoyang-sport.example", "shanghai", "youtube", "pack leaves", 17],
  ["Ivan Petrov", "ivan", "petrovtools.example", "berlin", "ad", "checkout left", 18],
  ["邓洁", "dengjie", "jieyu-laundry.example", "shanghai", "zhihu", "lite", 18],
  ["潘颖", "panying", "yingxiang-photo.example", "shanghai", "youtube", "lite pending fails", 18],
  ["Isabel Torres", "isabel", "torrespiel.example", "lisbon", "letter", "pack", 19],
  ["许诺", "xunuo", "nuoyan-law.example", "taipei", "bilibili", "lite paid by a namesake", 19],
  ["Callum Reid", "callum", "reidwhisky.example", "london", "talk", "lite stopped by hand", 20],
  ["彭飞", "pengfei", "feiteng-drone.example", "shanghai", "article", "check forgotten", 20],
  ["Zoe Papadakis", "zoe", "papadakisoil.example", "berlin", "youtube", "pack quiet", 21],
  ["曾燕", "zengyan", "yanzi-travel.example", "singapore", "wechat", "checkout left", 22],
  ["Liam Doherty", "liam", "dohertyjoinery.example", "london", "friend", "check by hand", 23],
  [
    "Anita Desai",
    "anita",
    "desai-analytics.example",
    "delhi",
    "linkedin",
    "stranger buys course",
    24,
  ],
  ["蒋涛", "jiangtao", "taoran-pottery.example", "shanghai", "bilibili", "pack", 24],
  ["Emma Larsen", "emma", "larsenkeramik.example", "berlin", "youtube", "lite early", 25],
  ["沈薇", "shenwei", "weilan-swim.example", "shanghai", "zhihu", "pack", 27],
  ["Victor Hugo Lima", "victor", "limaestudio.example", "saoPaulo", "ad", "lite pending", 28],
  ["Chloe Tran", "chloe", "tranflorals.example", "sydney", "talk", "lite paid by a stranger", 28],
  ["田野", "tianye", "yetian-farm.example", "shanghai", "article", "check waits", 29],
  ["Oskar Nilsson", "oskar", "nilssonbatar.example", "berlin", "letter", "lite", 29],
  [
    "Carlos Mendes",
    "carlos",
    "mendesmoveis.example",
    "saoPaulo",
    "talk",
    "stranger fails late",
    30,
  ],
  ["Jade Thompson", "jade", "thompsonvet.example", "sydney", "direct", "pack", 30],
  ["余浩", "yuhao", "haohai-seafood.example", "shanghai", "wechat", "check waits", 30],
  ["Simone Keller", "simone", "keller-uhren.example", "berlin", "friend", "pack", 30],
];

export const CAST: readonly Person[] = LINES.map(
  ([name, local, domain, place, source, story, day]) => {
    const [zone, hoursEast, locale] = PLACES[place];
    const origin = SOURCES[source];
    const site = `https://www.${domain}/`;
    return { name, email: `${local}@${domain}`, site, zone, hoursEast, locale, origin, story, day };
  },
);
