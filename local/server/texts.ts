// What the terminal says, in English and Chinese.
import type { Language } from "./flags.ts";

export interface StartFacts {
  readonly url: string;
  readonly dataDir: string;
  readonly wishedPort: number;
  readonly port: number;
  readonly now: string;
  readonly clock: "still" | "wall";
}

export function startText(lang: Language, facts: StartFacts): string {
  const taken = facts.port !== facts.wishedPort;
  return (lang === "zh" ? chineseStart(facts, taken) : englishStart(facts, taken)).join("\n");
}

function englishStart(facts: StartFacts, taken: boolean): readonly string[] {
  return [
    ...(taken ? [`Port ${facts.wishedPort} is taken, so this is the next free one.`] : []),
    "",
    `  Dripsheet Local   ${facts.url}`,
    `  data folder       ${facts.dataDir}`,
    `  clock             ${facts.now}${facts.clock === "still" ? ", stands still" : ""}`,
    "",
    "  Nothing leaves this computer. Ctrl-C stops it; everything is kept for the next start.",
    "",
  ];
}

function chineseStart(facts: StartFacts, taken: boolean): readonly string[] {
  return [
    ...(taken ? [`端口 ${facts.wishedPort} 已被占用，改用下一个空闲端口。`] : []),
    "",
    `  Dripsheet Local   ${facts.url}`,
    `  数据文件夹        ${facts.dataDir}`,
    `  时钟              ${facts.now}${facts.clock === "still" ? "（静止）" : ""}`,
    "",
    "  所有内容都只在这台电脑上。按 Ctrl-C 停止；数据会保留到下次启动。",
    "",
  ];
}
