// What the Studio's page needs of the walk and of Stripe's events; bundled and served as one module.
export {
  disputed,
  expiredCheckout,
  failedPayment,
  paidCheckout,
  paidDirectly,
  pendingCheckout,
  refunded,
} from "../stripe/events.ts";
export { linksOf } from "./pages.ts";
export { openWalk, steps, takeStep } from "./walk.ts";
