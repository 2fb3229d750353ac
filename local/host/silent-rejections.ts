// A promise that a script leaves rejected is silent on the platform; here it must not end the process.

let installed = false;

export function silenceScriptRejections(): void {
  if (installed) return;
  installed = true;
  process.on("unhandledRejection", (reason, promise) => {
    // Promises of a script's context have another realm's prototype.
    if (Object.getPrototypeOf(promise) !== Promise.prototype) return;
    if (process.listenerCount("unhandledRejection") > 1) return;
    throw reason;
  });
}
