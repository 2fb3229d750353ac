// Loaded before clasp by its tests: what clasp would ask of Google it asks of a server on this
// computer.
import { register } from "node:module";

const three = new URL("./three-google-apis.mjs", import.meta.url).href;
// Of Google's some three hundred clients clasp needs three here; loading all takes a second a call.
const hooks = `export const resolve = (name, context, next) =>
  name === "googleapis" ? { url: ${JSON.stringify(three)}, shortCircuit: true } : next(name, context);`;

if (/[\\/]clasp[\\/]/.test(process.argv[1] ?? "")) {
  register(`data:text/javascript,${encodeURIComponent(hooks)}`);
}
