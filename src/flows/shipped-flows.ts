// The founder's five systems as rows (design 4.1), and two more that ship switched off.
import type { FlowRow, Words } from "../../sheets-schema/index";
import { FLOW_NAMES } from "../words/way-back";

interface ShippedFlow {
  readonly flow: string;
  readonly on: "YES" | "NO";
  readonly entry: string;
  readonly opens_as: FlowRow["opens_as"];
  readonly reentry: string;
  readonly about: Words;
}

const FLOWS: readonly ShippedFlow[] = [
  {
    flow: "geo",
    on: "YES",
    entry: "form:geo",
    opens_as: "ACTIVE",
    reentry: "30 d",
    about: {
      en: "GEO pack: mail 1 with the download at once, mail 2 after 48 hours, then done.",
      zh: "GEO 资料包：立即发第 1 封（含下载），48 小时后第 2 封，然后结束。",
    },
  },
  {
    flow: "free_check",
    on: "NO",
    entry: "form:free_audit",
    opens_as: "ACTIVE",
    reentry: "30 d",
    about: {
      en: "Free check: a receipt at once, and the result when it is there. Nothing else.",
      zh: "免费检测：立即发回执，结果出来后发一封。没有其他邮件。",
    },
  },
  {
    flow: "lite",
    on: "NO",
    entry: "form:lite, press:lite",
    opens_as: "UNPAID",
    reentry: "never",
    about: {
      en: "Lite: a receipt with the price at once, then the drip from 72 hours on, until a payment.",
      zh: "Lite：立即发含价格的回执，72 小时起按节奏发送，直到付款。",
    },
  },
  {
    flow: "stripe_failed",
    on: "NO",
    entry: "payment.failed",
    opens_as: "FAILED",
    reentry: "each payment",
    about: {
      en: "A payment that failed at Stripe: one mail after 6 hours, a final one after 24.",
      zh: "Stripe 付款失败：6 小时后提醒一次，24 小时后最后确认一次。",
    },
  },
  {
    flow: "course",
    on: "NO",
    entry: "press:course",
    opens_as: "UNPAID",
    reentry: "never",
    about: {
      en: "The course: offer page and delivery. No mail sells it; its purchase stops everything.",
      zh: "系统课：只有产品页和交付。没有推销邮件；购买后停发一切。",
    },
  },
  {
    flow: "geo_to_lite",
    on: "NO",
    entry: "done:geo",
    opens_as: "ACTIVE",
    reentry: "never",
    about: {
      en: "Seven days after the GEO mails, unpaid: one mail with the Lite page. Only the reader's own press goes on.",
      zh: "GEO 邮件结束 7 天后仍未付款：发一封带 Lite 页面的邮件。只有对方自己点击才会继续。",
    },
  },
  {
    flow: "checkout_open",
    on: "NO",
    entry: "checkout.expired",
    opens_as: "ACTIVE",
    reentry: "each payment",
    about: {
      en: "A checkout that was left and has ended: one mail that says it can be opened again.",
      zh: "结账未完成且已过期：发一封邮件说明可以重新打开。",
    },
  },
];

export function shippedFlows(language: keyof Words): readonly FlowRow[] {
  return FLOWS.map(({ about, ...flow }) => ({
    ...flow,
    about: about[language],
    stops_on: "payment, unsubscribe",
    confirm: "",
    name_en: FLOW_NAMES[flow.flow]?.en ?? "",
    name_zh: FLOW_NAMES[flow.flow]?.zh ?? "",
    check: "",
  }));
}
