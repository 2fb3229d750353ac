// Talks to Local's control API. An error answer becomes an Error with the server's own words.

/**
 * @param {string} path behind /local/api/
 * @returns {Promise<any>}
 */
export async function get(path) {
  return readAnswer(await (takeEarly(path) ?? fetch(`/local/api/${path}`, { cache: "no-store" })));
}

/**
 * What early.js has asked for is there, or nearly; it counts once.
 * @param {string} path
 */
function takeEarly(path) {
  const { early } =
    /** @type {Window & { early?: { path: string, answer: Promise<Response> | null } }} */ (window);
  if (!early || early.path !== path) return null;
  const { answer } = early;
  early.answer = null;
  return answer;
}

/**
 * @param {string} path behind /local/api/
 * @param {unknown} body
 * @returns {Promise<any>}
 */
export async function post(path, body) {
  const headers = { "Content-Type": "application/json" };
  return readAnswer(
    await fetch(`/local/api/${path}`, { method: "POST", headers, body: JSON.stringify(body) }),
  );
}

/**
 * @param {Response} response
 * @returns {Promise<any>}
 */
async function readAnswer(response) {
  const text = await response.text();
  const answer = text === "" ? null : parse(text);
  if (response.ok) return answer;
  throw new Error(answer?.error ?? `The server answered ${response.status}.`);
}

/**
 * @param {string} text
 * @returns {any}
 */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`The server's answer is not JSON: ${text.slice(0, 120)}`);
  }
}
