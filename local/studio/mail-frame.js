// A mail as a page for a frame, in the colours of a reader who likes it light or dark, whatever this browser likes.

/**
 * The frame cannot be told a preference, so the mail's own questions about it are answered beforehand.
 * @param {string} html
 * @param {"light" | "dark"} scheme
 * @returns {string}
 */
export function framed(html, scheme) {
  const mail = new DOMParser().parseFromString(html, "text/html");
  for (const style of mail.querySelectorAll("style")) {
    style.textContent = answered(style.textContent ?? "", scheme);
  }
  const head = mail.createElement("style");
  // A mail that names no type is shown in the mail program's own, as Gmail has it.
  const type = "font:small/1.5 Arial,Helvetica,sans-serif";
  head.textContent = `:root{color-scheme:${scheme}}body{padding:4px 6px;${type}}`;
  const base = mail.createElement("base");
  base.target = "_blank";
  const viewport = mail.createElement("meta");
  viewport.name = "viewport";
  viewport.content = "width=device-width";
  mail.head.prepend(base, viewport, head);
  return `<!doctype html>${mail.documentElement.outerHTML}`;
}

/**
 * @param {string} css
 * @param {"light" | "dark"} scheme
 */
function answered(css, scheme) {
  return css.replace(/\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/gi, (_, asked) =>
    asked.toLowerCase() === scheme ? "(min-width: 0)" : "(max-width: 0)",
  );
}
