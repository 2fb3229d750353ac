// Google's addresses: read from what a person pastes, and written for them to open.

/** @typedef {{ sheetId: string } | { scriptId: string }} Place */

/** @param {string} text @returns {Place | null} */
export function readAddress(text) {
  const sheetId = /spreadsheets\/(?:u\/\d+\/)?d\/([\w-]{20,})/.exec(text)?.[1];
  if (sheetId !== undefined) return { sheetId };
  const opened = /drive\.google\.com\/open\?id=([\w-]{20,})/.exec(text)?.[1];
  if (opened !== undefined) return { sheetId: opened };
  const scriptId = /script\.google\.com\/(?!macros\/).*?(?:projects|d)\/([\w-]{20,})/.exec(text);
  if (scriptId?.[1] !== undefined) return { scriptId: scriptId[1] };
  // A deployment's id is told by its beginning; people mix the two up.
  return /^(?!AKfycb)[\w-]{20,}$/.test(text) ? { scriptId: text } : null;
}

/** @param {string} id */
export const sheetAddress = (id) => `https://docs.google.com/spreadsheets/d/${id}/edit`;

/** @param {string} id */
export const scriptAddress = (id) => `https://script.google.com/d/${id}/edit`;

/** @param {string} id */
export const execAddress = (id) => `https://script.google.com/macros/s/${id}/exec`;
