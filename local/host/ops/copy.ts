// Copies of the whole spreadsheet: each is a file of its own, with the script but without what makes it run.
import { acts, type Call, type OpTable, reads } from "../op.ts";

const copy = acts((call: Call, name: string) => {
  const { world, clock, copied } = call.platform;
  const made = world.copyAs(name, clock.now());
  copied(made.folder);
  return { id: made.id, name };
});

export const copyOps: OpTable = {
  "Spreadsheet.copy": copy,
  "SpreadsheetApp.findCopy": reads((call: Call, id: string) => {
    const found = call.platform.world.copies().find((one) => one.id === id);
    return found === undefined ? null : { id, name: found.name };
  }),
};
