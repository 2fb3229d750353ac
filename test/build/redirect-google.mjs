// Loaded before clasp by its tests: what clasp would ask of Google it asks of a server on this
// computer, whose address is in GOOGLE_STUB, and says which process asks.
if (/[\\/]clasp[\\/]/.test(process.argv[1] ?? "")) {
  const { google } = await import("googleapis");
  const here = { rootUrl: process.env.GOOGLE_STUB, headers: { "x-pid": String(process.pid) } };
  for (const api of ["script", "drive", "oauth2"]) {
    const real = google[api].bind(google);
    google[api] = (asked) =>
      real({ ...(typeof asked === "string" ? { version: asked } : asked), ...here });
  }
}
