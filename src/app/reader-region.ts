// The region a reader's marketing mail goes to, where the owner has chosen any.
import type { RegionRow } from "../../sheets-schema/index";
import { readerClock } from "../model/contact-zone";
import { contactIdOf, type Enrollment } from "../model/enrollment";
import { regionOf } from "../model/region";
import type { Planning } from "./sending/plan";

/** Told by their own zone or phone or address; a zone that only the owner's settings give says nothing of them. */
export function readerRegion(
  { ports, office, book, now }: Pick<Planning, "ports" | "office" | "book" | "now">,
  { row }: Enrollment,
): RegionRow | null {
  const contact = book.contact(contactIdOf(row.id));
  if (office.regions.length === 0 || contact === null) return null;
  const { clock, from } = readerClock(ports.zones.offsetMs, contact, "", () => "", now);
  return regionOf(office.regions, contact, from === "sheet" ? "" : clock.zone);
}
