// The live list on Start here: what is ready, what is open, one plain action each.
import type { Words } from "../../sheets-schema/index";
import type { Settings } from "../model/settings";
import type { Ports } from "../ports";
import { type Check, lineOf, type StartLine, words } from "./check-words";
import { moneyChecks } from "./money-checks";
import type { Office } from "./office";

export function startHereRows(ports: Ports, office: Office): readonly StartLine[] {
  const { language } = office.settings;
  const now = ports.clock.now();
  return checksOf(ports, office).map((check) => lineOf(check, language, now));
}

function checksOf(ports: Ports, office: Office): readonly Check[] {
  const { settings, rules, faults } = office;
  const missing = ports.triggers.missing();
  const kept = ports.properties.all();
  const on = [...rules.values()].filter((flow) => flow.on && flow.fault === null);
  return [
    {
      id: "timer",
      ok: missing.length === 0,
      ready: words(
        "runs by itself; the time beside is its last beat",
        "自动运行中；右侧是最近一次心跳",
      ),
      open: words(
        `press Dripsheet ▸ Set up: the timer is missing (${missing.join(", ")})`,
        `点击 Dripsheet ▸ 初始化：缺少定时器（${missing.join("、")}）`,
      ),
    },
    ...settingChecks(settings),
    ...moneyChecks(ports, kept, office),
    {
      id: "flows",
      ok: on.length > 0 && faults.length === 0,
      ready: words(
        `on: ${on.map(({ flow }) => flow).join(", ")}`,
        `已开启：${on.map(({ flow }) => flow).join("、")}`,
      ),
      open:
        faults.length > 0
          ? words(
              "look at the check column of Flows, Steps, Cadence, Templates, Offers and Settings",
              "请看 Flows、Steps、Cadence、Templates、Offers、Settings 的 check 列",
            )
          : words(
              "set on to YES in Flows for at least one flow",
              "在 Flows 中把至少一个流程的 on 设为 YES",
            ),
    },
  ];
}

function settingChecks(settings: Settings): readonly Check[] {
  const needs: readonly (readonly [string, string, Words])[] = [
    [
      "sender name",
      settings.senderName,
      words("who writes, as readers see it", "读者看到的发件人名称"),
    ],
    [
      "postal address",
      settings.postalAddress,
      words("no marketing mail goes without it", "没有它不发营销邮件"),
    ],
    [
      "web address",
      settings.webAppUrl,
      words("the /exec address of the deployed web app", "已部署网页应用的 /exec 地址"),
    ],
    [
      "GEO link",
      settings.geoDownloadUrl,
      words("what mail 1 hands over", "第一封邮件里的下载链接"),
    ],
  ];
  const keys: Readonly<Record<string, string>> = {
    "sender name": "sender_name",
    "postal address": "postal_address",
    "web address": "web_app_url",
    "GEO link": "geo_download_url",
  };
  return [
    {
      id: "mode",
      ok: settings.mode === "LIVE",
      ready: words("LIVE: mails go to the readers", "LIVE：邮件发给读者"),
      open: words(
        "REHEARSAL: every mail goes to you. When you like what you see, set mode in Settings to LIVE",
        "REHEARSAL：所有邮件都发给你自己。满意后在 Settings 把 mode 改为 LIVE",
      ),
    },
    {
      id: "sending",
      ok: settings.sending,
      ready: words("ON: the master switch is on", "ON：总开关已开"),
      open: words(
        "OFF: nothing is sent. Set sending in Settings to ON",
        "OFF：不发任何邮件。在 Settings 把 sending 设为 ON",
      ),
    },
    ...needs.map(([check, value, what]) => ({
      id: check,
      ok: value !== "",
      ready: what,
      open: words(
        `fill in ${keys[check]} in Settings: ${what.en}`,
        `在 Settings 填写 ${keys[check]}：${what.zh}`,
      ),
    })),
  ];
}
