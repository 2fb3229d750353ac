// Every page a visitor can meet.
export { type DialogView, dialogPage } from "./dialog";
export { formProblem, problemAnswer } from "./form-again";
export type { FormAnswer } from "./form-answer";
export type { FormValues } from "./form-fields";
export { freeAuditForm, geoForm, liteForm } from "./forms";
export { type FormsShown, formsView } from "./forms-window";
export { linkList, linkMark } from "./link-list";
export { mailEditor, readerField, seenField } from "./mail-editor";
export { type ListedMail, mailList } from "./mail-list";
export { changedNote, faultNote, leaveNote, NO_NOTE, plainNote } from "./mail-notes";
export { mailPreview } from "./mail-preview";
export {
  formUnknown,
  health,
  notFound,
  notSaved,
  notShown,
  offerGone,
  unknownAnswer,
} from "./notices";
export {
  offerBought,
  offerForm,
  offerLinkProblem,
  offerNotYet,
  offerToAsk,
  offerToBuy,
} from "./offer";
export type { Terms } from "./offer-words";
export { eraseDone, eraseQuestion, ownData, ownDataAgain } from "./own-data";
export { ownDomainPage } from "./own-domain";
export type { Page, Site } from "./page";
export { type PersonFile, type PersonSection, personContent, personLinks } from "./person-file";
export { privacyPage } from "./privacy";
export { SITE_FORMS, siteForm } from "./site-form";
export { stopPage, stopped, tokenProblem } from "./stop";
export { type ThankYou, thanksAnswer, thankYou } from "./thank-you";
export {
  addressAgain,
  type FlowStanding,
  type WayBack,
  type Wish,
  wayBackPage,
  wishDone,
} from "./way-back";
export type { BackLink } from "./wish-form";
export { yesPage, yesSaid } from "./yes";
