// Every page a visitor can meet.
export { formProblem } from "./form-again";
export type { FormName, FormValues } from "./form-fields";
export { freeAuditForm, geoForm } from "./forms";
export { formUnknown, health, notFound, notSaved } from "./notices";
export type { Page, Site } from "./page";
export { stopPage, stopped, tokenProblem } from "./stop";
export { thankYou } from "./thank-you";
