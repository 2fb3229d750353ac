// Every page a visitor can meet.
export { type DialogView, dialogPage } from "./dialog";
export { formProblem } from "./form-again";
export type { FormValues } from "./form-fields";
export { freeAuditForm, geoForm } from "./forms";
export { formUnknown, health, notFound, notSaved, notShown, offerGone } from "./notices";
export {
  offerBought,
  offerForm,
  offerLinkProblem,
  offerNotYet,
  offerToAsk,
  offerToBuy,
} from "./offer";
export type { Terms } from "./offer-words";
export type { Page, Site } from "./page";
export { stopPage, stopped, tokenProblem } from "./stop";
export { thankYou } from "./thank-you";
