// What the bundle may take from liquidjs, fetched at the first use.
import { lazyClasses } from "./lazy-class.mjs";

const lazy = lazyClasses(() => require("./liquidjs-classes.mjs"));

export const Liquid = lazy("Liquid");
export const LiquidError = lazy("LiquidError");
