// Talks to Local's control API. An error answer becomes an Error with the server's own words.

/**
 * @param {string} path behind /local/api/
 * @returns {Promise<any>}
 */
export async function get(path) {
  return readAnswer(await fetch(`/local/api/${path}`, { cache: "no-store" }));
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
