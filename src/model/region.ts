// What a reader's region asks of marketing mail.
import type { ContactRow, RegionRow } from "../../sheets-schema/index";
import { listOf } from "./list-cell";

/** The chosen rows, in the order they stand. */
export function chosenRegions(
  rows: readonly RegionRow[],
  names: readonly string[],
): readonly RegionRow[] {
  return rows.filter(({ region }) => region !== "" && names.includes(region));
}

/** Null: none of them is for this reader. `zone`: of their own clock, as far as it is known. */
export function regionOf(
  regions: readonly RegionRow[],
  { email, phone }: Pick<ContactRow, "email" | "phone">,
  zone: string,
): RegionRow | null {
  const digits = phone.replace(/^\s*00/, "+").replace(/[^\d+]/g, "");
  const isFor = (reader: string) => {
    if (reader.startsWith("+")) return digits.startsWith(reader);
    if (reader.startsWith(".")) return email.toLowerCase().endsWith(reader.toLowerCase());
    return reader.endsWith("/") ? zone.startsWith(reader) : zone === reader;
  };
  return regions.find(({ readers }) => listOf(readers).some(isFor)) ?? null;
}

/** An age that their tags name, as "age:15", is too young to agree there. */
export function isTooYoung(region: RegionRow | null, { tags }: Pick<ContactRow, "tags">): boolean {
  const ages = listOf(tags).flatMap((tag) => /^age:(\d{1,3})$/.exec(tag)?.[1] ?? []);
  return ages.some((age) => Number(age) < (region?.age_of_consent ?? 0));
}
