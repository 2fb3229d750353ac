// Only these: a namespace of all of liquidjs would be made anew at every request and every tick.
export { Liquid, LiquidError } from "liquidjs";
