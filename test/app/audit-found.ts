// What the audit finds in an office.
import { audited } from "../../src/app/audit/audit";
import type { MemoryOffice } from "./memory-office";

function look({ ports }: MemoryOffice) {
  return audited(ports, ports.properties.all());
}

/** What it finds, as a person would read it. */
export function found(office: MemoryOffice): readonly string[] {
  return look(office).differences.map(({ stands: { row }, says, cells }) => {
    const columns = cells.map(({ column, stands, says: told }) => `${column} ${stands} / ${told}`);
    return `${row.email} ${row.flow}: ${says === null ? "nothing tells of it" : columns.join(", ")}`;
  });
}
