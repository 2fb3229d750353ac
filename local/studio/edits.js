// Hands a person's edit to the sheet. Machine columns warn first, as Sheets does.
import { post } from "./api.js";
import { tell } from "./bus.js";
import { ask } from "./dialogs.js";
import { t } from "./words.js";

/**
 * @param {string} sheet
 * @param {import("./grid-columns.js").LookColumn} column
 * @param {any} cell Tabulator's cell, already showing the new value
 */
export async function sendEdit(sheet, column, cell) {
  const value = String(cell.getValue() ?? "");
  if (value === String(cell.getOldValue() ?? "")) return;
  try {
    if (column.warns && !(await mayEditAnyway(column.header))) {
      cell.restoreOldValue();
      tell("said", t("editKept"));
      return;
    }
    const { row } = cell.getRow().getData();
    await post(`sheets/${encodeURIComponent(sheet)}/edit`, { row, column: column.name, value });
  } catch (error) {
    cell.restoreOldValue();
    tell("failed", { error: explained(error, value, column) });
  }
  tell("refresh");
}

/**
 * Sheets only says that a rule was broken; whoever typed wants to know what the cell takes.
 * @param {unknown} error
 * @param {string} value
 * @param {import("./grid-columns.js").LookColumn} column
 */
function explained(error, value, column) {
  const isRefused = error instanceof Error && error.message.includes("data validation");
  if (!isRefused || column.choices.length === 0) return error;
  const choices = column.choices.join(", ");
  return new Error(t("notAllowed", { value, column: column.header, choices }));
}

/** @param {string} header */
export async function mayEditAnyway(header) {
  const answer = await ask({
    title: t("protectedTitle"),
    text: t("protectedText", { column: header }),
    buttons: ["OK", "CANCEL"],
  });
  return answer === "OK";
}
