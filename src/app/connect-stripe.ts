// Menu "Connect Stripe": takes the key, shows the webhook's address and its events, and says which of Stripe's own
// mails would say the same twice.
import { STRIPE_TYPES } from "../events/stripe-payment";
import type { Ports } from "../ports";
import { readDoorConfig } from "./door-config";
import { beginHistory } from "./history-state";
import { languageOf } from "./owner-only";

/** By a prompt, never by a cell. */
export function connectStripe(ports: Ports): void {
  const language = languageOf(ports);
  const said = STRIPE[language];
  const typed = ports.person.ask("Stripe", said.ask)?.trim() ?? "";
  if (typed !== "") {
    if (!/^(rk|sk)_(live|test)_[A-Za-z0-9_]+$/.test(typed)) {
      ports.person.tell("Stripe", said.wrong);
      return;
    }
    ports.properties.set("stripe_key", typed);
  }
  const kept = ports.properties.all();
  const reads = beginHistory(ports, kept) ? said.history : "";
  const url = readDoorConfig(kept).webAppUrl || "https://script.google.com/macros/s/…/exec";
  const address = `${url}?hook=stripe&key=${kept.hook_key ?? ""}`;
  const events = `${said.events}\n${STRIPE_TYPES.join("\n")}`;
  const parts = [`${said.hook}\n\n${address}`, events, said.ownMails, reads];
  ports.person.tell("Stripe", parts.filter((part) => part !== "").join("\n\n"));
}

const STRIPE = {
  en: {
    ask: "Paste a restricted key (rk_live_…) that may read events, charges, customers, invoices, payment intents and checkout sessions. Leave it empty to keep the stored one.",
    wrong: "That is no Stripe key: it begins with rk_live_ or rk_test_. Nothing was changed.",
    hook: "In Stripe ▸ Developers ▸ Webhooks add this address. It is a password: show it to nobody.",
    events: "Events to send:",
    ownMails:
      "So that nobody is written to twice about a failed payment, switch off Stripe's own mails: Settings ▸ Billing ▸ Subscriptions and emails ▸ Manage failed payments ▸ Customer emails, \"Send emails when card payments fail\". Stripe's receipts are under Settings ▸ Customer emails ▸ Successful payments: leave them on where you need a receipt, off where the delivery mail is enough.",
    history:
      "Who has paid so far is now being read from Stripe, by itself; nobody is mailed. Start here shows how far it is.",
  },
  zh: {
    ask: "粘贴受限密钥（rk_live_…），需可读取 events、charges、customers、invoices、payment intents、checkout sessions。留空则保留已存密钥。",
    wrong: "这不是 Stripe 密钥：应以 rk_live_ 或 rk_test_ 开头。未作改动。",
    hook: "在 Stripe ▸ Developers ▸ Webhooks 中添加此地址。它等同密码，请勿外传。",
    events: "需要发送的事件：",
    ownMails:
      "为避免同一笔失败付款收到两份邮件，请关闭 Stripe 自带的邮件：Settings ▸ Billing ▸ Subscriptions and emails ▸ Manage failed payments ▸ Customer emails 中的“Send emails when card payments fail”。Stripe 的收据在 Settings ▸ Customer emails ▸ Successful payments：需要收据就保留，交付邮件已足够则关闭。",
    history: "正在自动从 Stripe 读取谁付过款；不会给任何人发信。进度见 Start here。",
  },
} as const;
