// Refuses a manifest whose scopes are not exactly those of the table: one too few throws at the
// call, one too many asks people for more than is needed.

/**
 * @param {{ oauthScopes?: readonly string[], runtimeVersion?: string }} manifest
 * @param {import("../scopes.mjs").ScopeTable} table
 */
export function manifestProblems(manifest, table) {
  const listed = manifest.oauthScopes ?? [];
  const needed = new Map(
    Object.entries(table).flatMap(([service, { scopes }]) => scopes.map((one) => [one, service])),
  );
  const missing = [...needed].filter(([scope]) => !listed.includes(scope));
  const extra = listed.filter((scope) => !needed.has(scope));
  return [
    ...missing.map(([scope, service]) => ({
      place: "appsscript.json, oauthScopes",
      seen: `${scope} is missing`,
      todo: `Add it: build/scopes.json needs it for ${service}.`,
    })),
    ...extra.map((scope) => ({
      place: "appsscript.json, oauthScopes",
      seen: `${scope} has no service in build/scopes.json`,
      todo: "Take it out, or add the service that needs it, with its reason.",
    })),
    ...runtimeProblems(manifest.runtimeVersion),
  ];
}

/** @param {string | undefined} runtime */
function runtimeProblems(runtime) {
  if (runtime === "V8") return [];
  return [
    {
      place: "appsscript.json, runtimeVersion",
      seen: String(runtime),
      todo: 'Set it to "V8": nothing else runs.',
    },
  ];
}
