// Menu "This is …": asks for one open payment after another whose it is.
import type { UnmatchedRow } from "../../sheets-schema/index";
import type { Language, Ports } from "../ports";
import { Book } from "./book";
import { languageOf, mayWrite } from "./owner-only";
import { markStop } from "./record-event";
import { runBatch } from "./run-batch";
import { namedIn, openRows } from "./unmatched";

const TITLE = { en: "This is …", zh: "付款人是……" } as const;
const NONE = {
  en: "No payment waits for a name: Unmatched has no open row.",
  zh: "没有待认领的付款：Unmatched 中没有未处理的行。",
} as const;

export function thisIs(ports: Ports): void {
  if (!mayWrite(ports)) return;
  const language = languageOf(ports);
  const open = openRows(ports).map(({ cells }) => cells);
  if (open.length === 0) {
    ports.person.tell(TITLE[language], NONE[language]);
    return;
  }
  const named = askEach(ports, open, language);
  if (named === 0) return;
  markStop(ports);
  runBatch(ports, "edit");
  tellSettled(ports, open, language);
}

/** Cancel ends the questions; what was answered before counts. */
function askEach(ports: Ports, open: readonly UnmatchedRow[], language: Language): number {
  const people = new Book(ports);
  let named = 0;
  for (const row of open) {
    const answer = askUntilUsable(ports, row, people, language);
    if (answer === null) break;
    if (answer === "") continue;
    ports.store.update("Unmatched", [{ id: row.payment, cells: { this_is: answer } }]);
    named += 1;
  }
  return named;
}

function askUntilUsable(
  ports: Ports,
  row: UnmatchedRow,
  people: Book,
  language: Language,
): string | null {
  let wrong = "";
  for (;;) {
    const answer = ports.person.ask(TITLE[language], question(row, wrong, language));
    if (answer === null) return null;
    const typed = answer.trim();
    if (typed === "" || namedIn(typed, people).kind !== "wrong") return typed;
    wrong = typed;
  }
}

function question(row: UnmatchedRow, wrong: string, language: Language): string {
  const zh = language === "zh";
  const known = [row.payment, row.name, row.amount, row.offer].filter((cell) => cell !== "");
  const lines = [
    wrong === ""
      ? ""
      : zh
        ? `“${wrong}”既不是邮箱或 Contacts 中的 id，也不是 nobody。`
        : `"${wrong}" is neither an address, nor an id from Contacts, nor nobody.`,
    known.join(" · "),
    row.suspects === "" ? "" : zh ? `可能是：${row.suspects}` : `It may be: ${row.suspects}`,
    zh
      ? "这笔付款是谁的？请输入其邮箱，或 Contacts 中的 id；不是这里任何人的则输入 nobody。留空则跳过。"
      : "Whose payment is it? Type the address, or an id from Contacts, or nobody if it is nobody's here. Empty skips it.",
  ];
  return lines.filter((line) => line !== "").join("\n");
}

function tellSettled(ports: Ports, open: readonly UnmatchedRow[], language: Language): void {
  const asked = new Set(open.map(({ payment }) => payment));
  const lines = ports.store
    .read("Unmatched")
    .filter(({ cells }) => asked.has(cells.payment) && cells.resolved_at !== null)
    .map(({ cells }) => `${cells.payment}: ${cells.what_to_do}`);
  const later =
    language === "zh"
      ? "已记下，下次运行时处理（约一分钟内）。"
      : "Noted; the next run settles it, within about a minute.";
  ports.person.tell(TITLE[language], lines.length > 0 ? lines.join("\n") : later);
}
