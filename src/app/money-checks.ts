// The lines of Start here that speak of money: the key, what was paid before, payments without a name, Stripe's mails.
import type { Ports } from "../ports";
import { keyProblem } from "./ask-stripe";
import { type Check, words } from "./check-words";
import { historyCheck } from "./history-state";
import type { Office } from "./office";
import { openRows } from "./unmatched";

type Kept = Readonly<Record<string, string>>;

export function moneyChecks(ports: Ports, kept: Kept, office: Office): readonly Check[] {
  const { settings, rules } = office;
  const history = historyCheck(kept, settings.mode);
  const afterFailure = [...rules.values()].filter(
    ({ on, entries }) => on && entries.includes("payment.failed"),
  );
  return [
    keyCheck(kept, office),
    { id: "payment history", ok: history.ok, ready: history.told, open: history.told },
    unmatchedCheck(ports),
    ...(afterFailure.length > 0 ? [STRIPES_MAILS] : []),
  ];
}

function keyCheck(kept: Kept, { settings }: Office): Check {
  const wrongKeys = kept.wrong_hook_keys ?? "0";
  return {
    id: "Stripe",
    ok: keyProblem(kept.stripe_key ?? "", settings.mode) === "",
    ready: words(
      `a restricted key is stored; posts refused for a wrong webhook key: ${wrongKeys}`,
      `已保存受限密钥；因 webhook 密钥不符被拒：${wrongKeys} 次`,
    ),
    open: words(
      "press Dripsheet ▸ Connect Stripe and store a key that fits the mode, so that a payment stops everything by itself",
      "点击 Dripsheet ▸ 连接 Stripe，保存与模式相符的密钥，付款后即可自动停发",
    ),
  };
}

export function unmatchedCheck(ports: Ports): Check {
  const count = openRows(ports).length;
  return {
    id: "unmatched payments",
    ok: count === 0,
    ready: words("every payment has its person", "每笔付款都已对应到人"),
    open: words(
      `waiting for a name: ${count}. Press Dripsheet ▸ This is …, or fill in this_is in Unmatched`,
      `${count} 笔待认领：点击 Dripsheet ▸ 付款人是……，或在 Unmatched 填写 this_is`,
    ),
  };
}

/** It cannot be seen from here whether they are off. */
const TWICE = words(
  'a flow here writes about failed payments. Switch off Stripe\'s own mails on them: Settings ▸ Billing ▸ Subscriptions and emails ▸ Manage failed payments ▸ Customer emails, "Send emails when card payments fail"',
  "这里有流程会就付款失败发信。请关闭 Stripe 自带的同类邮件：Settings ▸ Billing ▸ Subscriptions and emails ▸ Manage failed payments ▸ Customer emails 中的“Send emails when card payments fail”",
);
const STRIPES_MAILS: Check = {
  id: "Stripe's own mails",
  ok: true,
  ready: TWICE,
  open: TWICE,
};
