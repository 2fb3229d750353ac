// What a reader's region asks of marketing mail.
import type { ContactRow, RegionRow } from "../../sheets-schema/index";
import { listOf } from "./list-cell";

/** The chosen rows, in the order they stand. */
export function chosenRegions(
  rows: readonly RegionRow[],
  names: readonly string[],
): readonly RegionRow[] {
  return rows.filter(({ region }) => names.some((name) => isCalled(region, name)));
}

/** Chosen, but there is no such row. */
export function unknownRegions(
  rows: readonly RegionRow[],
  names: readonly string[],
): readonly string[] {
  return names.filter((name) => !rows.some(({ region }) => isCalled(region, name)));
}

function isCalled(region: string, name: string): boolean {
  return region.trim().toLowerCase() === name.toLowerCase();
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

const AGES = /(?:^|[\s,，;；、])age\s*[:：]\s*(\d{1,3})(?!\d)/gi;

/** An age that their tags name, as "age:15", is too young to agree there. */
export function isTooYoung(region: RegionRow | null, { tags }: Pick<ContactRow, "tags">): boolean {
  const ages = [...tags.matchAll(AGES)].map(([, age]) => Number(age));
  return ages.some((age) => age < (region?.age_of_consent ?? 0));
}
