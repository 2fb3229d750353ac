// The enumerations of SpreadsheetApp.
import { enumeration } from "./enums.ts";

export const ProtectionType =
  enumeration<typeof GoogleAppsScript.Spreadsheet.ProtectionType>("RANGE SHEET");
export const WrapStrategy =
  enumeration<typeof GoogleAppsScript.Spreadsheet.WrapStrategy>("WRAP OVERFLOW CLIP");
export const BorderStyle = enumeration<typeof GoogleAppsScript.Spreadsheet.BorderStyle>(
  "DOTTED DASHED SOLID SOLID_MEDIUM SOLID_THICK DOUBLE",
);
export const Dimension = enumeration<typeof GoogleAppsScript.Spreadsheet.Dimension>("COLUMNS ROWS");
export const DataValidationCriteria = enumeration<
  typeof GoogleAppsScript.Spreadsheet.DataValidationCriteria
>(
  "DATE_IS_VALID_DATE DATE_EQUAL_TO DATE_BEFORE DATE_ON_OR_BEFORE DATE_AFTER DATE_ON_OR_AFTER " +
    "DATE_BETWEEN DATE_NOT_BETWEEN NUMBER_BETWEEN NUMBER_EQUAL_TO NUMBER_GREATER_THAN " +
    "NUMBER_GREATER_THAN_OR_EQUAL_TO NUMBER_LESS_THAN NUMBER_LESS_THAN_OR_EQUAL_TO " +
    "NUMBER_NOT_BETWEEN NUMBER_NOT_EQUAL_TO TEXT_CONTAINS TEXT_DOES_NOT_CONTAIN TEXT_EQUAL_TO " +
    "TEXT_IS_VALID_EMAIL TEXT_IS_VALID_URL VALUE_IN_LIST VALUE_IN_RANGE CUSTOM_FORMULA CHECKBOX",
);
export const BooleanCriteria = enumeration<typeof GoogleAppsScript.Spreadsheet.BooleanCriteria>(
  "CELL_EMPTY CELL_NOT_EMPTY DATE_AFTER DATE_BEFORE DATE_EQUAL_TO DATE_AFTER_RELATIVE " +
    "DATE_BEFORE_RELATIVE DATE_EQUAL_TO_RELATIVE NUMBER_BETWEEN NUMBER_EQUAL_TO " +
    "NUMBER_GREATER_THAN NUMBER_GREATER_THAN_OR_EQUAL_TO NUMBER_LESS_THAN " +
    "NUMBER_LESS_THAN_OR_EQUAL_TO NUMBER_NOT_BETWEEN NUMBER_NOT_EQUAL_TO TEXT_CONTAINS " +
    "TEXT_DOES_NOT_CONTAIN TEXT_EQUAL_TO TEXT_NOT_EQUAL_TO TEXT_STARTS_WITH TEXT_ENDS_WITH " +
    "CUSTOM_FORMULA",
);
export const RelativeDate = enumeration<typeof GoogleAppsScript.Spreadsheet.RelativeDate>(
  "TODAY TOMORROW YESTERDAY PAST_WEEK PAST_MONTH PAST_YEAR",
);
