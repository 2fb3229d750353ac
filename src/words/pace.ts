// How often the timer works, said in its line of Start here.
import type { Words } from "../../sheets-schema/index";

export const TIMER_PACE = {
  again: {
    en: "runs every minute again; the time beside says when it last ran",
    zh: "已恢复每分钟运行；右侧是最近一次运行的时间",
  },
  slower: (minutes: number, used: number, of: number): Words => ({
    en: `runs every ${minutes} minutes for now: ${used} of the ${of} timer minutes a day that it may use are gone. It is faster again by itself; forms, pages and payments are taken in as always`,
    zh: `目前每 ${minutes} 分钟运行一次：每天可用的 ${of} 分钟定时器时间已用 ${used} 分钟。之后会自动恢复；表单、网页和付款照常接收`,
  }),
  rests: (used: number, of: number): Words => ({
    en: `rests: ${used} of the ${of} timer minutes a day that it may use are gone. It goes on by itself within a day; forms, pages and payments are taken in as always`,
    zh: `暂停运行：每天可用的 ${of} 分钟定时器时间已用 ${used} 分钟。一天内会自动继续；表单、网页和付款照常接收`,
  }),
} as const;
