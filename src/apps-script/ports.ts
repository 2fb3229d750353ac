// Every port on Google Apps Script. Making them calls no service.
import { masked } from "../model/masked";
import type { Ports } from "../ports";
import { archiveFile } from "./archive-file";
import { systemClock } from "./clock";
import { makeGmailMailbox } from "./gmail-mailbox";
import { makeGmailMailer } from "./gmail-mailer";
import { withRawMails } from "./gmail-raw-mailer";
import { webLinks } from "./links";
import { makeLocks } from "./locks";
import { otherTabs } from "./other-tabs";
import { personAtSheet } from "./person";
import { platform } from "./platform";
import { scriptProperties } from "./properties";
import { platformSecrets } from "./secrets";
import type { SelectedTabs } from "./selection";
import { makeSheetStore } from "./sheet-store";
import { stripeApi } from "./stripe-api";
import { projectTriggers } from "./triggers";
import { spreadsheetWorkbook } from "./workbook";
import { makeZones } from "./zones";

/** For one execution: call it once in each. */
export function makePorts(): Ports {
  const selected: SelectedTabs = new Map();
  return {
    store: makeSheetStore(selected),
    otherTabs,
    workbook: spreadsheetWorkbook,
    archive: archiveFile,
    mailer: withRawMails(makeGmailMailer()),
    mailbox: makeGmailMailbox(),
    locks: makeLocks(),
    properties: scriptProperties,
    clock: systemClock,
    zones: makeZones(),
    secrets: platformSecrets,
    stripe: stripeApi,
    links: webLinks,
    triggers: projectTriggers,
    platform,
    person: personAtSheet(selected),
    log: { warn: (message) => console.warn(masked(message)) },
  };
}
