// SpreadsheetApp: the way in to the sheet the script is bound to.
import { ConditionalFormatRuleBuilder } from "./conditional-format.ts";
import { DataValidationBuilder } from "./data-validation.ts";
import { call, Exception } from "./door.ts";
import { FilterCriteriaBuilder } from "./filter.ts";
import { lacking } from "./lacking.ts";
import { type FileWire, OtherSpreadsheet } from "./other-spreadsheet.ts";
import { Range } from "./range.ts";
import { Sheet } from "./sheet.ts";
import {
  BooleanCriteria,
  BorderStyle,
  DataValidationCriteria,
  Dimension,
  ProtectionType,
  RelativeDate,
  WrapStrategy,
} from "./sheet-enums.ts";
import { setMakers } from "./sheet-registry.ts";
import { Spreadsheet } from "./spreadsheet.ts";
import { type CopyWire, SpreadsheetCopy } from "./spreadsheet-copy.ts";
import { activeSpreadsheet, setActiveSpreadsheet } from "./spreadsheet-registry.ts";
import { Ui } from "./ui.ts";

type GSpreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type GSheet = GoogleAppsScript.Spreadsheet.Sheet;
type GRange = GoogleAppsScript.Spreadsheet.Range;

setMakers({
  sheet: (id) => new Sheet(id),
  range: (sheetId, rect) => new Range(sheetId, rect),
});
setActiveSpreadsheet(new Spreadsheet());

export class SpreadsheetApp extends lacking<GoogleAppsScript.Spreadsheet.SpreadsheetApp>(
  "SpreadsheetApp",
) {
  override ProtectionType = ProtectionType;
  override WrapStrategy = WrapStrategy;
  override BorderStyle = BorderStyle;
  override Dimension = Dimension;
  override DataValidationCriteria = DataValidationCriteria;
  override BooleanCriteria = BooleanCriteria;
  override RelativeDate = RelativeDate;

  override getActiveSpreadsheet(): GSpreadsheet {
    return activeSpreadsheet();
  }
  override getActive(): GSpreadsheet {
    return activeSpreadsheet();
  }
  override getActiveSheet(): GSheet {
    return activeSpreadsheet().getActiveSheet();
  }
  override getActiveRange(): GRange {
    return activeSpreadsheet().getActiveRange() as GRange;
  }
  override getActiveRangeList(): GoogleAppsScript.Spreadsheet.RangeList {
    return activeSpreadsheet().getActiveRangeList() as GoogleAppsScript.Spreadsheet.RangeList;
  }
  override setActiveRangeList(
    list: GoogleAppsScript.Spreadsheet.RangeList,
  ): GoogleAppsScript.Spreadsheet.RangeList {
    return list.activate();
  }
  override getCurrentCell(): GRange {
    return activeSpreadsheet().getCurrentCell() as GRange;
  }
  override setActiveSheet(sheet: GSheet): GSheet {
    return activeSpreadsheet().setActiveSheet(sheet);
  }
  override setActiveRange(range: GRange): GRange {
    return range.activate();
  }
  override setCurrentCell(cell: GRange): GRange {
    return cell.activateAsCurrentCell();
  }
  override create(name: string, rows?: number, columns?: number): GSpreadsheet {
    if (rows !== undefined || columns !== undefined) {
      throw new Error("Dripsheet Local does not have the size of SpreadsheetApp.create yet");
    }
    return new OtherSpreadsheet(call<FileWire>("SpreadsheetApp.create", String(name)));
  }
  override openById(id: string): GSpreadsheet {
    if (id === activeSpreadsheet().getId()) return activeSpreadsheet();
    const copy = call<CopyWire | null>("SpreadsheetApp.findCopy", String(id));
    if (copy !== null) return new SpreadsheetCopy(copy);
    const file = call<FileWire | null>("SpreadsheetApp.findFile", String(id));
    if (file !== null) return new OtherSpreadsheet(file);
    throw new Exception(
      `Unexpected error while getting the method or property openById on object SpreadsheetApp.`,
    );
  }
  override flush(): void {
    call("SpreadsheetApp.flush");
  }
  override getUi(): GoogleAppsScript.Base.Ui {
    call("Ui.check");
    return new Ui();
  }
  override newDataValidation(): GoogleAppsScript.Spreadsheet.DataValidationBuilder {
    return new DataValidationBuilder();
  }
  override newFilterCriteria(): GoogleAppsScript.Spreadsheet.FilterCriteriaBuilder {
    return new FilterCriteriaBuilder();
  }
  override newConditionalFormatRule(): GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder();
  }
}
