// The words of adopting somebody's own sheet.
import type { Words } from "../../sheets-schema/index";

export const ADOPT_TITLE: Words = { en: "Adopt a sheet", zh: "接管现有表格" };

/** The beginning of `why`. */
export const ADOPTED_WHY = {
  en: (stands: string) => `adopted; ${stands}`,
  zh: (stands: string) => `从旧表接管；${stands}`,
} as const;

/** Of a failed payment. */
export const NAMELESS_WHY: Words = {
  en: "no mail goes, because the sheet does not say which payment failed and when; waits only for payment",
  zh: "旧表没有写明是哪笔付款、何时失败，因此不发邮件；只等付款",
};

export const ADOPT = {
  en: {
    intro:
      "People in another tab of this file go on here exactly where they stand there: same stage, same next mail. That tab is only read. Nothing is written before you have seen what would happen.",
    noTabs:
      "There is no other tab in this file. Copy your sheet into this file as a tab, then open this window again.",
    tab: "The tab",
    next: "Next",
    back: "Back",
    flow: "What these people are in",
    byColumn: "as their column “Flow or product” says",
    peopleOnly: "nothing: keep them as people, mail nobody",
    order: "Dates like 03/04/2026",
    orders: {
      "": "name them, I will look",
      dmy: "day first: 3 April",
      mdy: "month first: March 4",
    },
    columns: "Which column holds what",
    none: "— no column —",
    basis:
      "Why you may write to those about whom no column says so. Empty: only asked-for mail goes to them; later mails wait, and why says so.",
    basisHint: "e.g. ticked “further mails” on the GEO form",
    needsEmail: "Choose the column with the address.",
    needsFlow: "Choose the column with the flow, or one flow for all.",
    dryRun: "Dry run",
    gone: "That tab is not there any more. Nothing was written.",
    busy: "Events was busy; what was written stays. Press once more: it goes on where it stopped.",
    adopt: (count: number) => `Adopt ${count} people`,
    nothing: "There is nobody to adopt.",
    working: (done: number, of: number) => `Adopted ${done} of ${of} …`,
    done: (count: number) =>
      `Adopted: ${count}. They stand in Queue and Contacts; the old tab is as it was.`,
    lines: (tab: string, count: number) => `“${tab}”, lines: ${count}`,
    counts: {
      people: "new people",
      rows: "rows in Queue",
      paid: "paid: nothing goes to them",
      today: "due today",
      overdue: "overdue",
      known: "known here, keep their state",
      noted: "known here, get the tag of this list",
      joined: "known here, get a row in another flow",
      stopped: "known here, stopped now because the sheet says so",
      noConsent: "without consent: marketing mails are blocked",
      elsewhere: "come from another form: kept as people, no row",
      twice: "lines that say the same once more, not taken",
    },
    spread: (until: string) =>
      `Nothing overdue goes in a burst: one every 15 minutes, the last on ${until}.`,
    mostOnOneDay: (day: string, count: number) =>
      `Most on one day: ${count} on ${day}. An ordinary Gmail account sends about 100 a day; the rest follows on the days after.`,
    flowOff: (flow: string) => `Flow ${flow} is off: its rows wait until you switch it on.`,
    rehearsal: "In REHEARSAL adopted rows wait; their mails begin with LIVE.",
    rows: (rows: string) => `: rows ${rows}`,
    otherColumns: "Other columns",
    leftOut: "Left out, because they cannot be read without guessing",
    again: "Mend them in the tab and run this once more: it adds only what is missing.",
    faults: {
      "address missing": "without an address",
      erased: "erased before, and not brought back",
      disposable: "an address that is thrown away after use (Settings disposable = refuse)",
      cells: "more cells than there are columns",
      address: (seen: string) => `no address: “${seen}”`,
      several: (seen: string) => `more than one address: “${seen}”`,
      quoted: (seen: string) => `an address in quotes, which many servers refuse: “${seen}”`,
      literal: (seen: string) => `a number in place of a domain: “${seen}”`,
      long: (seen: string) => `longer than an address may be: “${seen}”`,
      unreadable: (field: string, seen: string) => `${field}: “${seen}” is not understood`,
      ambiguous: (field: string, seen: string) => `${field}: “${seen}” may be two days`,
      flow: (seen: string) => `no flow is called “${seen}”`,
    },
    more: (count: number) => `… and ${count} more`,
    told: (lines: number, people: number, tab: string) =>
      `adopted from “${tab}”: people ${people}, lines ${lines}`,
  },
  zh: {
    intro:
      "把本文件中另一个工作表里的人接过来，从原来的阶段和下次发送时间继续。原工作表只读不改。先给你看结果，确认后才写入。",
    noTabs: "本文件里没有其他工作表。请先把旧表复制到本文件中成为一个工作表，再打开此窗口。",
    tab: "旧表所在的工作表",
    next: "下一步",
    back: "返回",
    flow: "这些人在哪个流程里",
    byColumn: "按“流程或产品”一列",
    peopleOnly: "都不在：只保存联系人，不给任何人发信",
    order: "03/04/2026 这样的日期",
    orders: { "": "列出来，我自己看", dmy: "日在前：4 月 3 日", mdy: "月在前：3 月 4 日" },
    columns: "每一列是什么",
    none: "— 没有这一列 —",
    basis:
      "没有“同意”记录的人，你凭什么可以给他们写信。留空：只发对方索取的邮件，后续邮件不会发送，why 里写明原因。",
    basisHint: "例如：在 GEO 表单里勾选了“接收后续邮件”",
    needsEmail: "请选好邮箱列。",
    needsFlow: "请选择流程列，或为所有人选一个流程。",
    dryRun: "试算",
    gone: "该工作表已不存在，什么都没有写入。",
    busy: "Events 正忙；已写入的保留。请再按一次，会从中断处继续。",
    adopt: (count: number) => `接管 ${count} 人`,
    nothing: "没有可接管的人。",
    working: (done: number, of: number) => `已接管 ${done} / ${of}……`,
    done: (count: number) => `已接管 ${count} 人，见 Queue 和 Contacts；旧工作表没有改动。`,
    lines: (tab: string, count: number) => `“${tab}”共 ${count} 行`,
    counts: {
      people: "新联系人",
      rows: "写入 Queue 的行",
      paid: "已付款，不再发信",
      today: "今天到期",
      overdue: "已过期",
      known: "这里已有，保持现状",
      noted: "这里已有，加上本名单的标签",
      joined: "这里已有，新增另一流程的一行",
      stopped: "这里已有，因旧表记录而停发",
      noConsent: "没有同意：营销邮件不会发送",
      elsewhere: "来自其他表单：只保存联系人，不建行",
      twice: "重复的行，未采用",
    },
    spread: (until: string) => `过期的不会一次发出：每 15 分钟一封，最后一封在 ${until}。`,
    mostOnOneDay: (day: string, count: number) =>
      `单日最多：${day}，${count} 封。普通 Gmail 账号一天约发 100 封，其余顺延到之后几天。`,
    flowOff: (flow: string) => `流程 ${flow} 未开启：它的行会等到你开启。`,
    rehearsal: "REHEARSAL 期间接管的行会等待，转为 LIVE 后才开始发信。",
    rows: (rows: string) => `：第 ${rows} 行`,
    otherColumns: "其他列",
    leftOut: "以下内容不猜测就无法识别，未采用",
    again: "在旧表中改好后再运行一次：只会补上缺少的。",
    faults: {
      "address missing": "没有邮箱",
      erased: "数据已删除，不再恢复",
      disposable: "一次性邮箱（Settings disposable = refuse）",
      cells: "单元格比列多",
      address: (seen: string) => `不是邮箱：“${seen}”`,
      several: (seen: string) => `不止一个邮箱：“${seen}”`,
      quoted: (seen: string) => `带引号的邮箱，许多服务器不收：“${seen}”`,
      literal: (seen: string) => `域名处是数字地址：“${seen}”`,
      long: (seen: string) => `超过邮箱的最大长度：“${seen}”`,
      unreadable: (field: string, seen: string) => `${field}：“${seen}”无法识别`,
      ambiguous: (field: string, seen: string) => `${field}：“${seen}”可能是两个日期`,
      flow: (seen: string) => `没有名为“${seen}”的流程`,
    },
    more: (count: number) => `……还有 ${count} 项`,
    told: (lines: number, people: number, tab: string) =>
      `从“${tab}”的 ${lines} 行接管 ${people} 人`,
  },
} as const;
