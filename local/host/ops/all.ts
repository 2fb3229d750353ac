// Everything a script can ask of the host, by name.
import type { OpTable } from "../op.ts";
import { copyOps } from "./copy.ts";
import { fetchOps } from "./fetch.ts";
import { fileOps } from "./files.ts";
import { filterOps } from "./filters.ts";
import { lockOps } from "./locks.ts";
import { mailOps } from "./mail.ts";
import { moveOps } from "./move-rows.ts";
import { rangeLookOps } from "./range-looks.ts";
import { rangeValueOps } from "./range-values.ts";
import { scriptOps } from "./script.ts";
import { sheetOps } from "./sheets.ts";
import { spreadsheetOps } from "./spreadsheet.ts";
import { cacheOps, propertyOps } from "./stores.ts";
import { loggerOps, sessionOps, uiOps } from "./surroundings.ts";
import { utilityOps } from "./utilities.ts";

export const ops: OpTable = {
  ...spreadsheetOps,
  ...sheetOps,
  ...rangeValueOps,
  ...rangeLookOps,
  ...filterOps,
  ...copyOps,
  ...fileOps,
  ...moveOps,
  ...mailOps,
  ...lockOps,
  ...propertyOps,
  ...cacheOps,
  ...scriptOps,
  ...fetchOps,
  ...uiOps,
  ...loggerOps,
  ...sessionOps,
  ...utilityOps,
};
