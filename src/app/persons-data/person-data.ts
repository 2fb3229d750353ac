// Everything that is kept of one person, from every tab and from the archive; what such a row says of others is left out.
import type { EventRow, QueueRow, TabName } from "../../../sheets-schema/index";
import { normalAddress } from "../../events/address";
import { contactIdOf } from "../../model/enrollment";
import type { PersonFile, PersonSection } from "../../pages/index";
import type { Ports, Store } from "../../ports";
import { archiveOf } from "../archive";
import { suppressedAs } from "../suppressed";
import { isFrom, isPaidBy, isSentTo, tellsOf, type Whose } from "./person-whose";

type Kept = Readonly<Record<string, string>>;

export function personFile(ports: Ports, kept: Kept, whose: Whose): PersonFile {
  const { store } = ports;
  const events = store.read("Events").map(({ cells }) => cells);
  const sends = store.read("Sends").map(({ cells }) => cells);
  const unmatched = store.read("Unmatched").map(({ cells }) => cells);
  const file = archiveOf(kept)?.fileId;
  const away = <N extends "Events" | "Sends">(tab: N) =>
    file === undefined ? [] : ports.archive.read(file, tab);
  const proofs = whose.contacts.map((one) => one.consent_proof).filter((id) => id !== "");
  const isProof = (event: EventRow) =>
    proofs.includes(event.id) || (event.type === "reader.confirm" && isFrom(event, whose));
  const all = [...events, ...away("Events")];
  return {
    address: whose.addresses[0] ?? "",
    at: ports.clock.now(),
    left: whose.addresses.some((address) => suppressedAs(ports, kept, address) !== null),
    sections: [
      section("Contacts", whose.contacts),
      section("Queue", rowsOf(store, whose)),
      {
        ...section("Events", all.filter(isProof).map(ownPart(whose))),
        what: "consent",
      },
      section(
        "Sends",
        [...sends, ...away("Sends")].filter((row) => isSentTo(row, whose)),
      ),
      section("Events", all.filter((row) => tellsOf(row, whose)).map(ownPart(whose))),
      section(
        "Unmatched",
        unmatched.filter((row) => isPaidBy(row, whose)),
      ),
    ],
  };
}

export function rowsOf(store: Store, { contacts, addresses }: Whose): readonly QueueRow[] {
  const rows = store.read("Queue").map(({ cells }) => cells);
  const ids = contacts.map(({ id }) => id);
  return rows.filter(({ id, email }) => {
    if (id === "") return false;
    return ids.includes(contactIdOf(id)) || addresses.includes(normalAddress(email) ?? "");
  });
}

/** One event may tell of many people. */
function ownPart(whose: Whose): (event: EventRow) => EventRow {
  return (event) =>
    isFrom(event, whose) ? event : { ...event, who: "", payload: agreedIn(event) };
}

/** Of a list only why its people may be written to: who else stood on it is none of theirs. */
function agreedIn({ type, payload }: EventRow): string {
  const agreed =
    type === "imported" || type === "adopted" ? /"agreed":(\{[^{}]*\})/.exec(payload) : null;
  return agreed === null ? "" : `{"agreed":${agreed[1]}}`;
}

function section(tab: TabName, rows: readonly object[]): PersonSection {
  return { tab, what: "rows", rows: rows as PersonSection["rows"] };
}
