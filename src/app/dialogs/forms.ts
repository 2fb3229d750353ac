// The window "Forms for your site". It reads nothing but what the doors know, and changes nothing.

import { type FormsShown, formsView, SITE_FORMS } from "../../pages/index";
import type { Ports } from "../../ports";
import { FORMS_WINDOW } from "../../words/snippet";
import { readDoorConfig } from "../doors/door-config";
import { type DialogArgs, type DialogKind, openDialog } from "./dialog";

export const FORMS_DIALOG: DialogKind = {
  name: "forms",
  title: { en: FORMS_WINDOW.en.title, zh: FORMS_WINDOW.zh.title },
  widthPx: 640,
  heightPx: 620,
  act: (ports, args) => ({ view: viewOf(ports, args) }),
};

export function openForms(ports: Ports): void {
  const { language } = readDoorConfig(ports.properties.all());
  openDialog(ports, FORMS_DIALOG, viewOf(ports, {}), language);
}

function viewOf(ports: Ports, args: DialogArgs) {
  const { language, webAppUrl, linkBase } = readDoorConfig(ports.properties.all());
  const shown: FormsShown = {
    execUrl: webAppUrl,
    linkBase,
    show: args.show === "form" || args.show === "domain" ? args.show : "nothing",
    form: SITE_FORMS.find((one) => one === args.form) ?? "geo",
    formLanguage: args.language === "en" || args.language === "zh" ? args.language : language,
  };
  return formsView(language, shown);
}
