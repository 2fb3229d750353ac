// The public page about people's data: what Register says, with the owner's name and how long things are kept.
import type { RegisterRow } from "../../sheets-schema/index";
import { inLanguage, shippedRegister } from "../flows/register";
import { type Page, privacyPage, type Site } from "../pages/index";
import type { Ports } from "../ports";
import { PRIVACY } from "../words/privacy";
import { loadSettings } from "./office";

export function showPrivacy(
  ports: Ports,
  kept: Readonly<Record<string, string>>,
  site: Site,
): Page {
  const { brand, senderName, postalAddress, replyTo, senderAlias } = loadSettings(ports);
  const mail = replyTo || senderAlias || (kept.owner ?? "");
  const who = { name: brand || senderName, postalAddress, mail };
  const rows = rowsOf(ports, site).filter(({ shown }) => shown === "YES");
  return privacyPage(
    site,
    who,
    rows.map((row) => withTerm(inLanguage(row, site.language), site)),
  );
}

/** A file that has no such rows yet says what is shipped. */
function rowsOf({ store }: Ports, { language }: Site): readonly RegisterRow[] {
  const rows = store.read("Register").flatMap(({ cells }) => (cells.entry === "" ? [] : [cells]));
  return rows.length > 0 ? rows : shippedRegister(language);
}

function withTerm(row: RegisterRow, { language }: Site): RegisterRow {
  const needsTerm = row.entry === "sheet" && row.kept === "";
  return needsTerm ? { ...row, kept: PRIVACY[language].untilErased } : row;
}
