// The regions a new sheet knows. None holds before Settings names it; whether one applies to a business is its owner's question.
import type { RegionRow, Words } from "../../sheets-schema/index";
import { REGION_LAWS, SUBJECT_MARKS } from "../words/regions";

interface Shipped extends Partial<RegionRow> {
  readonly region: keyof typeof REGION_LAWS;
  readonly readers: string;
}

const REGIONS: readonly Shipped[] = [
  {
    region: "CN",
    readers: "Asia/Shanghai, Asia/Urumqi, +86, .cn",
    subject_mark: SUBJECT_MARKS.CN,
    age_of_consent: 14,
  },
  {
    region: "KR",
    readers: "Asia/Seoul, +82, .kr",
    subject_mark: SUBJECT_MARKS.KR,
    age_of_consent: 14,
  },
  {
    region: "DE",
    readers: "Europe/Berlin, Europe/Vienna, +49, +43, .de, .at",
    age_of_consent: 16,
    double_opt_in: "YES",
  },
  { region: "EU", readers: "Europe/, .eu", age_of_consent: 16 },
  {
    region: "US",
    readers: "America/New_York, America/Chicago, America/Denver, America/Los_Angeles, US/, .us",
    age_of_consent: 13,
  },
  {
    region: "CA",
    readers: "America/Toronto, America/Vancouver, America/Halifax, America/Winnipeg, Canada/, .ca",
  },
];

export function shippedRegions(language: keyof Words): readonly RegionRow[] {
  return REGIONS.map((region) => ({
    ...{ about: REGION_LAWS[region.region][language], subject_mark: "", postal_address: "" },
    ...{ age_of_consent: null, double_opt_in: "NO" as const, ...region },
  }));
}
