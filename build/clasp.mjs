// Sends dist/ to the owner's own Apps Script project, and moves the one deployment to it.
/** @param {{ root: string, deploy: boolean }} _what */
export async function pushWithClasp(_what) {}
