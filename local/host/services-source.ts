// Bundles the services that run inside a script's context into one text, once per process.
import { bundleText } from "./bundle-text.ts";

let built: string | null = null;

/** A function expression: called with the door, it sets the context up and returns the way into it. */
export function servicesSource(): string {
  built ??= bundleText("local/services/main.ts", {
    format: "cjs",
    platform: "neutral",
    banner: { js: "(function (openedDoor) { const module = { exports: {} };" },
    footer: { js: "return module.exports.start(openedDoor); })" },
  });
  return built;
}
