// Script properties: one store for every user and every door of this script.
import type { Properties } from "../ports";

export const scriptProperties: Properties = {
  all: () => store().getProperties(),
  set: (key, value) => {
    store().setProperty(key, value);
  },
  remove: (key) => {
    store().deleteProperty(key);
  },
};

function store(): GoogleAppsScript.Properties.Properties {
  return PropertiesService.getScriptProperties();
}
