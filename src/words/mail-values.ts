// What each value of a template is and where it comes from.
import type { Words } from "../../sheets-schema/index";

export const MAIL_VALUES: Readonly<Record<string, Words>> = {
  name: { en: "the reader's name, as they wrote it", zh: "读者填写的名字" },
  email: { en: "the reader's address", zh: "读者的邮箱" },
  "links.download": {
    en: "the GEO pack: geo_download_url in Settings",
    zh: "GEO 资料包：Settings 的 geo_download_url",
  },
  "links.stop": {
    en: "the reader's way out: needs web_app_url in Settings",
    zh: "读者的退订链接：需要 Settings 的 web_app_url",
  },
  "links.back": {
    en: "the reader's way back: needs web_app_url in Settings",
    zh: "读者的自助页面：需要 Settings 的 web_app_url",
  },
  "links.confirm": {
    en: "the page where the reader confirms the consent: needs web_app_url in Settings",
    zh: "读者确认同意的页面：需要 Settings 的 web_app_url",
  },
  "links.stay": {
    en: "the page where the reader says that mails shall go on: needs web_app_url in Settings",
    zh: "读者表示继续接收的页面：需要 Settings 的 web_app_url",
  },
  "links.offer": {
    en: "the page of this flow's offer: Offers, and web_app_url in Settings",
    zh: "本流程产品的页面：Offers，以及 Settings 的 web_app_url",
  },
  "links.lite": {
    en: "the Lite page: Offers, and web_app_url in Settings",
    zh: "Lite 页面：Offers，以及 Settings 的 web_app_url",
  },
  "links.course": {
    en: "the course page: Offers, and web_app_url in Settings",
    zh: "课程页面：Offers，以及 Settings 的 web_app_url",
  },
  "links.checkout": {
    en: "where a payment is completed: Stripe, Offers, or recovery_url in Settings",
    zh: "完成付款的链接：Stripe、Offers，或 Settings 的 recovery_url",
  },
  "links.result": { en: "result_url of the row in Queue", zh: "Queue 中该行的 result_url" },
  "links.delivery": { en: "delivery_link in Offers", zh: "Offers 的 delivery_link" },
  topic: {
    en: "what readers know the flow as: name_en, name_zh in Flows",
    zh: "读者看到的流程名称：Flows 的 name_en、name_zh",
  },
  "sender.name": { en: "sender_name in Settings", zh: "Settings 的 sender_name" },
  "contact.website": { en: "the website from the reader's form", zh: "读者表单中的网址" },
  "offer.name": { en: "name in Offers", zh: "Offers 的 name" },
  "offer.price": { en: "the price that holds for this reader", zh: "此读者现在适用的价格" },
  "offer.price_after": { en: "the price after the deadline", zh: "截止之后的价格" },
  "offer.deadline": { en: "until when the lower price holds", zh: "优惠价的截止时间" },
  "payment.amount": { en: "what was to be paid, from Stripe", zh: "应付金额，来自 Stripe" },
  result_url: { en: "result_url of the row in Queue", zh: "Queue 中该行的 result_url" },
  why_now: { en: "the cell why_now of this mail", zh: "这封邮件的 why_now 单元格" },
  cost_of_not: { en: "the cell cost_of_not of this mail", zh: "这封邮件的 cost_of_not 单元格" },
};
