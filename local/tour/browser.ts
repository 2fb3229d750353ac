// What the Studio's page needs of the walk; bundled and served as one module.
export { paidCheckout } from "./stripe-event.ts";
export { openWalk, steps, takeStep } from "./walk.ts";
