// Sorts the Queue and hides rows by the sheet's own filter, which a person can open and remove like any other.
import type { Arrangement } from "../ports";
import { requireSheet } from "./tab-access";
import { gridOf, lettersOf, requireColumn } from "./tab-grid";

export function arrangeQueue(arrangement: Arrangement): void {
  const sheet = requireSheet("Queue");
  const [headers = []] = sheet.getRange("1:1").getValues();
  const grid = gridOf("Queue", [headers]);
  const numberOf = (column: string) => requireColumn(grid, "Queue", column) + 1;
  // Whole rows, also what stands in columns without a header; the mark of the filter only where there is one.
  const everything = `A2:${lettersOf(headers.length - 1)}`;
  const titled = `A:${lettersOf(Math.max(...grid.columns.values()))}`;
  // Nobody has written down what sorting does to rows that a filter hides.
  sheet.getFilter()?.remove();
  sheet
    .getRange(everything)
    .sort(
      arrangement.sortBy.map(({ column, ascending }) => ({ column: numberOf(column), ascending })),
    );
  const criteria = criteriaOf(arrangement);
  if (criteria.length > 0) {
    const filter = sheet.getRange(titled).createFilter();
    for (const [column, criterion] of criteria) {
      filter.setColumnFilterCriteria(numberOf(column), criterion);
    }
  }
  sheet.activate();
}

type Criteria = readonly [column: string, GoogleAppsScript.Spreadsheet.FilterCriteria];

function criteriaOf({ hide, beforeTomorrow }: Arrangement): Criteria[] {
  const hidden = Object.entries<readonly string[] | undefined>(hide).flatMap(
    ([column, values = []]): Criteria[] =>
      values.length === 0
        ? []
        : [
            [
              column,
              SpreadsheetApp.newFilterCriteria()
                .setHiddenValues([...values])
                .build(),
            ],
          ],
  );
  if (beforeTomorrow === undefined) return hidden;
  const { TOMORROW } = SpreadsheetApp.RelativeDate;
  const due = SpreadsheetApp.newFilterCriteria().whenDateBefore(TOMORROW).build();
  return [...hidden, [beforeTomorrow, due]];
}
