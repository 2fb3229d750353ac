// Rows and changes of the Queue, which has every kind of column.
import type { Row } from "../../sheets-schema/index";
import type { RowChange } from "../../src/ports";
import { blankRow } from "../memory/memory-store";

export type Cells = Partial<Row<"Queue">>;

export function row(cells: Cells): Row<"Queue"> {
  return { ...blankRow("Queue"), status: "ACTIVE", ...cells };
}

export function change(id: string, cells: Cells, seen?: Cells): RowChange<"Queue"> {
  return { id, cells, ...(seen === undefined ? {} : { seen }) };
}
