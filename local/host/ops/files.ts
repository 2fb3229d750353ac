// Other spreadsheet files of the account that the script has made: each has sheets of its own, which the same calls reach.
import { ServiceError } from "../errors.ts";
import { acts, type Call, free, type OpTable, reads } from "../op.ts";
import { newFile, sheetInFile } from "../other-files.ts";

const create = acts((call: Call, name: string) => {
  const id = newFile(call.platform.world, name);
  return { id, name };
});

const fileOf = (call: Call, fileId: string) => {
  const file = call.platform.world.state.files?.[fileId];
  if (file === undefined) throw new ServiceError(`File ${fileId} not found`);
  return file;
};

export const fileOps: OpTable = {
  "SpreadsheetApp.create": create,
  "SpreadsheetApp.findFile": reads((call: Call, id: string) => {
    const file = call.platform.world.state.files?.[id];
    return file === undefined ? null : { id, name: file.name };
  }),
  "OtherFile.getSheets": free((call: Call, fileId: string) => fileOf(call, fileId).order),
  "OtherFile.getSheetByName": free((call: Call, fileId: string, name: string) => {
    const { order } = fileOf(call, fileId);
    const { grids } = call.platform.world;
    return order.find((id) => grids.get(id)?.props.name === name) ?? null;
  }),
  "OtherFile.insertSheet": acts((call: Call, fileId: string, name: string) => {
    fileOf(call, fileId);
    return sheetInFile(call.platform.world, fileId, name);
  }),
};
