// The public page about people's data: what Register says, with the owner's name and how long things are kept.
import type { RegisterRow } from "../../../sheets-schema/index";
import { inLanguage, shippedRegister } from "../../flows/register";
import { type Keep, keptDays } from "../../model/keep";
import { type Page, privacyPage, type Site } from "../../pages/index";
import type { Ports } from "../../ports";
import { PRIVACY } from "../../words/privacy";
import { loadSettings } from "../office";

export function showPrivacy(
  ports: Ports,
  kept: Readonly<Record<string, string>>,
  site: Site,
): Page {
  const { brand, senderName, postalAddress, replyTo, senderAlias, keep } = loadSettings(ports);
  const mail = replyTo || senderAlias || (kept.owner ?? "");
  const who = { name: brand || senderName, postalAddress, mail };
  const rows = rowsOf(ports, site).filter(({ shown }) => shown === "YES");
  return privacyPage(
    site,
    who,
    rows.map((row) => withTerm(inLanguage(row, site.language), keep, site)),
  );
}

/** A file that has no such rows yet says what is shipped. */
function rowsOf({ store }: Ports, { language }: Site): readonly RegisterRow[] {
  const rows = store.read("Register").flatMap(({ cells }) => (cells.entry === "" ? [] : [cells]));
  return rows.length > 0 ? rows : shippedRegister(language);
}

function withTerm(row: RegisterRow, keep: Keep, { language }: Site): RegisterRow {
  if (row.entry !== "sheet" || row.kept !== "") return row;
  const words = PRIVACY[language];
  const terms = (["Contacts", "Payers", "Events", "Sends"] as const).flatMap((name) => {
    const ms = keep[name];
    return ms === undefined ? [] : [words.terms[name](keptDays(ms))];
  });
  return { ...row, kept: [...terms, words.untilErased].join(words.and) };
}
