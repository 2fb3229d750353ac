// What a person does to a whole tab or its rows: add, rename, delete, insert, fold, take a filter off.
import { post } from "./api.js";
import { hear, tell } from "./bus.js";
import { currentTab } from "./tabs.js";

export function listenToFolds() {
  hear("fold", (/** @type {{ row: number, collapsed: boolean }} */ { row, collapsed }) => {
    void actOn(currentTab(), { kind: "fold", row, collapsed });
  });
}

/**
 * @param {string} sheet
 * @param {object} act as the control API takes it
 * @returns {Promise<boolean>} false: refused, and the person has been told
 */
export async function actOn(sheet, act) {
  try {
    await post(`sheets/${encodeURIComponent(sheet)}/act`, act);
    return true;
  } catch (error) {
    tell("failed", { error });
    return false;
  } finally {
    tell("refresh");
  }
}
