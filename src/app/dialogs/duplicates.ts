// The window "Duplicates": pairs that may be one person are joined or kept apart, and every joining is undone here.
import type { Language, Ports } from "../../ports";
import { APART_WORDS, DUPLICATES, DUPLICATES_TITLE } from "../../words/duplicates";
import { Book } from "../book";
import { sayApart, wantJoined, wantParted } from "../clean-data/join-events";
import { readDoorConfig } from "../doors/door-config";
import { mayWrite, refusalOf } from "../owner-only";
import { runBatch } from "../run-batch";
import { type DialogAnswer, type DialogArgs, type DialogKind, openDialog } from "./dialog";
import { duplicatesView } from "./duplicates-view";

export const DUPLICATES_DIALOG: DialogKind = {
  name: "duplicates",
  title: DUPLICATES_TITLE,
  widthPx: 760,
  heightPx: 620,
  act: pressed,
};

export function openDuplicates(ports: Ports): void {
  if (!mayWrite(ports)) return;
  const { language } = readDoorConfig(ports.properties.all());
  openDialog(ports, DUPLICATES_DIALOG, duplicatesView(ports, language), language);
}

type Pair = readonly [kept: string, other: string];

function pressed(ports: Ports, { go = "", pair = "" }: DialogArgs): DialogAnswer {
  const { language } = readDoorConfig(ports.properties.all());
  const refusal = refusalOf(ports);
  if (refusal !== null) return { message: refusal[language] };
  const pairs = pair.split("\n").flatMap((line): Pair[] => {
    const [kept, other] = line.split(" ");
    return kept === undefined || other === undefined ? [] : [[kept, other]];
  });
  const message =
    pairs.length === 0 ? DUPLICATES[language].choose : done(ports, go, pairs, language);
  return { message, view: duplicatesView(ports, language) };
}

function done(ports: Ports, go: string, pairs: readonly Pair[], language: Language): string {
  const said = DUPLICATES[language];
  if (go === "apart") {
    const all = pairs.every(([one, other]) => sayApart(ports, one, other, APART_WORDS[language]));
    return all ? said.keptApart(pairs.length) : said.busy;
  }
  const book = new Book(ports);
  const wanted = pairs.flatMap(([keptId, otherId]) => {
    const [kept, other] = [book.own(keptId), book.own(otherId)];
    if (kept === null || other === null) return [];
    const isOne = other.merged_into === keptId;
    return isOne === (go === "part") ? [{ kept, other }] : [];
  });
  if (wanted.length === 0) return said.gone;
  const want = go === "part" ? wantParted : wantJoined;
  if (!wanted.every(({ kept, other }) => want(ports, kept, other))) return said.busy;
  runBatch(ports, "edit", false);
  const now = new Book(ports);
  const settled = wanted.filter(({ kept, other }) => {
    return (now.own(other.id)?.merged_into === kept.id) === (go !== "part");
  });
  if (settled.length === 0) return said.later;
  return go === "part" ? said.parted : said.joined(settled.length);
}
